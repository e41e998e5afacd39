import type { Choices } from "../../choices/index.ts";
import { type CodeStyle, distinctNames } from "../made-up.ts";
import { assigned, collected, type Recursion, repeated } from "./recursion-parts.ts";

/** From node to node of a linked list. */
export function linked(choose: Choices, hand: CodeStyle): Recursion {
  const node = choose.pick(["node", "node", "list", "head", "link", "cell", "item", "current"]);
  const next = choose.pick(["next", "next", "next", "rest", "tail", "parent"]);
  const [field = "price"] = distinctNames(choose, 1);
  const value = choose.pick(["value", "value", field]);
  const [usual, operator, start, term] = choose.pick<
    readonly [readonly string[], string, string, (x: string) => string]
  >([
    [["length", "size", "count", "depth"], "+", "0", () => "1"],
    [["sumNodes", "total", "addNodes"], "+", "0", (x) => `${x}.${value}`],
    [["weigh", "totalOf"], "+", "0", (x) => `${x}.${value} * 2`],
    [["join", "spell"], "+", '""', (x) => `${x}.${value}`],
    [["productOf", "multiplyAll"], "*", "1", (x) => `${x}.${value}`],
    [["toArray", "valuesOf"], "push", "[]", (x) => `${x}.${value}`],
  ]);
  const [test, negated] = choose.pick([
    [`!${node}`, node],
    [`${node} === null`, `${node} !== null`],
    [`${node} == null`, `${node} != null`],
  ] as const);
  const isFirst = choose.chance(0.75) || start === '""';
  const step = (f: string) => {
    const rest = `${f}(${node}.${next})`;
    if (operator === "push") return `[${term(node)}, ...${rest}]`;
    return isFirst ? `${term(node)} ${operator} ${rest}` : `${rest} ${operator} ${term(node)}`;
  };
  const update = operator === "push" ? `result.push(${term(node)})` : `result ${operator}= ${term(node)}`;
  return {
    usual,
    parameters: node,
    test,
    value: start,
    step,
    loop: collected(hand, start, `while (${negated})`, [update, assigned(node, `${node}.${next}`)]),
  };
}

/** The first element and the rest of a list, destructured in the parameters. */
export function headAndTail(choose: Choices, hand: CodeStyle): Recursion {
  const [head, tail] = choose.pick([
    ["head", "tail"],
    ["first", "rest"],
    ["x", "xs"],
    ["item", "others"],
    ["current", "remaining"],
  ] as const);
  const list = choose.pick(["list", "items", "values"]);
  const [operator, start, term] = choose.pick<readonly [string, string, (x: string) => string]>([
    ["+", "0", (x) => x],
    ["+", "0", (x) => x],
    ["+", "0", (x) => `${x} * ${x}`],
    ["+", "0", () => "1"],
    ["*", "1", (x) => x],
    ["push", "[]", (x) => `${x} * 2`],
    ["push", "[]", (x) => `String(${x})`],
  ]);
  // Because of the destructuring, an empty list is by convention tested with undefined.
  return {
    usual: ["sum", "addAll", "total", "squares", "size", "product", "doubled", "asText"],
    parameters: `[${head}, ...${tail}]`,
    test: `${head} === undefined`,
    value: start,
    step: (f) =>
      operator === "push" ? `[${term(head)}, ...${f}(${tail})]` : `${term(head)} ${operator} ${f}(${tail})`,
    loopParameters: list,
    loop: collected(hand, start, `for (const ${head} of ${list})`, [
      operator === "push" ? `result.push(${term(head)})` : `result ${operator}= ${term(head)}`,
    ]),
  };
}

/** All numbers from one to another. */
export function between(choose: Choices, hand: CodeStyle): Recursion {
  const [low, high] = choose.pick([
    ["from", "to"],
    ["start", "end"],
    ["a", "b"],
    ["low", "high"],
    ["min", "max"],
    ["first", "last"],
  ] as const);
  const i = choose.pick(["i", "i", "n"]);
  const [call = "visit"] = distinctNames(choose, 1);
  const [usual, operator, start, term] = choose.pick<
    readonly [readonly string[], string, string, (x: string) => string]
  >([
    [["range", "interval", "numbersBetween"], "push", "[]", (x) => x],
    [["squaresBetween", "powers"], "push", "[]", (x) => `${x} * ${x}`],
    [["sumBetween", "sumRange", "totalFrom"], "+", "0", (x) => x],
    [["sumOver", "addUp"], "+", "0", (x) => `${call}(${x})`],
    [["productBetween", "rising"], "*", "1", (x) => x],
    [["digits", "listing"], "+", '""', (x) => x],
  ]);
  const [test, compare] = choose.pick([
    [`${low} > ${high}`, "<="],
    [`${low} > ${high}`, "<="],
    [`${low} >= ${high}`, "<"],
  ] as const);
  return {
    usual,
    parameters: `${low}, ${high}`,
    test,
    value: start,
    step: (f) =>
      operator === "push"
        ? `[${term(low)}, ...${f}(${low} + 1, ${high})]`
        : `${term(low)} ${operator} ${f}(${low} + 1, ${high})`,
    loop: collected(hand, start, `for (let ${i} = ${low}; ${i} ${compare} ${high}; ${i}++)`, [
      operator === "push" ? `result.push(${term(i)})` : `result ${operator}= ${term(i)}`,
    ]),
  };
}

/** Decreases by more than one, or two numbers at once. */
export function descending(choose: Choices, hand: CodeStyle): Recursion {
  const n = choose.pick(["n", "n", "num", "x", "m"]);
  const k = choose.pick(["k", "r", "count", "times"]);
  const t = choose.pick(["text", "s", "str", "word", "pad"]);
  const by = choose.between(2, 5);
  const kinds: readonly (readonly [
    usual: readonly string[],
    parameters: string,
    test: string,
    negated: string,
    value: string,
    step: (f: string) => string,
    body: readonly string[],
  ])[] = [
    [
      ["doubleFactorial", "semifactorial", "skipProduct"],
      n,
      `${n} <= 1`,
      `${n} > 1`,
      "1",
      (f) => `${n} * ${f}(${n} - ${by})`,
      [`result *= ${n}`, `${n} -= ${by}`],
    ],
    [
      ["permutations", "falling", "arrangements"],
      `${n}, ${k}`,
      `${k} === 0`,
      `${k} !== 0`,
      "1",
      (f) => `${n} * ${f}(${n} - 1, ${k} - 1)`,
      [`result *= ${n}`, `${n}--`, `${k}--`],
    ],
    [
      ["times", "multiply", "product"],
      `${n}, ${k}`,
      `${k} === 0`,
      `${k} !== 0`,
      "0",
      (f) => `${n} + ${f}(${n}, ${k} - 1)`,
      [`result += ${n}`, `${k}--`],
    ],
    [
      ["repeat", "repeated", "multiplyText"],
      `${t}, ${k}`,
      `${k} === 0`,
      `${k} !== 0`,
      '""',
      (f) => `${t} + ${f}(${t}, ${k} - 1)`,
      [`result += ${t}`, `${k}--`],
    ],
    [
      ["fill", "copies", "replicate"],
      `value, ${k}`,
      `${k} === 0`,
      `${k} !== 0`,
      "[]",
      (f) => `[value, ...${f}(value, ${k} - 1)]`,
      ["result.push(value)", `${k}--`],
    ],
    [
      ["toBinary", "bits", "inBase"],
      n,
      `${n} === 0`,
      `${n} !== 0`,
      '""',
      (f) => `${f}(Math.floor(${n} / ${by})) + (${n} % ${by})`,
      [`result = (${n} % ${by}) + result`, `${n} = Math.floor(${n} / ${by})`],
    ],
    [
      ["countTo", "climb"],
      n,
      `${n} <= 0`,
      `${n} > 0`,
      "[]",
      (f) => `[${n}, ...${f}(${n} - ${by})]`,
      [`result.push(${n})`, `${n} -= ${by}`],
    ],
  ];
  const [usual, parameters, test, negated, value, step, body] = choose.pick(kinds);
  return { usual, parameters, test, value, step, loop: collected(hand, value, `while (${negated})`, body) };
}

/** The results so far are passed on. */
export function carried(choose: Choices, hand: CodeStyle): Recursion {
  const n = choose.pick(["n", "n", "num", "k", "count"]);
  const [a, b] = choose.pick([
    ["a", "b"],
    ["a", "b"],
    ["prev", "next"],
    ["x", "y"],
    ["last", "current"],
  ] as const);
  const next = choose.pick([`${a} + ${b}`, `${a} + ${b}`, `2 * ${b} + ${a}`, `${a} * ${b}`, `${b} - ${a}`]);
  const [first, second] = choose.pick([
    ["0", "1"],
    ["0", "1"],
    ["1", "1"],
    ["2", "1"],
  ]);
  const [test, negated] = choose.pick([
    [`${n} === 0`, `${n} !== 0`],
    [`${n} <= 0`, `${n} > 0`],
    [`${n} < 1`, `${n} >= 1`],
  ] as const);
  return {
    usual: ["fib", "fibonacci", "lucas", "pell", "nth", "term"],
    parameters: `${n}, ${a} = ${first}, ${b} = ${second}`,
    test,
    value: a,
    step: (f) => `${f}(${n} - 1, ${b}, ${next})`,
    loop: repeated(hand, negated, `[${n}, ${a}, ${b}] = [${n} - 1, ${b}, ${next}]`, a),
  };
}
