import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, distinctNames, functionWriter } from "../made-up.ts";
import { singular } from "./convert.ts";

/** A loop and the equivalent array method. */
interface Pair {
  readonly loop: readonly string[];
  readonly method: readonly string[];
}

interface Parts {
  readonly hand: CodeStyle;
  readonly list: string;
  readonly item: string;
  readonly out: string;
  readonly field: string;
  /** The loop's head. `element` is the element's expression in its body. */
  readonly head: string;
  readonly element: string;
}

function parts(choose: Choices): Parts & { write: (pair: readonly string[]) => string } {
  const h = chooseStyle(choose);
  const [noun = "", out = "", field = "", verb = ""] = distinctNames(choose, 4);
  const list = choose.chance(0.7)
    ? `${noun}s`
    : choose.pick(["items", "list", "array", "arr", "values", "data", "xs"]);
  const isIndexed = choose.chance(0.4);
  // A counting loop does not name the element, so the callback uses the singular of the list's name, or "item".
  const item = isIndexed
    ? (singular(list) ?? "item")
    : choose.chance(0.7)
      ? noun
      : choose.pick(["item", "x", "value", "element", "entry"]);
  const i = choose.pick(["i", "i", "i", "index", "k"]);
  const counter = choose.pick(["let", "let", "var"]);
  return {
    hand: h,
    list,
    item,
    out: choose.chance(0.6) ? choose.pick(["result", "results", "out", "output", "found"]) : out,
    field,
    head: isIndexed
      ? `for (${counter} ${i} = 0; ${i} < ${list}.length; ${i}++) {`
      : `for (const ${item} of ${list}) {`,
    element: isIndexed ? `${list}[${i}]` : item,
    write: functionWriter(
      choose,
      h,
      `${choose.pick(["get", "collect", "find", "select", "list", "compute"])}${capitalized(verb)}`,
      list,
    ),
  };
}

/** Returns an expression of an element. */
function expression(choose: Choices, field: string, q: string): (element: string) => string {
  const n = choose.between(2, 12);
  const unit = choose.pick([" px", "%", "!", ".json", ": "]);
  const forms: ((e: string) => string)[] = [
    (e) => `${e}.${field}`,
    (e) => `${e} * ${n}`,
    (e) => `${e}.${field} + ${n}`,
    (e) => `${e}.${field}.trim()`,
    (e) => `String(${e})`,
    (e) => `format(${e})`,
    (e) => `${e}.${field}.toUpperCase()`,
    (e) => `${e}.${field} + ${q}${unit}${q}`,
    (e) => `Number(${e}.${field})`,
    (e) => `[${e}.id, ${e}.${field}]`,
    (e) => `${e}.${field} / ${n}`,
    (e) => `parse(${e}.${field})`,
  ];
  return choose.pick(forms);
}

function condition(choose: Choices, field: string, q: string): (element: string) => string {
  const n = choose.between(0, 20);
  const word = choose.pick(["open", "done", "admin", "new", "error", "paid"]);
  const forms: ((e: string) => string)[] = [
    (e) => `${e}.${field}`,
    (e) => `!${e}.${field}`,
    (e) => `${e} > ${n}`,
    (e) => `${e}.${field} > ${n}`,
    (e) => `${e}.${field} === ${q}${word}${q}`,
    (e) => `${e}.${field} !== null`,
    (e) => `isValid(${e})`,
    (e) => `${e} % 2 === 0`,
    (e) => `${e}.${field}.length > 0`,
    (e) => `${e}.${field} >= ${n} && ${e}.active`,
  ];
  return choose.pick(forms);
}

const declare = (choose: Choices) => choose.pick(["const", "const", "let", "var"]);

const BUILD: Record<string, (choose: Choices, p: Parts) => Pair> = {
  map(choose, { hand: { i, s, q }, list, item, out, head, element, field }) {
    const make = expression(choose, field, q);
    return {
      loop: [
        `${declare(choose)} ${out} = []${s}`,
        head,
        `${i}${out}.push(${make(element)})${s}`,
        "}",
        `return ${out}${s}`,
      ],
      method: [`return ${list}.map((${item}) => ${make(item)})${s}`],
    };
  },
  filter(choose, { hand: { i, s, q }, list, item, out, head, element, field }) {
    const test = condition(choose, field, q);
    return {
      loop: [
        `${declare(choose)} ${out} = []${s}`,
        head,
        `${i}if (${test(element)}) {`,
        `${i}${i}${out}.push(${element})${s}`,
        `${i}}`,
        "}",
        `return ${out}${s}`,
      ],
      method: [`return ${list}.filter((${item}) => ${test(item)})${s}`],
    };
  },
  "filter and map"(choose, { hand: { i, s, q }, list, item, out, head, element, field }) {
    const test = condition(choose, "active", q);
    const make = expression(choose, field, q);
    return {
      loop: [
        `${declare(choose)} ${out} = []${s}`,
        head,
        `${i}if (${test(element)}) {`,
        `${i}${i}${out}.push(${make(element)})${s}`,
        `${i}}`,
        "}",
        `return ${out}${s}`,
      ],
      method: [`return ${list}.filter((${item}) => ${test(item)}).map((${item}) => ${make(item)})${s}`],
    };
  },
  reduce(choose, { hand: { i, s }, list, item, head, element, field }) {
    const total = choose.pick(["sum", "total", "acc"]);
    const value = choose.pick([
      (e: string) => e,
      (e: string) => `${e}.${field}`,
      (e: string) => `${e}.${field} * ${e}.count`,
    ]);
    return {
      loop: [
        `let ${total} = 0${s}`,
        head,
        `${i}${total} += ${value(element)}${s}`,
        "}",
        `return ${total}${s}`,
      ],
      method: [`return ${list}.reduce((${total}, ${item}) => ${total} + ${value(item)}, 0)${s}`],
    };
  },
  join(choose, { hand: { i, s, q }, list, item, head, element, field }) {
    const text = choose.pick(["text", "html", "output", "result", "str", "out"]);
    const end = choose.pick(["", ", ", "\\n", " ", ";", "<br>"]);
    const make = choose.pick([
      (e: string) => `${e}.${field}`,
      (e: string) => `format(${e})`,
      (e: string) => `String(${e})`,
    ]);
    const piece = (e: string) => (end === "" ? make(e) : `${make(e)} + ${q}${end}${q}`);
    return {
      loop: [
        `let ${text} = ${q}${q}${s}`,
        head,
        `${i}${text} += ${piece(element)}${s}`,
        "}",
        `return ${text}${s}`,
      ],
      method: [`return ${list}.map((${item}) => ${piece(item)}).join(${q}${q})${s}`],
    };
  },
  find(choose, { hand: { i, s, q }, list, item, head, element, field }) {
    const test = condition(choose, field, q);
    return {
      loop: [
        head,
        `${i}if (${test(element)}) {`,
        `${i}${i}return ${element}${s}`,
        `${i}}`,
        "}",
        `return undefined${s}`,
      ],
      method: [`return ${list}.find((${item}) => ${test(item)})${s}`],
    };
  },
  some(choose, { hand: { i, s, q }, list, item, head, element, field }) {
    const test = condition(choose, field, q);
    return {
      loop: [
        head,
        `${i}if (${test(element)}) {`,
        `${i}${i}return true${s}`,
        `${i}}`,
        "}",
        `return false${s}`,
      ],
      method: [`return ${list}.some((${item}) => ${test(item)})${s}`],
    };
  },
};

const TO_METHOD = (method: string) => [
  `use ${method}[| instead of the loop]`,
  `[replace|rewrite] the loop [with|using] ${method}`,
  `[[convert|change] the loop [to|into]|turn the loop into] ${method}`,
  `simplify [this |]with ${method}`,
  `=${method} instead of the loop`,
  `make [this|it] a ${method}`,
  `use Array.prototype.${method.split(" ")[0]}${method.includes(" ") ? ` and ${method.split(" ").at(-1)}` : ""}`,
  `do this with ${method}`,
  `get rid of the loop[,|:] use ${method}`,
];

export const loopsToMethods = Object.entries(BUILD).map(([method, build]) =>
  composed(
    `loop-to-${method.replaceAll(" ", "-")}`,
    {
      seen: TO_METHOD(method),
      unseen: [`${method} can do what this loop does`, `shorten the loop by means of ${method}`],
      weight: 0.9,
    },
    (choose) => {
      const p = parts(choose);
      const { loop, method: after } = build(choose, p);
      return { before: p.write(loop), after: p.write(after) };
    },
  ),
);

const toLoop = ["map", "filter", "reduce", "find", "some"] as const;

/** The reverse edit always writes `for (const item of list)`. */
export const methodsToLoops = toLoop.map((method) =>
  composed(
    `${method}-to-loop`,
    {
      seen: [
        `use a [for of |for...of |]loop instead of ${method}`,
        `[rewrite|convert|change] ${method} [to|as|into] a [for...of |]loop`,
        `replace ${method} [with|by] a [plain |for...of |]loop`,
        `=no ${method}, [write|use] a loop`,
        `expand [the |]${method} [to|into] a loop`,
      ],
      unseen: [`spell ${method} out as a loop`],
      weight: 0.5,
    },
    (choose) => {
      const base = parts(choose);
      const p = {
        ...base,
        head: `for (const ${base.item} of ${base.list}) {`,
        element: base.item,
        out: "result",
      };
      // Random choices about the loop's first line are replaced by the convention here.
      const build = BUILD[method];
      if (build === undefined) throw new Error(`there is no ${method}`);
      const { loop, method: before } = build(choose, p);
      const named = loop.map((line) =>
        line
          .replace(/^(const|let|var) result = \[\]/, "const result = []")
          .replace(/\b(total|acc)\b/g, "sum"),
      );
      return {
        before: p.write(before.map((line) => line.replace(/\b(total|acc)\b/g, "sum"))),
        after: p.write(named),
      };
    },
  ),
);
