import type { Choices } from "../../choices/index.ts";
import { type CodeStyle, distinctNames } from "../made-up.ts";
import { assigned, collected, type Recursion, repeated } from "./recursion-parts.ts";
import { between, carried, descending, headAndTail, linked } from "./walks.ts";

/** Returns a recursion that is equivalent to a short loop. All of a kind become loops by one rule. */
export function anyRecursion(choose: Choices, hand: CodeStyle): Recursion {
  const kinds = [
    ...[counted, counted, counted, shrinking, shrinking, tail, tail, tail, listed, listed, listed],
    ...[indexed, spelled, spelled, effects, linked, linked, headAndTail, between, between],
    ...[descending, descending, descending, carried],
  ];
  return choose.pick(kinds)(choose, hand);
}

const number = (choose: Choices) =>
  choose.pick(["n", "n", "n", "num", "x", "k", "count", "m", "value", "depth"]);
const list = (choose: Choices) =>
  choose.pick(["list", "items", "arr", "xs", "numbers", "values", "nums", "array", "rows"]);
const text = (choose: Choices) => choose.pick(["s", "str", "text", "word", "string", "input"]);
/** Puts a term into parentheses if a product or a sum needs them. */
const wrapped = (term: string) => (/ ([-+&%?/]|===) /.test(term) ? `(${term})` : term);

/** `f(n) = term(n) ∘ f(n - 1)`: i counts from after the base case up to n. */
function counted(choose: Choices, hand: CodeStyle): Recursion {
  const n = number(choose);
  const a = choose.pick(["a", "b", "base", "factor", "y", "step", "rate", "c"]);
  const i = n === "i" ? "j" : "i";
  const k = choose.between(2, 12);
  const [test, last] = choose.pick([
    [`${n} === 0`, 0],
    [`${n} <= 0`, 0],
    [`${n} < 1`, 0],
    [`${n} === 1`, 1],
    [`${n} <= 1`, 1],
    [`${n} < 2`, 1],
  ] as const);
  const isPair = choose.chance(0.4);
  const isSum = choose.chance(0.6);
  const call = distinctNames(choose, 1)[0] ?? "cost";
  const term = choose.pick<(x: string) => string>(
    isPair
      ? [() => a, () => a, () => a, (x) => `${a} * ${x}`, (x) => `${a} + ${x}`, (x) => `Math.pow(${x}, ${a})`]
      : [
          (x) => `${x} * ${x} * ${x}`,
          (x) => `2 * ${x} - 1`,
          (x) => `2 * ${x}`,
          (x) => `${x} * ${k}`,
          (x) => `${x} + ${k}`,
          (x) => `${x} % ${k}`,
          (x) => `1 / ${x}`,
          (x) => `${x} * (${x} + 1)`,
          (x) => `Math.sqrt(${x})`,
          (x) => `${call}(${x})`,
          () => `${k}`,
        ],
  );
  const value = isSum ? `${choose.chance(0.85) ? last : k}` : "1";
  const operator = isSum ? "+" : "*";
  const parameters = isPair
    ? choose.pick([
        [a, n],
        [a, n],
        [n, a],
      ])
    : [n];
  const rest = `(${parameters.map((one) => (one === n ? `${n} - 1` : one)).join(", ")})`;
  const isFirst = choose.chance(0.7);
  return {
    usual: isPair ? ["power", "pow", "multiply", "times"] : ["sumOf", "series", "cubes", "oddSum", "energy"],
    parameters: parameters.join(", "),
    test,
    value,
    step: (f) =>
      isFirst
        ? `${isSum ? term(n) : wrapped(term(n))} ${operator} ${f}${rest}`
        : `${f}${rest} ${operator} ${wrapped(term(n))}`,
    loop: collected(hand, value, `for (let ${i} = ${last + 1}; ${i} <= ${n}; ${i}++)`, [
      `result ${operator}= ${term(i)}`,
    ]),
  };
}

/** `f(n) = term(n) + f(smaller n)`: the loop also reduces n. */
function shrinking(choose: Choices, hand: CodeStyle): Recursion {
  const n = number(choose);
  const k = choose.between(2, 9);
  const half = choose.pick([`Math.floor(${n} / 2)`, `${n} >> 1`, `Math.floor(${n} / ${k})`]);
  const [usual, test, negated, value, terms, next] = choose.pick([
    [["digits", "digitSum"], `${n} < 10`, `${n} >= 10`, n, [`${n} % 10`], `Math.floor(${n} / 10)`],
    [["digitCount", "width"], `${n} < 10`, `${n} >= 10`, "1", ["1"], `Math.floor(${n} / 10)`],
    [["bits", "ones"], `${n} === 0`, `${n} !== 0`, "0", [`${n} % 2`, `${n} & 1`, "1"], half],
    [["log", "halvings"], `${n} <= 1`, `${n} > 1`, "0", ["1"], half],
    [["steps", "levels"], `${n} < 1`, `${n} >= 1`, `${choose.below(3)}`, ["1", n], half],
    [["everyNth", "down"], `${n} <= 0`, `${n} > 0`, "0", [n, `${n} * ${n}`, "1"], `${n} - ${k}`],
  ] as const);
  const term = choose.pick<string>(terms);
  const isFirst = choose.chance(0.7);
  const end = value === n ? `return result + ${n}` : "return result";
  return {
    usual,
    parameters: n,
    test,
    value,
    step: (f) => (isFirst ? `${wrapped(term)} + ${f}(${next})` : `${f}(${next}) + ${wrapped(term)}`),
    loop: collected(
      hand,
      value === n ? "0" : value,
      `while (${negated})`,
      [`result += ${term}`, assigned(n, next)],
      end,
    ),
  };
}

/** A tail recursion: the parameters are reassigned until it ends. */
function tail(choose: Choices, hand: CodeStyle): Recursion {
  const n = number(choose);
  const acc = choose.pick(["acc", "total", "result", "sum", "steps"]);
  const k = choose.between(2, 9);
  const xs = list(choose);
  const [usual, parameters, test, negated, value, args] = choose.pick([
    [["gcd", "divisor"], ["a", "b"], "b === 0", "b !== 0", "a", ["b", "a % b"]],
    [["gcd", "common"], ["x", "y"], "y === 0", "y !== 0", "x", ["y", "x % y"]],
    [
      ["product", "factorial"],
      [n, `${acc} = 1`],
      `${n} <= 1`,
      `${n} > 1`,
      acc,
      [`${n} - 1`, `${acc} * ${n}`],
    ],
    [["sum", "add"], [n, `${acc} = 0`], `${n} === 0`, `${n} !== 0`, acc, [`${n} - 1`, `${acc} + ${n}`]],
    [
      ["collatz", "stops"],
      [n, `${acc} = 0`],
      `${n} === 1`,
      `${n} !== 1`,
      acc,
      [`${n} % 2 === 0 ? ${n} / 2 : 3 * ${n} + 1`, `${acc} + 1`],
    ],
    [["rest", "modulo"], [n], `${n} < ${k}`, `${n} >= ${k}`, n, [`${n} - ${k}`]],
    [["odd", "strip"], [n], `${n} % 2 === 1`, `${n} % 2 !== 1`, n, [`${n} / 2`]],
    [
      ["power", "raise"],
      ["base", "exp", `${acc} = 1`],
      "exp === 0",
      "exp !== 0",
      acc,
      ["base", "exp - 1", `${acc} * base`],
    ],
    [
      ["find", "indexOf"],
      [xs, "target", "i = 0"],
      `i === ${xs}.length || ${xs}[i] === target`,
      `i !== ${xs}.length && ${xs}[i] !== target`,
      "i",
      [xs, "target", "i + 1"],
    ],
    [
      ["total", "addUp"],
      [xs, "i = 0", `${acc} = 0`],
      `i >= ${xs}.length`,
      `i < ${xs}.length`,
      acc,
      [xs, "i + 1", `${acc} + ${xs}[i]`],
    ],
  ] as readonly [readonly string[], readonly string[], string, string, string, readonly string[]][]);
  const bare = parameters.map((one) => one.replace(/ = .*/, ""));
  const changed = bare.flatMap((name, index) => {
    const argument = args[index] ?? name;
    return argument === name ? [] : [{ name, argument }];
  });
  const [only, ...more] = changed;
  const update =
    only !== undefined && more.length === 0
      ? assigned(only.name, only.argument)
      : `[${changed.map(({ name }) => name).join(", ")}] = [${changed.map(({ argument }) => argument).join(", ")}]`;
  return {
    usual,
    parameters: parameters.join(", "),
    test,
    value,
    step: (f) => `${f}(${args.join(", ")})`,
    loop: repeated(hand, negated, update, value),
  };
}

/** The first element of a list, combined with the result for the others. */
function listed(choose: Choices, hand: CodeStyle): Recursion {
  const xs = list(choose);
  const [field = "price"] = distinctNames(choose, 1);
  const [operator, value, terms] = choose.pick<readonly [string, string, readonly ((x: string) => string)[]]>(
    [
      [
        "+",
        "0",
        [
          (x) => x,
          (x) => x,
          () => "1",
          (x) => `${x} * ${x}`,
          (x) => `${x}.${field}`,
          (x) => `Math.abs(${x})`,
          (x) => `${x}.length`,
        ],
      ],
      ["*", "1", [(x) => x, (x) => `${x}.${field}`]],
      ["max", "-Infinity", [(x) => x, (x) => `${x}.${field}`]],
      ["min", "Infinity", [(x) => x, (x) => `${x}.${field}`]],
      ["push", "[]", [(x) => `${x}.${field}`, (x) => `${x} * 2`, (x) => `${field}(${x})`]],
    ],
  );
  const term = choose.pick(terms);
  const first = `${xs}[0]`;
  const rest = `(${xs}.slice(1))`;
  const isMath = operator === "max" || operator === "min";
  const step = (f: string) =>
    isMath
      ? `Math.${operator}(${term(first)}, ${f}${rest})`
      : operator === "push"
        ? `[${term(first)}, ...${f}${rest}]`
        : `${term(first)} ${operator} ${f}${rest}`;
  const update = isMath
    ? `result = Math.${operator}(result, ${term("item")})`
    : operator === "push"
      ? `result.push(${term("item")})`
      : `result ${operator}= ${term("item")}`;
  return {
    usual: ["total", "sumList", "length", "len", "maxOf", "product", "pluck", "addAll"],
    parameters: xs,
    test: choose.pick([`${xs}.length === 0`, `${xs}.length === 0`, `!${xs}.length`]),
    value,
    step,
    loop: collected(hand, value, `for (const item of ${xs})`, [update]),
  };
}

/** A list from an index that is a parameter. */
function indexed(choose: Choices, hand: CodeStyle): Recursion {
  const xs = list(choose);
  const i = choose.pick(["i", "i", "index", "at"]);
  const [field = "price"] = distinctNames(choose, 1);
  const term = choose.pick([
    `${xs}[${i}]`,
    `${xs}[${i}]`,
    `${xs}[${i}].${field}`,
    `${xs}[${i}] * ${xs}[${i}]`,
  ]);
  return {
    usual: ["sumFrom", "total", "addFrom", "weight"],
    parameters: `${xs}, ${i} = 0`,
    test: choose.pick([`${i} >= ${xs}.length`, `${i} === ${xs}.length`]),
    value: "0",
    step: (f) => `${term} + ${f}(${xs}, ${i} + 1)`,
    loop: collected(hand, "0", `for (; ${i} < ${xs}.length; ${i}++)`, [`result += ${term}`]),
  };
}

/** The first character, combined with the result for the others. */
function spelled(choose: Choices, hand: CodeStyle): Recursion {
  const t = text(choose);
  const at = choose.chance(0.7)
    ? (index: string) => `${t}[${index}]`
    : (index: string) => `${t}.charAt(${index})`;
  const rest = choose.pick([`(${t}.slice(1))`, `(${t}.slice(1))`, `(${t}.substring(1))`]);
  const letter = choose.pick(["a", "e", "x", "-", " "]);
  const [usual, value, step, update] = choose.pick<
    readonly [readonly string[], string, (f: string) => string, string]
  >([
    [["reverse", "backwards"], '""', (f) => `${f}${rest} + ${at("0")}`, `result = ${at("i")} + result`],
    [["reverse", "flip"], '""', (f) => `${f}${rest} + ${at("0")}`, `result = ${at("i")} + result`],
    [
      ["shout", "upper"],
      '""',
      (f) => `${at("0")}.toUpperCase() + ${f}${rest}`,
      `result += ${at("i")}.toUpperCase()`,
    ],
    [["size", "count"], "0", (f) => `1 + ${f}${rest}`, "result += 1"],
    [
      ["countLetter", "occurrences"],
      "0",
      (f) => `(${at("0")} === "${letter}" ? 1 : 0) + ${f}${rest}`,
      `result += ${at("i")} === "${letter}" ? 1 : 0`,
    ],
    [
      ["double", "stretch"],
      '""',
      (f) => `${at("0")} + ${at("0")} + ${f}${rest}`,
      `result += ${at("i")} + ${at("i")}`,
    ],
  ]);
  return {
    usual,
    parameters: t,
    test: choose.pick([`${t} === ""`, `${t}.length === 0`, `!${t}`]),
    value,
    step,
    loop: collected(hand, value, `for (let i = 0; i < ${t}.length; i++)`, [update]),
  };
}

/** A side effect, followed by the same for the next smaller number. */
function effects(choose: Choices, { i: indent, s }: CodeStyle): Recursion {
  const n = number(choose);
  const [call = "visit"] = distinctNames(choose, 1);
  const effect = choose.pick([
    `console.log(${n})`,
    `${call}(${n})`,
    `output.push(${n})`,
    `console.log("*".repeat(${n}))`,
  ]);
  const [test, negated] = choose.pick([
    [`${n} === 0`, `${n} !== 0`],
    [`${n} <= 0`, `${n} > 0`],
    [`${n} < 1`, `${n} >= 1`],
  ] as const);
  return {
    usual: ["countdown", "printDown", "launch", "triangle"],
    parameters: n,
    test,
    value: undefined,
    effect,
    step: (f) => `${f}(${n} - 1)`,
    loop: [`while (${negated}) {`, `${indent}${effect}${s}`, `${indent}${n}--${s}`, "}"],
  };
}

/** Returns a recursion with more than one recursive call, which no short loop replaces. */
export function branching(choose: Choices): string {
  const [a = "left", b = "right"] = choose.pick([
    ["left", "right"],
    ["first", "second"],
    ["yes", "no"],
  ]);
  const f = choose.pick(["visit", "walk", "depth", "sum", "count", "collect", "solve", "explore"]);
  const node = choose.pick(["node", "tree", "root", "item"]);
  return choose.pick([
    `function ${f}(${node}) {\n  if (!${node}) return 0;\n  return ${node}.value + ${f}(${node}.${a}) + ${f}(${node}.${b});\n}`,
    `function ${f}(${node}) {\n  if (${node} === null) {\n    return 0;\n  }\n  return 1 + Math.max(${f}(${node}.${a}), ${f}(${node}.${b}));\n}`,
    `const ${f} = (${node}) => ${node}.children.reduce((total, child) => total + ${f}(child), ${node}.size);`,
    `function ${f}(${node}) {\n  console.log(${node}.name);\n  for (const child of ${node}.children) ${f}(child);\n}`,
    `function ${f}(list) {\n  return list.flatMap((one) => (Array.isArray(one) ? ${f}(one) : [one]));\n}`,
    `function ${f}(m, n) {\n  if (m === 0) return n + 1;\n  if (n === 0) return ${f}(m - 1, 1);\n  return ${f}(m - 1, ${f}(m, n - 1));\n}`,
    `function ${f}(rows, columns) {\n  if (rows === 1 || columns === 1) return 1;\n  return ${f}(rows - 1, columns) + ${f}(rows, columns - 1);\n}`,
    `function ${f}(n, from, to, via) {\n  if (n === 0) return;\n  ${f}(n - 1, from, via, to);\n  move(n, from, to);\n  ${f}(n - 1, via, to, from);\n}`,
  ]);
}
