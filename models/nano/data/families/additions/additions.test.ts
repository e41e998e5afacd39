import { describe, expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { type Language, parses } from "../../syntax/index.ts";
import { editOf } from "../edit-of.fixture.ts";
import { madeUpClass, madeUpSwitch } from "./made.ts";

/** None where made-up code stands in for the code at hand, as it does now and then. */
function ownEditOf(name: string, code: string, seed: number, language: Language = "js") {
  const edit = editOf(name, code, seed, language);
  return edit?.before === undefined ? edit : undefined;
}

/** [family, before, after]: `{slot}` stands for what the edit chose. */
const EDITS: readonly (readonly [string, string, string])[] = [
  [
    "add-case",
    'function f(k) {\n  switch (k) {\n    case "a":\n      return 1;\n    case "b":\n      return 2;\n    default:\n      return 3;\n  }\n}',
    'function f(k) {\n  switch (k) {\n    case "a":\n      return 1;\n    case "b":\n      return 2;\n    case {value}:\n      return {result};\n    default:\n      return 3;\n  }\n}',
  ],
  [
    "add-case",
    "function f(k) {\n  switch (k) {\n    case 1: return 1\n    case 2: return 2\n  }\n}",
    "function f(k) {\n  switch (k) {\n    case 1: return 1\n    case 2: return 2\n    case {value}: return {result}\n  }\n}",
  ],
  [
    "add-case",
    "switch (k) {\n  case 1:\n    b = 1;\n    break;\n\n  case 2:\n    b = 2;\n    break;\n}",
    "switch (k) {\n  case 1:\n    b = 1;\n    break;\n\n  case 2:\n    b = 2;\n    break;\n\n  case {value}:\n    {statement};\n    break;\n}",
  ],
  [
    "add-default",
    "switch (k) {\n  case 1:\n    b();\n    break;\n  case 2:\n    c();\n    break;\n}",
    'switch (k) {\n  case 1:\n    b();\n    break;\n  case 2:\n    c();\n    break;\n  default:\n    throw new Error("{text}");\n}',
  ],
  ["add-element", 'const a = ["b", "c"];', 'const a = ["b", "c", {value}];'],
  ["add-element", 'const a = [\n  "b",\n  "c",\n];', 'const a = [\n  "b",\n  "c",\n  {value},\n];'],
  ["add-element", 'const a = [\n  "b",\n  "c"\n];', 'const a = [\n  "b",\n  "c",\n  {value}\n];'],
  [
    "add-class-field",
    "class A {\n  b = 1;\n\n  c() {}\n}",
    "class A {\n  b = 1;\n  {name} = {value};\n\n  c() {}\n}",
  ],
  ["add-class-field", "class A {\n  c() {}\n}", "class A {\n  {name} = {value};\n\n  c() {}\n}"],
  [
    "add-method",
    "class A {\n  c() {}\n  d() {}\n}",
    "class A {\n  c() {}\n  d() {}\n  {name}() {\n    return {value};\n  }\n}",
  ],
  [
    "add-getter",
    "class A {\n  _c = 1;\n\n  d() {}\n}",
    "class A {\n  _c = 1;\n\n  d() {}\n\n  get c() {\n    return this._c;\n  }\n}",
  ],
  [
    "add-setter",
    "class A {\n  _c = 1;\n\n  d() {}\n}",
    "class A {\n  _c = 1;\n\n  d() {}\n\n  set c(value) {\n    this._c = value;\n  }\n}",
  ],
  [
    "add-constructor-parameter",
    "class A {\n  constructor(b) {\n    super();\n    this._b = b;\n    c();\n  }\n}",
    "class A {\n  constructor(b, {name}) {\n    super();\n    this._b = b;\n    this._{name} = {name};\n    c();\n  }\n}",
  ],
];

it.each(EDITS)("%s adds what its slots state to %j", (name, before, after) => {
  for (let seed = 1; seed <= 20; seed++) {
    const edit = ownEditOf(name, before, seed);
    if (edit === undefined) continue;
    const { value, ...slots } = edit.slots;
    const filled = after
      .replace(/\{(name|result|statement|text)\}/g, (_, slot: string) => slots[slot] ?? "?")
      .replace("{value}", value ?? "?");
    // A text may be named without its quotes.
    expect([
      filled,
      after.replace("{value}", `"${value}"`).replace("{result}", slots["result"] ?? "?"),
    ]).toContain(edit.after);
    return;
  }
  throw new Error("there is no edit");
});

it("add-else adds an else to an if", () => {
  const code = "function f(a) {\n  if (a) {\n    b(a);\n  }\n}";
  for (let seed = 1; seed <= 10; seed++) {
    const { after, slots } = ownEditOf("add-else", code, seed) ?? {
      after: "",
      slots: {} as Record<string, string>,
    };
    const line = slots["statement"] ?? `throw new Error("${slots["text"]}")`;
    expect(after).toBe(`function f(a) {\n  if (a) {\n    b(a);\n  } else {\n    ${line};\n  }\n}`);
  }
});

it("add-else follows the brace style of the if", () => {
  const { after } = ownEditOf("add-else", "if (a)\n{\n  b(a);\n}", 1) ?? { after: "" };
  expect(after).toMatch(/^if \(a\)\n\{\n {2}b\(a\);\n\}\nelse\n\{\n {2}.*;\n\}$/);
});

it("remove-case and remove-element remove only what they name", () => {
  const cases = ["a", "b", "c"].map((one) => `  case "${one}":\n    return "${one}!";\n`);
  const elements = ["a", "b", "c"].map((one) => `"${one}"`);
  for (let seed = 1; seed <= 12; seed++) {
    const less = ownEditOf("remove-case", `function f(k) {\nswitch (k) {\n${cases.join("")}}\n}`, seed);
    const gone = less?.slots["value"]?.replaceAll('"', "");
    const left = cases.filter((one) => !one.includes(`case "${gone}"`));
    expect(less?.after).toBe(`function f(k) {\nswitch (k) {\n${left.join("")}}\n}`);
    const fewer = ownEditOf("remove-element", `const a = [${elements.join(", ")}];`, seed);
    const out = fewer?.slots["value"]?.replaceAll('"', "");
    expect(fewer?.after).toBe(`const a = [${elements.filter((one) => one !== `"${out}"`).join(", ")}];`);
  }
});

const REFUSALS: readonly (readonly [string, string, string, Language?])[] = [
  [
    "add-case",
    "the default comes first",
    "switch (k) {\n  default:\n    return 0;\n  case 1:\n    return 1;\n}",
  ],
  [
    "add-case",
    "a case falls through",
    "switch (k) {\n  case 1:\n    a();\n  case 2:\n    b();\n    break;\n}",
  ],
  [
    "add-default",
    "there is already a default",
    "switch (k) {\n  case 1:\n    a();\n    break;\n  case 2:\n    b();\n    break;\n  default:\n}",
  ],
  [
    "add-default",
    "it would make later code unreachable",
    "function f(k) {\n  switch (k) {\n    case 1:\n      return 1;\n    case 2:\n      return 2;\n  }\n  return 3;\n}",
  ],
  [
    "remove-case",
    "a case shares its body with the one before",
    "switch (k) {\n  case 1:\n  case 2:\n    b();\n    break;\n}",
  ],
  [
    "add-else",
    "a comment tells a tool that there is no else",
    "// istanbul ignore else\nif (a) {\n  b();\n}",
  ],
  ["add-else", "the if returns", "function f(a) {\n  if (a) {\n    return 1;\n  }\n  return 2;\n}"],
  [
    "add-else",
    "there is already an else",
    "function f(a) {\n  if (a) {\n    b();\n  } else {\n    c();\n  }\n}",
  ],
  ["add-element", "the array is a tuple such as a colour", "const color = [255, 0, 0];"],
  ["add-element", "two arrays have the same name", 'const a = ["b", "c"];\nfoo({ a: ["d", "e"] });'],
  ["remove-element", "only one element would be left", 'const a = ["b", "c"];'],
  ["add-method", "the class has type annotations", "class A {\n  b(): number {\n    return 1;\n  }\n}", "ts"],
  [
    "add-class-field",
    "the constructor sets the fields",
    "class A {\n  constructor(b) {\n    this.b = b;\n  }\n\n  c() {}\n}",
  ],
  [
    "add-getter",
    "the accessor already exists",
    "class A {\n  _b = 1;\n\n  get b() {\n    return this._b;\n  }\n}",
  ],
  [
    "add-constructor-parameter",
    "a parameter is not stored",
    "class A {\n  constructor(b, c) {\n    this.b = b;\n    d(c);\n  }\n}",
  ],
];

it.each(REFUSALS.map(([name, where, code, language = "js"]) => [name, where, code, language] as const))(
  "%s leaves code alone where %s",
  (name, _, code, language) => {
    for (let seed = 1; seed <= 5; seed++) expect(ownEditOf(name, code, seed, language)).toBeUndefined();
  },
);

describe("made-up code", () => {
  it("has no syntax errors", () => {
    for (let seed = 1; seed <= 60; seed++)
      for (const code of [madeUpSwitch(new Choices(seed)), madeUpClass(new Choices(seed))])
        expect(parses(code, "js"), code).toBe(true);
  });
});
