import { type Choices, joinWords, NOUNS, VERBS, wordsOf } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, distinctNames } from "../made-up.ts";
import type { Recursion } from "./recursion-parts.ts";
import { anyRecursion } from "./recursions.ts";

const FASTER = [
  "optimize [this code|this|the code|it|this function]",
  "make [this|it|the code] [faster|more efficient|quicker]",
  "[improve|speed up] [the performance|this|the code]",
  "optimise [this|it]",
  "=this is slow[, speed it up|, make it faster]",
];

/** A recursion over a number and the equivalent loop. `n` is the parameter, `f` the function. */
interface Shape {
  /** Usual names of the function. */
  readonly usual: readonly string[];
  readonly base: { readonly test: readonly string[]; readonly value: string };
  /** The recursive value. */
  readonly step: (f: string, n: string) => readonly string[];
  readonly loop: (n: string, x: Loop) => readonly string[];
}

interface Loop {
  readonly hand: CodeStyle;
  readonly acc: string;
  readonly i: string;
}

/** `let acc = start; for (let i = from; i <= n; i++) { acc op= i; } return acc;` */
function upTo(start: string, first: string, update: string) {
  return (n: string, { hand: { i: indent, s }, acc, i }: Loop) => [
    `let ${acc} = ${start}${s}`,
    `for (let ${i} = ${first}; ${i} <= ${n}; ${i}++) {`,
    `${indent}${acc} ${update.replaceAll("I", i)}${s}`,
    "}",
    `return ${acc}${s}`,
  ];
}

const both = (left: string, operator: string, right: string) => [
  `${left} ${operator} ${right}`,
  `${right} ${operator} ${left}`,
];

function shapes(choose: Choices): Shape[] {
  const k = choose.between(2, 9);
  return [
    {
      usual: ["factorial", "fact", "fac", "factorialOf", "fak", "f", "computeFactorial", "product"],
      base: { test: ["N <= 1", "N === 0", "N < 2", "N === 1", "N == 0", "!N"], value: "1" },
      step: (f, n) => both(n, "*", `${f}(${n} - 1)`),
      loop: upTo("1", "2", "*= I"),
    },
    {
      usual: ["sum", "sumTo", "sumUpTo", "total", "triangle", "gauss", "addUp", "sumOfNumbers"],
      base: { test: ["N === 0", "N <= 0", "N == 0", "!N"], value: "0" },
      step: (f, n) => both(n, "+", `${f}(${n} - 1)`),
      loop: upTo("0", "1", "+= I"),
    },
    {
      usual: ["sumSquares", "sumOfSquares", "squares", "squareSum"],
      base: { test: ["N === 0", "N <= 0"], value: "0" },
      step: (f, n) => both(`${n} * ${n}`, "+", `${f}(${n} - 1)`),
      loop: upTo("0", "1", "+= I * I"),
    },
    {
      usual: ["multiples", "sumMultiples", "weighted", "scaledSum"],
      base: { test: ["N === 0", "N <= 0"], value: "0" },
      step: (f, n) => both(`${n} * ${k}`, "+", `${f}(${n} - 1)`),
      loop: upTo("0", "1", `+= I * ${k}`),
    },
    {
      usual: ["powerOf", `powerOf${k}`, "pow", "exponential", "grow"],
      base: { test: ["N === 0", "N <= 0", "N < 1"], value: "1" },
      step: (f, n) => both(`${k}`, "*", `${f}(${n} - 1)`),
      loop: upTo("1", "1", `*= ${k}`),
    },
    {
      usual: ["fib", "fibonacci", "fibo", "nthFibonacci", "computeFib", "rabbits"],
      base: { test: ["N <= 1", "N < 2"], value: "N" },
      step: (f, n) => [`${f}(${n} - 1) + ${f}(${n} - 2)`, `${f}(${n} - 2) + ${f}(${n} - 1)`],
      loop: (n, { hand: { i: indent, s }, i }) => [
        `let a = 0${s}`,
        `let b = 1${s}`,
        `for (let ${i} = 0; ${i} < ${n}; ${i}++) {`,
        `${indent}[a, b] = [b, a + b]${s}`,
        "}",
        `return a${s}`,
      ],
    },
    {
      usual: ["stars", "repeatStar", "dashes", "line", "bar"],
      base: { test: ["N === 0", "N <= 0"], value: '""' },
      step: (f, n) => both('"*"', "+", `${f}(${n} - 1)`),
      loop: upTo('""', "1", '+= "*"'),
    },
    {
      usual: ["countdown", "range", "listTo", "numbers", "upTo"],
      base: { test: ["N === 0", "N <= 0"], value: "[]" },
      step: (f, n) => [`[...${f}(${n} - 1), ${n}]`, `${f}(${n} - 1).concat(${n})`],
      loop: (n, { hand: { i: indent, s }, acc, i }) => [
        `const ${acc} = []${s}`,
        `for (let ${i} = 1; ${i} <= ${n}; ${i}++) {`,
        `${indent}${acc}.push(${i})${s}`,
        "}",
        `return ${acc}${s}`,
      ],
    },
  ];
}

/** Returns the code of a recursion in one of its usual forms. */
function recursive(
  choose: Choices,
  { test, value, effect }: Pick<Recursion, "test" | "value" | "effect">,
  step: string,
  { i, s }: CodeStyle,
): (head: string, arrowHead: string) => string {
  if (value === undefined) {
    const guard = choose.chance(0.5)
      ? [`if (${test}) return${s}`]
      : [`if (${test}) {`, `${i}return${s}`, "}"];
    const lines = [...guard, `${effect}${s}`, `${step}${s}`].map((line) => i + line).join("\n");
    return (head) => `${head} {\n${lines}\n}`;
  }
  const form = choose.below(9);
  return (head, arrowHead) => {
    switch (form) {
      case 0:
        return `${head} { return ${test} ? ${value} : ${step}${s} }`;
      case 1:
        return `${head} {\n${i}return ${test} ? ${value} : ${step}${s}\n}`;
      case 2:
        return `${head} {\n${i}if (${test}) return ${value}${s}\n${i}return ${step}${s}\n}`;
      case 3:
        return `${head} {\n${i}if (${test}) {\n${i}${i}return ${value}${s}\n${i}}\n${i}return ${step}${s}\n}`;
      case 4:
        return `${head} {\n${i}if (${test}) {\n${i}${i}return ${value}${s}\n${i}} else {\n${i}${i}return ${step}${s}\n${i}}\n}`;
      case 5:
        return `${arrowHead} => ${test} ? ${value} : ${step}${s}`;
      case 6:
        return `${arrowHead} => (${test} ? ${value} : ${step})${s}`;
      case 7:
        return `${arrowHead} => {\n${i}if (${test}) return ${value}${s}\n${i}return ${step}${s}\n}${s}`;
      default:
        return `${head} {\n${i}if (${test}) return ${value}${s}\n${i}else return ${step}${s}\n}`;
    }
  };
}

/** Returns one of the well-known recursions. */
function known(choose: Choices, hand: CodeStyle): Recursion {
  const n = choose.pick(["n", "n", "n", "n", "num", "x", "number", "k", "count", "value", "m"]);
  const shape = choose.pick(shapes(choose));
  return {
    usual: shape.usual,
    parameters: n,
    test: choose.pick(shape.base.test).replace("N", n),
    value: shape.base.value.replace("N", n),
    step: (f) => choose.pick(shape.step(f, n)),
    loop: shape.loop(n, { hand, acc: "result", i: n === "i" ? "j" : "i" }),
  };
}

function typesOf({ value }: Recursion): readonly [string, string] {
  return [": number", `: ${value === "[]" ? "number[]" : value === '""' ? "string" : "number"}`];
}

function anyName(choose: Choices, usual: readonly string[]): string {
  if (choose.chance(0.45)) return choose.pick(usual);
  return choose.chance(0.5)
    ? joinWords([choose.pick(VERBS), choose.pick(NOUNS)], "camel")
    : (distinctNames(choose, 1)[0] ?? "compute");
}

export const recursionToLoop = composed(
  "recursion-to-loop",
  {
    seen: [
      ...FASTER,
      "use a loop[| instead of recursion]",
      "replace the recursion [with|by] a loop",
      "make [it|this] iterative",
      "[[convert|change] the recursion [to|into]|turn the recursion into] a loop",
      "=no recursion[ please|]",
      "avoid the recursion",
      "rewrite [this |]iteratively",
      "remove the recursion[|, it overflows the stack]",
      "get rid of the recursive call",
    ],
    unseen: [
      "this blows the stack for large numbers",
      "the function should not call itself",
      "tune this for speed",
    ],
    weight: 5,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const isKnown = choose.chance(0.45);
    const recursion = isKnown ? known(choose, h) : anyRecursion(choose, h);
    const f = freeName(choose, recursion);
    const prefix = choose.chance(0.15) ? "export " : "";
    const [type, result] = isKnown && choose.chance(0.25) ? typesOf(recursion) : ["", ""];
    const { i, s } = h;
    // The loop keeps the function's name, parameters, types and form; quotes are double.
    const { parameters, loopParameters = parameters } = recursion;
    const bare = /^\w+$/.test(parameters) && type === "" && choose.chance(0.4);
    const headOf = (given: string) => `${prefix}function ${f}(${given}${type})${result}`;
    // Some styles leave out the parentheses around a single parameter.
    const arrowOf = (given: string) => `${prefix}const ${f} = ${bare ? given : `(${given}${type})`}${result}`;
    const before = recursive(
      choose,
      recursion,
      recursion.step(f),
      h,
    )(headOf(parameters), arrowOf(parameters));
    const body = recursion.loop.map((line) => i + line).join("\n");
    const after = /^(export )?const /.test(before)
      ? `${arrowOf(loopParameters)} => {\n${body}\n}${s}`
      : `${headOf(loopParameters)} {\n${body}\n}`;
    return { before, after };
  },
);

/** Returns a name that does not occur in the function. */
function freeName(choose: Choices, { usual, parameters, loop }: Recursion): string {
  const taken = new Set(`${parameters} ${loop.join(" ")}`.match(/[A-Za-z]\w*/g));
  const name = anyName(choose, usual);
  return taken.has(name) ? joinWords(["get", ...wordsOf(name)], "camel") : name;
}

export const memoizeRecursion = composed(
  "memoize",
  {
    seen: [
      "memoize [this|it|the function|the results]",
      "cache the results[| in a Map]",
      "add memoization[| with a Map]",
      "use a Map as cache",
      "remember results that were computed before",
      "make it faster with memoization",
    ],
    unseen: ["don't compute the same thing twice, keep a table"],
    weight: 1.3,
  },
  (choose) => {
    // By convention, a Map above the function, named after it.
    const h = chooseStyle(choose);
    const { i, s } = h;
    const n = choose.pick(["n", "n", "num", "x", "id", "key", "input", "value", "i"]);
    const f = anyName(choose, [
      "fib",
      "fibonacci",
      "compute",
      "solve",
      "paths",
      "collatz",
      "slowSquare",
      "load",
      "score",
    ]);
    const cache = `${f}Cache`;
    const isSelf = choose.chance(0.6);
    const expression = isSelf
      ? choose.pick([
          `${f}(${n} - 1) + ${f}(${n} - 2)`,
          `${f}(${n} - 1) * 2 + ${n}`,
          `${f}(Math.floor(${n} / 2)) + 1`,
          `${f}(${n} - 1) + ${f}(${n} - 3)`,
        ])
      : choose.pick([
          `expensive(${n})`,
          `heavyWork(${n}) * ${choose.between(2, 9)}`,
          `compute(${n}, ${choose.between(1, 99)})`,
          `render(${n}).length`,
        ]);
    const base = isSelf ? [`if (${n} <= 1) return ${n}${s}`] : [];
    const write = (lines: readonly string[]) =>
      `function ${f}(${n}) {\n${lines.map((line) => i + line).join("\n")}\n}`;
    const before = write([...base, `return ${expression}${s}`]);
    const after = `const ${cache} = new Map()${s}\n\n${write([
      ...base,
      `if (${cache}.has(${n})) return ${cache}.get(${n})${s}`,
      `const result = ${expression}${s}`,
      `${cache}.set(${n}, result)${s}`,
      `return result${s}`,
    ])}`;
    return { before, after };
  },
);

export const duplicatesToSet = composed(
  "nested-loops-to-set",
  {
    seen: [
      ...FASTER,
      "use a Set instead of the nested loop[s|]",
      "avoid the quadratic [loop|runtime]",
      "=the nested loop[s are| is] slow, use a Set",
      "make [it|this] linear[| with a Set]",
    ],
    unseen: ["this takes n squared steps for what one pass could do"],
    weight: 1.3,
  },
  (choose) => {
    const { i, s } = chooseStyle(choose);
    const list = choose.pick([
      "items",
      "list",
      "values",
      "arr",
      "array",
      "numbers",
      "ids",
      "words",
      "names",
      "xs",
    ]);
    const f = anyName(choose, ["hasDuplicates", "containsDuplicate", "hasRepeats", "anyTwice"]);
    const [a, b] = choose.pick([
      ["i", "j"],
      ["i", "j"],
      ["a", "b"],
      ["m", "n"],
    ] as const);
    const braces = choose.chance(0.6);
    const inner = `if (${list}[${a}] === ${list}[${b}])`;
    const before = [
      `function ${f}(${list}) {`,
      `${i}for (let ${a} = 0; ${a} < ${list}.length; ${a}++) {`,
      `${i}${i}for (let ${b} = ${a} + 1; ${b} < ${list}.length; ${b}++) {`,
      ...(braces
        ? [`${i}${i}${i}${inner} {`, `${i}${i}${i}${i}return true${s}`, `${i}${i}${i}}`]
        : [`${i}${i}${i}${inner} return true${s}`]),
      `${i}${i}}`,
      `${i}}`,
      `${i}return false${s}`,
      "}",
    ];
    const after = [
      `function ${f}(${list}) {`,
      `${i}return new Set(${list}).size !== ${list}.length${s}`,
      "}",
    ];
    return { before: before.join("\n"), after: after.join("\n") };
  },
);

export const earlyExit = composed(
  "early-exit",
  {
    seen: [
      ...FASTER,
      "return as soon as [it is found|a match is found]",
      "exit the loop early",
      "stop at the first match",
      "=no need to go on after a match",
      "use an early exit",
    ],
    unseen: ["once a hit is found the rest of the loop is wasted"],
    weight: 1.3,
  },
  (choose) => {
    const { i, s, q } = chooseStyle(choose);
    const [noun = "", field = "", verb = ""] = distinctNames(choose, 3);
    const list = `${noun}s`;
    const f = joinWords([choose.pick(["has", "contains", "find", "is", "check"]), ...wordsOf(verb)], "camel");
    const flag = choose.pick(["found", "result", "exists", "ok", "match"]);
    const test = choose.pick([
      `${noun}.${field} === ${q}${choose.pick(["open", "admin", "new"])}${q}`,
      `${noun}.${field} > ${choose.between(0, 99)}`,
      `${noun}.${field}`,
      `${noun} === ${field}`,
    ]);
    const parameters = test.endsWith(`=== ${field}`) ? `${list}, ${field}` : list;
    const before = [
      `function ${f}(${parameters}) {`,
      `${i}let ${flag} = false${s}`,
      `${i}for (const ${noun} of ${list}) {`,
      `${i}${i}if (${test}) {`,
      `${i}${i}${i}${flag} = true${s}`,
      `${i}${i}}`,
      `${i}}`,
      `${i}return ${flag}${s}`,
      "}",
    ];
    const after = [
      `function ${f}(${parameters}) {`,
      `${i}for (const ${noun} of ${list}) {`,
      `${i}${i}if (${test}) {`,
      `${i}${i}${i}return true${s}`,
      `${i}${i}}`,
      `${i}}`,
      `${i}return false${s}`,
      "}",
    ];
    return { before: before.join("\n"), after: after.join("\n") };
  },
);
