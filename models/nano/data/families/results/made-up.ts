import { type Choices, capitalized, VERBS } from "../../choices/index.ts";
import { type CodeStyle, chooseStyle, distinctNames } from "../made-up.ts";

/** A value that a made-up function returns, with the lines before it. */
export interface Made {
  readonly lines: readonly string[];
  /** One line. */
  readonly value: string;
  /** Whether a method can be called on the value without parentheses. */
  readonly isPlain: boolean;
  readonly parameters: string;
}

interface Parts {
  readonly h: CodeStyle;
  /** Names of a thing, a field, another field, a parameter, and one more. */
  readonly noun: string;
  readonly field: string;
  readonly other: string;
  readonly a: string;
  readonly b: string;
  readonly list: string;
  readonly item: string;
}

export type Shape = (choose: Choices, parts: Parts) => Made;

function partsOf(choose: Choices): Parts {
  const [noun = "", field = "", other = "", a = "", b = ""] = distinctNames(choose, 5);
  return {
    h: chooseStyle(choose),
    ...{ noun, field, other, a, b },
    list: choose.chance(0.7) ? `${noun}s` : choose.pick(["items", "list", "rows", "entries", "records"]),
    item: choose.chance(0.7) ? noun : choose.pick(["item", "x", "it", "one", "entry"]),
  };
}

/** Returns a function around a value, before and after the change of what it returns. */
export function madeUp(
  choose: Choices,
  shapes: readonly Shape[],
  become: (made: Made, parts: Parts) => string,
): { before: string; after: string } {
  const parts = partsOf(choose);
  const made = choose.pick(shapes)(choose, parts);
  const write = writer(choose, parts, made);
  return { before: write(made.value), after: write(become(made, parts)) };
}

function writer(choose: Choices, parts: Parts, made: Made): (value: string) => string {
  const { i, s, q } = parts.h;
  const name = `${choose.pick(VERBS)}${capitalized(choose.pick([parts.noun, parts.field, parts.other]))}`;
  const lead = leading(choose, parts, made.parameters);
  const lines = [...lead, ...made.lines];
  const form = choose.below(lines.length === 0 ? 8 : 6);
  const comment = choose.chance(0.12) ? `// ${choose.sentence()}\n` : "";
  const helper = choose.chance(0.15)
    ? `${choose.pick(["const", "let"])} ${parts.noun.toUpperCase()}_LIMIT = ${choose.between(2, 99)}${s}\n\n`
    : choose.chance(0.08)
      ? `import { ${parts.other}Of } from ${q}./${parts.other}${q}${s}\n\n`
      : "";
  return (value) => {
    const body = [...lines, `return ${value}${s}`].map((line) => line && i + line).join("\n");
    switch (form) {
      case 0:
      case 1:
        return `${helper}${comment}function ${name}(${made.parameters}) {\n${body}\n}`;
      case 2:
        return `${helper}${comment}export function ${name}(${made.parameters}) {\n${body}\n}`;
      case 3:
        return `${helper}${comment}const ${name} = (${made.parameters}) => {\n${body}\n}${s}`;
      case 4:
        return `${comment}${name}(${made.parameters}) {\n${body}\n}`;
      case 5:
        return `${helper}${comment}export const ${name} = (${made.parameters}) => {\n${body}\n}${s}`;
      default: {
        const text = value.startsWith("{") ? `(${value})` : value;
        return `${helper}${comment}${form === 6 ? "" : "export "}const ${name} = (${made.parameters}) => ${text}${s}`;
      }
    }
  };
}

/** Returns unrelated lines before the relevant ones. */
function leading(choose: Choices, { h: { i, s, q } }: Parts, parameters: string): string[] {
  const first = /^\w+/.exec(parameters)?.[0];
  if (first === undefined) return [];
  switch (choose.below(7)) {
    case 0:
      return [`if (!${first}) {`, `${i}throw new Error(${q}${choose.message(first)}${q})${s}`, "}"];
    case 1:
      return [`console.log(${q}${choose.message()}${q}, ${first})${s}`];
    case 2:
      return [`if (${first} == null) throw new TypeError(${q}${choose.message(first)}${q})${s}`, ""];
    default:
      return [];
  }
}

const made = (value: string, parameters: string, isPlain: boolean, lines: readonly string[] = []): Made => ({
  ...{ value, parameters, isPlain, lines },
});

/** Sometimes stores the value in a variable first. */
const held = (choose: Choices, { h: { s }, other }: Parts, one: Made, usual: readonly string[]): Made => {
  if (choose.chance(0.55)) return one;
  const name = choose.chance(0.6) ? choose.pick(usual) : other;
  return { ...one, lines: [...one.lines, `const ${name} = ${one.value}${s}`], value: name, isPlain: true };
};

const NUMBERS = ["total", "average", "ratio", "score", "price", "amount", "value", "result", "rate"];

/** Numbers that may have decimals. */
export const FRACTIONS: readonly Shape[] = [
  (choose, p) =>
    held(choose, p, made(`${p.a} ${choose.pick(["/", "/", "*"])} ${p.b}`, `${p.a}, ${p.b}`, false), NUMBERS),
  (choose, p) =>
    held(
      choose,
      p,
      made(`(${p.a} / ${p.b}) * ${choose.pick([100, 1000])}`, `${p.a}, ${p.b}`, false),
      NUMBERS,
    ),
  (choose, p) =>
    made(choose.pick([`sum / ${p.list}.length`, "sum * 1.19", "sum / count", "sum"]), p.list, false, [
      `let sum = 0${p.h.s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${p.h.i}sum += ${p.item}.${p.field}${choose.pick(["", ` * ${p.item}.${p.other}`])}${p.h.s}`,
      "}",
    ]),
  (choose, p) => {
    const sum = `${p.list}.reduce((sum, ${p.item}) => sum + ${p.item}.${p.field}, 0)`;
    return held(choose, p, made(`${sum} / ${p.list}.length`, p.list, false), NUMBERS);
  },
  (choose, p) =>
    held(choose, p, made(`Math.sqrt(${p.a} * ${p.a} + ${p.b} * ${p.b})`, `${p.a}, ${p.b}`, true), [
      "distance",
      "length",
      "norm",
    ]),
  (choose, p) =>
    made(`${p.b} - ${p.b} * ${p.other}`, p.a, false, [
      `const ${p.b} = ${p.a}.${p.field} * ${choose.pick(["0.5", "1.2", "0.19", "2.54"])}${p.h.s}`,
      `const ${p.other} = ${p.a}.${choose.pick(["discount", "rate", "tax", "share"])} / 100${p.h.s}`,
    ]),
  (choose, p) => held(choose, p, made(`parseFloat(${p.a}.${p.field})`, p.a, true), NUMBERS),
  (choose, p) =>
    held(
      choose,
      p,
      made(`${p.a} * (1 + ${p.b} / 100)`, `${p.a}, ${p.b}${choose.pick(["", " = 19", " = 7.5"])}`, false),
      NUMBERS,
    ),
  (choose, p) =>
    held(
      choose,
      p,
      made(`${p.a}.${p.field} * ${choose.pick(["0.1", "1.8", "2.2046", "0.3048", "1.609"])}`, p.a, false),
      NUMBERS,
    ),
];

const STRINGS = ["text", "label", "name", "result", "output", "title"];

export const TEXTS: readonly Shape[] = [
  (choose, p) => {
    const between = choose.pick([" ", "-", ": ", ", ", "/", "_"]);
    const text = `\`\${${p.a}.${p.field}}${between}\${${p.a}.${p.other}}\``;
    return held(choose, p, made(text, p.a, true), STRINGS);
  },
  (choose, p) => {
    const { q } = p.h;
    const text = `${p.a} + ${q}${choose.pick([" ", "-", ": ", ", "])}${q} + ${p.b}`;
    return held(choose, p, made(text, `${p.a}, ${p.b}`, false), STRINGS);
  },
  (choose, p) => {
    const { q } = p.h;
    const text = `${p.list}.map((${p.item}) => ${p.item}.${p.field}).join(${q}${choose.pick([" ", ", ", "-", ""])}${q})`;
    return held(choose, p, made(text, p.list, true), STRINGS);
  },
  (choose, p) => {
    const { q } = p.h;
    const what = choose.pick(["/\\s+/g", "/_/g", "/[^a-z]/gi", "/-+/g"]);
    return held(
      choose,
      p,
      made(`${p.a}.replace(${what}, ${q}${choose.pick([" ", "-", ""])}${q})`, p.a, true),
      STRINGS,
    );
  },
  (choose, p) => {
    const { q, s, i } = p.h;
    const text = choose.pick(["text", "out", "output", "line"]);
    return made(text, p.list, true, [
      `let ${text} = ${q}${q}${s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${i}${text} += ${p.item}.${p.field} + ${q}${choose.pick([" ", ", ", ";"])}${q}${s}`,
      "}",
    ]);
  },
  (choose, p) => {
    const end = choose.pick(["0, 1", "1", "2", "0, 10"]);
    return held(
      choose,
      p,
      made(`${p.a}.${p.field}.${choose.pick(["slice", "substring"])}(${end})`, p.a, true),
      STRINGS,
    );
  },
  (choose, p) =>
    made(`${p.a}.${choose.pick(["name", "label", "title", "text", "code", "email"])}`, p.a, true),
  (choose, p) =>
    held(
      choose,
      p,
      made(
        `document.querySelector(${p.h.q}#${p.field}${p.h.q}).${choose.pick(["value", "textContent"])}`,
        "",
        true,
      ),
      STRINGS,
    ),
];

const LISTS = ["result", "results", "found", "matches", "output"];

/** Returns a condition on a list's elements, as code. */
function test(choose: Choices, p: Parts): string {
  const { q } = p.h;
  const one = `${p.item}.${p.other}`;
  return choose.pick([
    one,
    `!${one}`,
    `${one} > ${choose.between(0, 50)}`,
    `${one} === ${q}${choose.pick(["open", "done", "new", "paid"])}${q}`,
    `${one} === ${p.a}`,
  ]);
}

/** Lists of objects. */
export const THINGS: readonly Shape[] = [
  (choose, p) => {
    const kept = test(choose, p);
    const parameters = kept.endsWith(p.a) ? `${p.list}, ${p.a}` : p.list;
    return held(choose, p, made(`${p.list}.filter((${p.item}) => ${kept})`, parameters, true), LISTS);
  },
  (choose, p) => {
    const { i, s } = p.h;
    const out = choose.pick(LISTS);
    return made(out, p.list, true, [
      `const ${out} = []${s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${i}if (${p.item}.${p.other}) ${out}.push(${p.item})${s}`,
      "}",
    ]);
  },
  (choose, p) => held(choose, p, made(`[...${p.a}, ...${p.b}]`, `${p.a}, ${p.b}`, true), LISTS),
  (choose, p) => held(choose, p, made(`Object.values(${p.a}.${p.field}s)`, p.a, true), LISTS),
  (choose, p) => held(choose, p, made(`${p.a}.${p.field}s.concat(${p.a}.${p.other}s)`, p.a, true), LISTS),
  (choose, p) => held(choose, p, made(`Array.from(${p.a}.values())`, p.a, true), LISTS),
];

/** Lists of objects with a known field. */
export const thingsWith = (property: string): readonly Shape[] => [
  ...THINGS,
  (choose, p) => {
    const value = `${p.list}.map((${p.item}) => ({ id: ${p.item}.id, ${property}: ${p.item}.${property} }))`;
    return held(choose, p, made(value, p.list, true), LISTS);
  },
  (choose, p) => {
    const { i, s } = p.h;
    const out = choose.pick(LISTS);
    return made(out, p.list, true, [
      `const ${out} = []${s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${i}${out}.push({ ${p.field}: ${p.item}.${p.field}, ${property}: ${p.item}.${property} })${s}`,
      "}",
    ]);
  },
];

/** Lists of strings. */
export const WORDS: readonly Shape[] = [
  (choose, p) => {
    const field = choose.pick(["name", "label", "title", "email", "city", "tag", "slug", "key"]);
    return held(choose, p, made(`${p.list}.map((${p.item}) => ${p.item}.${field})`, p.list, true), LISTS);
  },
  (choose, p) => held(choose, p, made(`Object.keys(${p.a})`, p.a, true), ["keys", "names", ...LISTS]),
  (choose, p) =>
    held(choose, p, made(`${p.a}.split(${p.h.q}${choose.pick([",", " ", "\\n", ";"])}${p.h.q})`, p.a, true), [
      "parts",
      "words",
      ...LISTS,
    ]),
  (choose, p) => {
    const { i, s } = p.h;
    const out = choose.pick(["names", "labels", "tags", "titles"]);
    return made(out, p.list, true, [
      `const ${out} = []${s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${i}${out}.push(${p.item}.${out.slice(0, -1)})${s}`,
      "}",
    ]);
  },
];

/** Lists of numbers. */
export const FIGURES: readonly Shape[] = [
  (choose, p) => {
    const field = choose.pick(["price", "age", "score", "length", "count", "size", "year"]);
    return held(choose, p, made(`${p.list}.map((${p.item}) => ${p.item}.${field})`, p.list, true), LISTS);
  },
  (choose, p) => held(choose, p, made(`${p.list}.map(Number)`, p.list, true), ["numbers", ...LISTS]),
  (choose, p) => {
    const value = `${p.list}.filter((n) => n ${choose.pick([">", "<", ">="])} ${choose.between(0, 99)})`;
    return held(choose, p, made(value, p.list, true), ["numbers", ...LISTS]);
  },
  (choose, p) => {
    const { i, s } = p.h;
    const out = choose.pick(["prices", "sizes", "scores", "counts"]);
    return made(out, p.list, true, [
      `const ${out} = []${s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${i}${out}.push(${p.item}.${p.field} * ${choose.between(2, 9)})${s}`,
      "}",
    ]);
  },
];

export const OBJECTS: readonly Shape[] = [
  (choose, p) => {
    const pairs = [`${p.field}: ${p.a}.${p.field}`, `${p.other}: ${p.a}.${p.other}`, p.b, `id: ${p.a}.id`];
    const value = `{ ${pairs.slice(0, choose.between(2, 4)).join(", ")} }`;
    return held(choose, p, made(value, `${p.a}, ${p.b}`, false), ["result", "data", "payload", "body"]);
  },
  (choose, p) => {
    const { i, s } = p.h;
    const out = choose.pick(["result", "counts", "groups", "byId"]);
    return made(out, p.list, true, [
      `const ${out} = {}${s}`,
      `for (const ${p.item} of ${p.list}) {`,
      `${i}${out}[${p.item}.${p.field}] = ${p.item}.${p.other}${s}`,
      "}",
    ]);
  },
  (choose, p) =>
    held(choose, p, made(`{ ...${p.a}, ${p.field}: ${p.b} }`, `${p.a}, ${p.b}`, false), [
      "result",
      "data",
      "payload",
    ]),
  (choose, p) =>
    held(
      choose,
      p,
      made(`Object.fromEntries(${p.list}.map((${p.item}) => [${p.item}.id, ${p.item}]))`, p.list, true),
      ["byId", "result", "index"],
    ),
];
