import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { Choices } from "../choices/index.ts";
import { fixtureSnippets } from "../fixtures/fixtures.ts";
import { chooseWording, countPhrasings, phrase, slotsOf } from "../phrasing/index.ts";
import { type Language, parses } from "../syntax/index.ts";
import { withMore } from "../wordings/index.ts";
import { familyOf, sampleOf } from "./edit-of.fixture.ts";
import { FAMILIES, isComposed, isSketched } from "./index.ts";

/** [family, before, after, language]: edits that leave nothing open. */
const EDITS: readonly (readonly [string, string, string, Language?])[] = [
  [
    "var-to-let",
    "function f(a) {\n  var b = a;\n  var c;\n  c = b;\n  return c;\n}",
    "function f(a) {\n  const b = a;\n  let c;\n  c = b;\n  return c;\n}",
  ],
  [
    "function-to-arrow",
    "function f(a, b) {\n  return a + b;\n}",
    "const f = (a, b) => {\n  return a + b;\n};",
  ],
  ["arrow-to-function", "const f = (a) => a * 2;", "function f(a) {\n  return a * 2;\n}"],
  [
    "arrow-to-function",
    "export const f = async a => {\n  await a;\n};",
    "export async function f(a) {\n  await a;\n}",
  ],
  ["make-async", "load(id) {\n  return get(id);\n}", "async load(id) {\n  return get(id);\n}"],
  [
    "then-to-await",
    "function f(p) {\n  return read(p).then((t) => {\n    log(t);\n    return t.x;\n  });\n}",
    "async function f(p) {\n  const t = await read(p);\n  log(t);\n  return t.x;\n}",
  ],
  [
    "promise-all",
    "async function f() {\n  const a = await x();\n  const b = await y();\n  return a + b;\n}",
    "async function f() {\n  const [a, b] = await Promise.all([x(), y()]);\n  return a + b;\n}",
  ],
  [
    "for-to-for-of",
    "function f(users) {\n  for (let i = 0; i < users.length; i++) {\n    log(users[i].name);\n  }\n}",
    "function f(users) {\n  for (const user of users) {\n    log(user.name);\n  }\n}",
  ],
  [
    "for-each-to-for-of",
    "function f(xs) {\n  xs.forEach((x) => {\n    if (!x) return;\n    log(x);\n  });\n}",
    "function f(xs) {\n  for (const x of xs) {\n    if (!x) continue;\n    log(x);\n  }\n}",
  ],
  [
    "reverse-loop",
    "function f(a) {\n  for (let i = 0; i < a.length; i++) log(a[i]);\n}",
    "function f(a) {\n  for (let i = a.length - 1; i >= 0; i--) log(a[i]);\n}",
  ],
  [
    "if-to-ternary",
    "function f(a) {\n  if (a) {\n    return 1;\n  } else {\n    return 2;\n  }\n}",
    "function f(a) {\n  return a ? 1 : 2;\n}",
  ],
  [
    "ternary-to-if",
    "function f(a) {\n  const b = a ? 1 : 2;\n  return b;\n}",
    "function f(a) {\n  let b;\n  if (a) {\n    b = 1;\n  } else {\n    b = 2;\n  }\n  return b;\n}",
  ],
  [
    "invert-if",
    "function f(a) {\n  if (a === 1) {\n    x();\n  } else {\n    y();\n  }\n}",
    "function f(a) {\n  if (a !== 1) {\n    y();\n  } else {\n    x();\n  }\n}",
  ],
  [
    "early-return",
    "function f(a) {\n  if (a.b > 1) {\n    x();\n    y();\n  }\n}",
    "function f(a) {\n  if (a.b <= 1) {\n    return;\n  }\n  x();\n  y();\n}",
  ],
  [
    "remove-else",
    "function f(a) {\n  if (a) {\n    return 1;\n  } else {\n    x();\n    return 2;\n  }\n}",
    "function f(a) {\n  if (a) {\n    return 1;\n  }\n  x();\n  return 2;\n}",
  ],
  [
    "merge-ifs",
    "function f(a, b) {\n  if (a || b) {\n    if (b) {\n      x();\n    }\n  }\n}",
    "function f(a, b) {\n  if ((a || b) && b) {\n    x();\n  }\n}",
  ],
  [
    "add-braces",
    "function f(a) {\n  if (a) return 1;\n  return 2;\n}",
    "function f(a) {\n  if (a) {\n    return 1;\n  }\n  return 2;\n}",
  ],
  [
    "switch-to-if",
    'function f(k) {\n  switch (k) {\n    case "a":\n    case "b":\n      return 1;\n    default:\n      return 2;\n  }\n}',
    'function f(k) {\n  if (k === "a" || k === "b") {\n    return 1;\n  } else {\n    return 2;\n  }\n}',
  ],
  [
    "destructure-variables",
    "function f(o) {\n  const a = o.a;\n  const b = o.c;\n  return a + b;\n}",
    "function f(o) {\n  const { a, c: b } = o;\n  return a + b;\n}",
  ],
  ["to-template", "const f = (a) => \"x\" + a.b + 'it\\'s';", "const f = (a) => `x${a.b}it's`;"],
  ["from-template", "const f = (a) => `${a} of ${a.b}`;", 'const f = (a) => a + " of " + a.b;'],
  [
    "strict-equality",
    "function f(a) {\n  return a == 1 && a != null;\n}",
    "function f(a) {\n  return a === 1 && a !== null;\n}",
  ],
  [
    "optional-chaining",
    "function f(a) {\n  return (a && a.b && a.b.c()) || 1;\n}",
    "function f(a) {\n  return (a?.b?.c()) || 1;\n}",
  ],
  [
    "index-of-to-includes",
    "function f(a, b) {\n  return a.indexOf(b) === -1;\n}",
    "function f(a, b) {\n  return !a.includes(b);\n}",
  ],
  [
    "assign-to-spread",
    "function f(a) {\n  return Object.assign({}, a, { b: 1 });\n}",
    "function f(a) {\n  return { ...a, b: 1 };\n}",
  ],
  [
    "strip-types",
    "export function f<T>(a: T, b?: number): T {\n  return a as T;\n}",
    "export function f(a, b) {\n  return a;\n}",
    "ts",
  ],
  ["interface-to-type", "interface A extends B {\n  c: string;\n}", "type A = B & {\n  c: string;\n};", "ts"],
  [
    "require-to-import",
    'const a = require("a");\nconst { b, c: d } = require("e");',
    'import a from "a";\nimport { b, c as d } from "e";',
  ],
  [
    "remove-try",
    "function f() {\n  try {\n    x();\n  } catch (e) {\n    y(e);\n  }\n}",
    "function f() {\n  x();\n}",
  ],
  [
    "try-log",
    "function f() {\n  x();\n}",
    "function f() {\n  try {\n    x();\n  } catch (error) {\n    console.error(error);\n  }\n}",
  ],
  [
    "log-result",
    "function f(a) {\n  return a + 1;\n}",
    "function f(a) {\n  const result = a + 1;\n  console.log(result);\n  return result;\n}",
  ],
  [
    "remove-logs",
    'function f(a) {\n  console.log("a", a);\n  return a;\n}',
    "function f(a) {\n  return a;\n}",
  ],
  [
    "hoist-length",
    "function f(a) {\n  for (let i = 0; i < a.length; i++) x(a[i]);\n}",
    "function f(a) {\n  const length = a.length;\n  for (let i = 0; i < length; i++) x(a[i]);\n}",
  ],
  [
    "null-ternary-to-and",
    "const f = (a) => <p>{a ? <b /> : null}</p>;",
    "const f = (a) => <p>{a && <b />}</p>;",
    "jsx",
  ],
  [
    "options-object",
    "function f(a, b = 1) {\n  return a + b;\n}",
    "function f({ a, b = 1 }) {\n  return a + b;\n}",
  ],
  [
    "destructure-parameter",
    "function f(o) {\n  return o.a + o.b;\n}",
    "function f({ a, b }) {\n  return a + b;\n}",
  ],
  [
    "for-to-while",
    "function f(a) {\n  for (let i = 0; i < a; i++) {\n    x(i);\n  }\n  return a;\n}",
    "function f(a) {\n  let i = 0;\n  while (i < a) {\n    x(i);\n    i++;\n  }\n  return a;\n}",
  ],
  [
    "power-operator",
    "const f = (a) => Math.pow(a, 2) + Math.pow(a, 3);",
    "const f = (a) => a ** 2 + a ** 3;",
  ],
  [
    "remove-check",
    "function f(a) {\n  if (!a) {\n    return null;\n  }\n\n  return a.b;\n}",
    "function f(a) {\n  return a.b;\n}",
  ],
  [
    "remove-check",
    "function f(a) {\n  x();\n\n  if (!a) return -1;\n\n  return a.b;\n}",
    "function f(a) {\n  x();\n\n  return a.b;\n}",
  ],
];

it.each(EDITS.map(([name, before, after, language]) => ({ name, before, after, language })))(
  "$name edits as stated",
  (one) => {
    const { name, before, after, language } = one;
    const edit = familyOf(name).apply(sampleOf(before, language), new Choices(1));
    expect(edit?.after).toBe(after);
  },
);

/** Code in which a family must not find its occasion. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  [
    "for-to-for-of",
    "the index is used on its own",
    "function f(a) {\n  for (let i = 0; i < a.length; i++) x(i, a[i]);\n}",
  ],
  [
    "for-to-for-of",
    "the element is written",
    "function f(a) {\n  for (let i = 0; i < a.length; i++) a[i] = 0;\n}",
  ],
  [
    "var-to-let",
    "the variable is used outside its block",
    "function f(a) {\n  if (a) {\n    var b = 1;\n  }\n  return b;\n}",
  ],
  ["function-to-arrow", "the function uses this", "function f() {\n  return this.a;\n}"],
  ["inline-variable", "the value is read twice", "function f(a) {\n  const b = a.c;\n  return g(b) + b;\n}"],
  [
    "promise-all",
    "the second call needs the first one's result",
    "async function f() {\n  const a = await x();\n  const b = await y(a);\n  return b;\n}",
  ],
  [
    "for-of-to-for-each",
    "the loop is left early",
    "function f(xs) {\n  for (const x of xs) {\n    if (x) break;\n  }\n}",
  ],
  ["to-template", "numbers are added before the text", 'const f = (a, b) => a + b + "x";'],
  ["power-operator", "a power is nested in another", "const f = (a, b) => Math.pow(a, Math.pow(b, 2));"],
  ["power-operator", "one of two powers is negated", "const f = (a, b) => -Math.pow(a, 2) + Math.pow(b, 2);"],
  [
    "power-operator",
    "the outer of two powers is negated",
    "const f = (a, b) => -Math.pow(a, Math.pow(b, 2));",
  ],
  [
    "ternary-to-if",
    "a branch is the variable itself",
    "function f(a, b) {\n  a = b ? undefined : a;\n  return a;\n}",
  ],
  ["require-to-import", "a compiler named the module", 'const apps_1 = require("./apps");'],
  ["change-initial", "the value is a module", 'const a = require("a");'],
  ["annotate-variable", "the value is a module", 'const a = require("a");'],
  ["add-export", "the code exports through exports", "function f(a) {\n  exports.a = a;\n}"],
  ["add-export", "the code exports through module.exports", "function f(a) {\n  module.exports = a;\n}"],
  [
    "remove-check",
    "the if returns the function's actual result",
    "function f(a) {\n  const b = a.get();\n  if (b && b.c) {\n    return b;\n  }\n  throw new Error(a);\n}",
  ],
  [
    "remove-check",
    "the function would always return the same value",
    "function f(a) {\n  if (a.b()) {\n    return true;\n  }\n  a.c();\n  return false;\n}",
  ],
  [
    "remove-check",
    "the loop would never end",
    "function f(a) {\n  while (true) {\n    a.b();\n    if (a.c) break;\n  }\n}",
  ],
];

it.each(REFUSALS)("%s leaves code alone where %s", (name, _, code) => {
  expect(familyOf(name).apply(sampleOf(code), new Choices(1))).toBeUndefined();
});

it("strip-types leaves code alone that consists only of types", () => {
  for (const code of ["interface A {\n  b: string;\n}", "// c\ntype A = string;\ninterface B {}"])
    expect(familyOf("strip-types").apply(sampleOf(code, "ts"), new Choices(1))).toBeUndefined();
});

it.each([
  ["1", true],
  ['"x"', true],
  ["-1", true],
  ["null", false],
  ["0", false],
  ['""', false],
  ["false", false],
  ["b", false],
])("assignment-in-condition names the condition as always true for %s: %s", (value, isTrue) => {
  const code = `function f(a, b) {\n  if (a === ${value}) return b;\n}`;
  const edit = familyOf("assignment-in-condition").apply(sampleOf(code), new Choices(1));
  expect(edit?.before).toBe(code.replace("===", "="));
  expect(edit?.slots).toEqual(isTrue ? { condition: `a = ${value}` } : {});
});

describe("wordings", () => {
  const seen = FAMILIES.flatMap(({ name, phrasings }) => withMore(name, phrasings).seen);

  it("mark statements with =, so that only requests get a please or the like", () => {
    const statement =
      /^\[*(if|no|without|this|it|there|var|at the|on|every|each|array types|readonly|\{(?!words(Wish|Move|Do)\b)\w+\}|(?!(do|support) )[^ ,]+ (->|not)|(unknown|forEach|for\.\.\.of) over|for\.\.\.of, no|while, not) /i;
    expect(seen.filter((one) => !one.startsWith("=") && statement.test(one))).toEqual([]);
    for (const one of ["this is slow", "array types should", "var is", "without {name}", "if {test}"])
      expect(seen.some((wording) => wording.startsWith(`=${one}`))).toBe(true);
  });

  it("say turn into and use a loop grammatically", () => {
    const said = seen.flatMap((one) =>
      Array.from({ length: 8 }, (_, seed) => chooseWording(one, new Choices(seed))),
    );
    const wrong =
      /^turn (the|this|it)\b(?!.* into ).* to (an?|map|filter|reduce|join|find|some|if|arrow|forEach|for)\b|(use|into|to|by|with) for ?(\.\.\.| )?of loop|it synchronous function|^(?!=shouldn't).*loop use /;
    expect(said.filter((one) => wrong.test(one))).toEqual([]);
  }, 60_000);
});

describe("renaming", () => {
  it("keeps the keys of shorthand properties", () => {
    const edit = familyOf("rename-parameter").apply(
      sampleOf("function f(count) {\n  return { count };\n}"),
      new Choices(3),
    );
    expect(edit?.after).toBe(
      `function f(${edit?.slots["new"]}) {\n  return { count: ${edit?.slots["new"]} };\n}`,
    );
  });

  it("leaves a name alone that is shadowed", () => {
    const shadowed = "function f(item) {\n  return item.map((item) => item.x);\n}";
    expect(familyOf("rename-parameter").apply(sampleOf(shadowed), new Choices(1))).toBeUndefined();
  });
});

describe("families that preserve behaviour", () => {
  const CALLS: Record<string, readonly string[]> = {
    memoize: ["1", "3", "6"],
    "nested-loops-to-set": ["[]", "[1, 2]", "[1, 2, 1]"],
    "early-exit": ["[]", "[{ id: 1 }, { id: 2 }, {}]"],
    "loop-to-reduce": ["[]", "[1, 2, 3]"],
    "loop-to-some": ["[]", "[3, 4, 40]"],
  };

  it.each(Object.entries(CALLS))("%s returns the same results as the code before", (name, inputs) => {
    for (let seed = 1; seed <= 40; seed++) {
      const edit = familyOf(name).apply(sampleOf("f();"), new Choices(seed));
      const before = edit?.before ?? "";
      for (const input of inputs) {
        const expected = outcome(before, input);
        // A recursion that never ends for an input has no answer to keep.
        if (expected !== "RangeError") expect(outcome(edit?.after ?? "", input), edit?.after).toBe(expected);
      }
    }
  });

  /** What a function says to an input: a value or an error's kind. Types are taken off, unknown names are functions. */
  function outcome(code: string, input: string): string {
    const plain = code.replace(/^export /, "").replace(/: (number|string)(\[\])?/g, "");
    const name = /(?:function|const) (\w+)(?= ?[(=] ?\()|function (\w+)/.exec(
      plain.slice(plain.lastIndexOf("\n\n") + 1).trim(),
    );
    const known = {
      isValid: Boolean,
      expensive: Math.sqrt,
      heavyWork: Math.sqrt,
      compute: Math.max,
      render: String,
    };
    const call = `${name?.[1] ?? name?.[2]}(${input})`;
    try {
      const run = runInThisContext(
        `(({ ${Object.keys(known).join(", ")} }) => {\n${plain};\nreturn ${call};\n})`,
      );
      return JSON.stringify(run(known)) ?? "undefined";
    } catch (error) {
      return (error as Error).name;
    }
  }
});

describe("every family", () => {
  const samples = fixtureSnippets().map(({ code, language }) => sampleOf(code, language));

  // Sketches are looked at in many more of their forms by a test of their own.
  it.each(FAMILIES.filter((one) => !isSketched(one)).map((family) => [family.name, family] as const))(
    "%s makes edits that parse and can be worded",
    (_, family) => {
      for (const [index, sample] of samples.entries()) {
        const edit = family.apply(sample, new Choices(index));
        if (edit === undefined) continue;
        const language = edit.language ?? (isComposed(family) ? "ts" : sample.language);
        expect(parses(edit.after, language), edit.after).toBe(true);
        expect(edit.after).not.toBe(edit.before ?? sample.code);
        for (const familiarity of ["seen", "unseen"] as const)
          expect(phrase(family.phrasings, edit.slots, familiarity, new Choices(index))).not.toBe("");
        expect(family.apply(sample, new Choices(index))).toEqual(edit);
      }
    },
  );

  it("has a unique name", () => {
    expect(new Set(FAMILIES.map(({ name }) => name)).size).toBe(FAMILIES.length);
  });

  it("has unseen wordings that training does not use", () => {
    const repeated = FAMILIES.filter(
      ({ phrasings }) =>
        phrasings.unseen.length === 0 || phrasings.unseen.some((one) => phrasings.seen.includes(one)),
    );
    expect(repeated.map(({ name }) => name)).toEqual([]);
  });

  it("has at least five seen wordings", () => {
    const few = FAMILIES.filter(({ phrasings }) => countPhrasings(phrasings).seen < 5);
    expect(few.map(({ name }) => name)).toEqual([]);
  });

  it("with isDone has a wording without slots", () => {
    const without = FAMILIES.filter(
      ({ isDone, phrasings }) =>
        isDone && !phrasings.seen.some((one) => slotsOf(chooseWording(one, new Choices(1))).size === 0),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
