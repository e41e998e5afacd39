import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { shell } from "./shell.ts";

/** [name, step, start value]; in the step, `#` is the result so far and `@` the next value. */
const STEPS: readonly (readonly [what: string, step: string, start: string])[] = [
  ["total", "# + @", "0"],
  ["sum", "# + @", "0"],
  ["total", "# + @", "0"],
  ["count", "# + @", "0"],
  ["product", "# * @", "1"],
];

const FIELDS = "price amount total size duration score points weight hours likes quantity cost minutes".split(
  " ",
);

export const reduceStart = composed(
  "reduce-start",
  {
    seen: [
      "=the {wordsWhat} of an empty list [crashes|fails]",
      "=the {wordsWhat} needs {wordsMany}, it [crashes|throws] without",
      "=reduce needs [a start|an initial|a starting] value",
      "=Reduce of empty array with no initial value",
      "=TypeError: Reduce of empty array with no initial value",
      "give reduce [a start|an initial|a starting] value",
      "start [the reduce |]at {value}",
      "=it [crashes|throws|blows up|fails] [when|if] there are no {wordsMany}",
      "=it [crashes|throws|blows up|fails] on an empty [list|array]",
      "=[no {wordsMany}|an empty list] should give {value}, not an error",
      "=the {wordsWhat} of no {wordsMany} [is|should be] {value}",
      "pass {value} as the initial value",
    ],
    unseen: [
      "=nothing in it and the {wordsWhat} falls over, what should it begin with?",
      "add the second argument of reduce, {value}",
    ],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const [noun = ""] = distinctNames(choose, 1);
    const one = choose.pick(["item", "order", "line", "product", "task", noun, noun]);
    const list = plural(one);
    const [what, step, start] = choose.pick(STEPS);
    const item = choose.pick(["b", "n", "x", "value", "cur"]);
    const so = choose.pick(item === "b" ? ["a"] : ["acc", "a", "prev", what]);
    const field = choose.pick(FIELDS);
    const entry = choose.pick([one, one.charAt(0), "it"]);
    const fold = (last: string) =>
      `.reduce((${so}, ${item}) => ${step.replace("#", so).replace("@", item)}${last})`;
    const map = choose.pick([
      `.map((${entry}) => ${entry}.${field})`,
      `.map((${entry}) => ${entry}.${field} * ${entry}.quantity)`,
      `.map(Number)`,
      `.filter((${entry}) => ${entry}.active).map((${entry}) => ${entry}.${field})`,
    ]);
    const isPlain = choose.chance(0.3);
    const calls = isPlain ? [] : map.split(/(?=\.map)/);
    const isTall = !isPlain && choose.chance(0.4);
    const chain = (last: string) =>
      isTall
        ? `${list}${[...calls, fold(last)].map((call) => `\n${i}${i}${call}`).join("")}`
        : `${list}${calls.join("")}${fold(last)}`;
    const name = `${choose.pick([what, "get", "calc", "compute"])}${capitalized(choose.pick([what, field, list]))}`;
    const form = choose.below(5);
    if (form === 0 && !isTall) {
      const head = choose.chance(0.5) ? "export " : "";
      const code = (last: string) => `${head}const ${name} = (${list}) => ${chain(last)}${s}`;
      return { before: code(""), after: code(`, ${start}`), slots: slotsOf() };
    }
    const result = choose.pick(["result", what, "value"]);
    const write = shell(choose, h, { name, parameters: list });
    const lines = (last: string): string[] =>
      form < 3
        ? [`return ${chain(last)}${s}`]
        : form === 3
          ? [`const ${result} = ${chain(last)}${s}`, `return ${result} * ${2}${s}`]
          : [`const ${result} = ${chain(last)}${s}`, "", `return { ${list}, ${result} }${s}`];
    return { before: write(lines("")), after: write(lines(`, ${start}`)), slots: slotsOf() };

    function slotsOf() {
      return { value: start, wordsMany: inWords(list), wordsWhat: what };
    }
  },
);

/** A cache: how it is created, checked, read and written. */
type Store = readonly [
  init: string,
  has: (c: string, k: string) => string,
  get: (c: string, k: string) => string,
  set: (c: string, k: string, v: string) => string,
];

const STORES: readonly Store[] = [
  ["new Map()", (c, k) => `${c}.has(${k})`, (c, k) => `${c}.get(${k})`, (c, k, v) => `${c}.set(${k}, ${v})`],
  ["new Map()", (c, k) => `${c}.has(${k})`, (c, k) => `${c}.get(${k})`, (c, k, v) => `${c}.set(${k}, ${v})`],
  ["{}", (c, k) => `${c}[${k}]`, (c, k) => `${c}[${k}]`, (c, k, v) => `${c}[${k}] = ${v}`],
  ["{}", (c, k) => `${k} in ${c}`, (c, k) => `${c}[${k}]`, (c, k, v) => `${c}[${k}] = ${v}`],
];

export const fillStore = composed(
  "fill-cache",
  {
    seen: [
      "=the {wordsOne} is never stored",
      "store the {result}",
      "=the {name} is never [filled|written to|set]",
      "=nothing is ever [stored|put] in the {name}",
      "=the {name} is always empty",
      "=it [loads|computes|fetches] the {wordsOne} every time[, the {name} is never filled|]",
      "=it never hits the {name}",
      "store the {result} in the {name}",
      "put the {result} in the {name}[ before returning it|]",
      "save the {result} to {name}",
      "fill the {name}",
      "=caching [doesn't work|has no effect|does nothing]",
    ],
    unseen: [
      "=the second call is as slow as the first",
      "=we look into the {name} but never put anything there",
    ],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const one = choose.pick(["user", "price", "rate", "image", "page", "config", noun, noun, noun]);
    const [init, has, get, set] = choose.pick(STORES);
    const cache = choose.pick(["cache", "cache", "cache", "memo", `${one}Cache`, "store"]);
    const key = choose.pick(["id", "key", "name", "n", "url", other]);
    const result = choose.pick(["result", "value", one, one, "data"]);
    const isAsync = choose.chance(0.5);
    const call = `${isAsync ? "await " : ""}${choose.pick(["load", "compute", "fetch", "find", "build", "expensive"])}${capitalized(one)}(${key})`;
    const line = choose.pick([
      undefined,
      undefined,
      `logger.debug(${h.q}miss${h.q}, ${key})${s}`,
      `misses += 1${s}`,
    ]);
    const isBraced = choose.chance(0.45);
    const check = isBraced
      ? [`if (${has(cache, key)}) {`, `${i}return ${get(cache, key)}${s}`, "}"]
      : [`if (${has(cache, key)}) return ${get(cache, key)}${s}`];
    const write = shell(choose, h, {
      name: `${choose.pick(["get", "cached", "lookup"])}${capitalized(one)}`,
      parameters: key,
      above: [`const ${cache} = ${init}${s}`],
      isAsync,
    });
    const gap = choose.chance(0.3) ? [""] : [];
    const lines = (more: readonly string[]) => [
      ...check,
      ...gap,
      ...(line === undefined ? [] : [line]),
      `const ${result} = ${call}${s}`,
      ...more,
      `return ${result}${s}`,
    ];
    return {
      before: write(lines([])),
      after: write(lines([`${set(cache, key, result)}${s}`])),
      slots: { name: cache, result, wordsOne: inWords(one) },
    };
  },
);

/** Entries of a table of functions whose keys say what they do. */
const TABLES: readonly (readonly [name: string, what: string, entries: string])[] = [
  [
    "operators",
    "operator",
    "+:(a, b) => a + b|-:(a, b) => a - b|*:(a, b) => a * b|/:(a, b) => a / b|%:(a, b) => a % b|**:(a, b) => a ** b",
  ],
  [
    "ops",
    "operation",
    "+:(x, y) => x + y|-:(x, y) => x - y|*:(x, y) => x * y|/:(x, y) => x / y|%:(x, y) => x % y|**:(x, y) => x ** y",
  ],
  [
    "comparisons",
    "operator",
    "<:(a, b) => a < b|>:(a, b) => a > b|<=:(a, b) => a <= b|>=:(a, b) => a >= b|==:(a, b) => a === b|!=:(a, b) => a !== b",
  ],
  [
    "operations",
    "operation",
    "add:(a, b) => a + b|subtract:(a, b) => a - b|multiply:(a, b) => a * b|divide:(a, b) => a / b",
  ],
  [
    "transforms",
    "transform",
    "upper:(text) => text.toUpperCase()|lower:(text) => text.toLowerCase()|trim:(text) => text.trim()|length:(text) => text.length",
  ],
  ["formatters", "format", "upper:(s) => s.toUpperCase()|lower:(s) => s.toLowerCase()|trim:(s) => s.trim()"],
  [
    "rounding",
    "mode",
    "round:(n) => Math.round(n)|floor:(n) => Math.floor(n)|ceil:(n) => Math.ceil(n)|trunc:(n) => Math.trunc(n)",
  ],
  [
    "math",
    "function",
    "sin:(x) => Math.sin(x)|cos:(x) => Math.cos(x)|tan:(x) => Math.tan(x)|sqrt:(x) => Math.sqrt(x)|abs:(x) => Math.abs(x)",
  ],
  ["logic", "operator", "and:(a, b) => a && b|or:(a, b) => a || b|xor:(a, b) => a !== b"],
  [
    "filters",
    "filter",
    "even:(n) => n % 2 === 0|odd:(n) => n % 2 !== 0|positive:(n) => n > 0|negative:(n) => n < 0",
  ],
];

export const addOperation = composed(
  "add-operation",
  {
    seen: [
      "add {key}[ to {name}|]",
      "add [a|the] {key} {wordsWhat}",
      "support {key}[ too| as well|]",
      "={key} is [missing|not supported][ in {name}|]",
      "=it can't do {key} yet",
      "={name} [should|could] know {key} [too|as well]",
      "=we need {key} [too|as well]",
      "implement {key}[ too|]",
      "=the {wordsWhat} {key} doesn't work yet",
      "let {name} handle {key}",
    ],
    unseen: ["={key} is the one {wordsWhat} that we still lack", "teach it {key}"],
    weight: 1.1,
  },
  (choose) => operation(choose),
);

function operation(choose: Choices) {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const [table, what, entries] = choose.pick(TABLES);
  const all = choose.shuffle(
    entries.split(/(?<![| ])\|(?![| ])/).map((entry) => {
      const at = entry.indexOf(":(");
      return [entry.slice(0, at), entry.slice(at + 1)] as const;
    }),
  );
  const used = all.slice(0, choose.between(3, all.length));
  const isQuoted = !/^\w+$/.test(used[0]?.[0] ?? "");
  const name = choose.chance(0.8) ? table : choose.pick(["handlers", "table", "fns"]);
  const head = choose.chance(0.3) ? "export " : "";
  const hasComma = choose.chance(0.8);
  const arity = /^\((\w+, )?\w+\)/.exec(used[0]?.[1] ?? "")?.[0].slice(1, -1) ?? "a";
  const use = choose.pick([
    "",
    `\n\nexport function apply(key, ${arity}) {\n${i}return ${name}[key](${arity})${s}\n}`,
    `\n\nconst run = (op, ${arity}) => ${name}[op](${arity})${s}`,
    `\n\nfunction evaluate(op, ${arity}) {\n${i}if (!(op in ${name})) throw new Error(${q}unknown ${what}${q})${s}\n${i}return ${name}[op](${arity})${s}\n}`,
  ]);
  const code = (known: typeof used) =>
    `${head}const ${name} = {\n${known
      .map(([key, does]) => `${i}${isQuoted ? q + key + q : key}: ${does}`)
      .join(",\n")}${hasComma ? "," : ""}\n}${s}${use}`;
  return {
    before: code(used.slice(0, -1)),
    after: code(used),
    slots: { key: used.at(-1)?.[0] ?? "", name, wordsWhat: what },
  };
}

/** Sources of two strings that should be added as numbers. */
const SOURCES: readonly ((name: string, q: string) => string)[] = [
  (name, q) => `document.querySelector(${q}#${name}${q}).value`,
  (name, q) => `document.getElementById(${q}${name}${q}).value`,
  (name) => `form.${name}.value`,
  (name, q) => `prompt(${q}${name}?${q})`,
  (name, q) => `formData.get(${q}${name}${q})`,
  (name) => `req.query.${name}`,
  (name) => `process.env.${name.toUpperCase()}`,
  (name, q) => `localStorage.getItem(${q}${name}${q})`,
  (name, q) => `params.get(${q}${name}${q})`,
];

const COUPLES =
  "a b|x y|first second|price shipping|net tax|width border|hours overtime|adults children|left right|red blue|home away|base bonus|num1 num2|rent food".split(
    "|",
  );

export const addAsNumbers = composed(
  "add-as-numbers",
  {
    seen: [
      "=I get {wordsWrong}, that's not a sum",
      "=why [do I get|is it|does it give] {wordsWrong} [when I add|for] {wordsA} and {wordsB}?",
      "={wordsA} + {wordsB} [gives|is] {wordsWrong}",
      "=I get {wordsWrong} instead of {wordsRight}",
      "={wordsA} and {wordsB} should [give|make] {wordsRight}, not {wordsWrong}",
      "=it [glues|sticks] the {wordsThem} together instead of adding them",
      "=it concatenates instead of adding",
      "add {a} and {b} as numbers",
      "convert {a} and {b} to numbers [first|before adding them]",
      "=both are strings, [convert them first|add them as numbers]",
      "=the sum is wrong, {a} and {b} are strings",
      "=the result is {wordsWrong}, should be {wordsRight}",
    ],
    unseen: [
      "=my sum comes out as {wordsWrong}, I wanted {wordsRight}",
      "=plus puts {wordsA} and {wordsB} side by side, they should be added up",
    ],
    weight: 1.2,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { s, q } = h;
    const [a = "", b = ""] = choose.pick(COUPLES).split(" ");
    const source = choose.pick(SOURCES);
    const sum = choose.pick(["sum", "sum", "total", "result", "answer"]);
    const last = choose.pick([
      `return ${sum}${s}`,
      `document.querySelector(${q}#out${q}).textContent = ${sum}${s}`,
      `console.log(${sum})${s}`,
      `show(${sum})${s}`,
      `alert(${q}It is ${q} + ${sum})${s}`,
    ]);
    const gap = choose.chance(0.4) ? [""] : [];
    const lines = (isNumber: boolean) => [
      `const ${a} = ${source(a, q)}${s}`,
      `const ${b} = ${source(b, q)}${s}`,
      ...gap,
      isNumber ? `const ${sum} = Number(${a}) + Number(${b})${s}` : `const ${sum} = ${a} + ${b}${s}`,
      last,
    ];
    const owner = /^\w+/.exec(source(a, q))?.[0] ?? "";
    const isBare = !last.startsWith("return") && choose.chance(0.4);
    const write = isBare
      ? (body: readonly string[]) => body.join("\n")
      : shell(choose, h, {
          name: choose.pick(["calculate", "add", "addUp", "onSubmit", "update", "showSum"]),
          parameters: /^(form|formData|req|params)$/.test(owner) ? owner : "",
        });
    const [one, two] = [choose.between(1, 9), choose.between(1, 9)];
    return {
      before: write(lines(false)),
      after: write(lines(true)),
      slots: {
        a,
        b,
        wordsA: String(one),
        wordsB: String(two),
        wordsWrong: `${one}${two}`,
        wordsRight: String(one + two),
        wordsThem: choose.pick(["two", "numbers", "values"]),
      },
    };
  },
);
