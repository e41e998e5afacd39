import { capitalized, inWords, joinWords, wordsOf } from "../../choices/index.ts";
import { from, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { composed, family, repaired } from "../family.ts";
import { chooseStyle, distinctNames, plural } from "../made-up.ts";
import { shell } from "./shell.ts";

/** Returns the only loop that counts through a list from its first element to its last. */
function listLoop(sample: Sample): { one: NodeOf<"ForStatement">; list: string } | undefined {
  const [one, another] = sample.all("ForStatement");
  if (!one || another || one.test?.type !== "BinaryExpression" || one.test.operator !== "<") return undefined;
  const list = /^([\w$.]+)\.length$/.exec(sample.source(one.test.right))?.[1];
  const [start] = one.init?.type === "VariableDeclaration" ? one.init.declarations : [];
  if (list === undefined || start?.init?.type !== "NumericLiteral" || start.init.value !== 0)
    return undefined;
  const counter = sample.source(start.id);
  const body = sample.source(one.body);
  // A loop that looks at neighbours leaves out the ends on purpose.
  if (!body.includes(`${list}[${counter}]`) || new RegExp(`\\b${counter} ?[+-]|length ?- ?1`).test(body))
    return undefined;
  return /^\+\+|\+\+$|\+= 1$/.test(one.update ? sample.source(one.update) : "") ? { one, list } : undefined;
}

function wordsFor(list: string): Record<string, string> {
  const name = list.split(".").at(-1) ?? list;
  const words = inWords(name);
  const single = /ies$/.test(words)
    ? words.replace(/ies$/, "y")
    : /\w\w[^s]s$/.test(words)
      ? words.slice(0, -1)
      : "item";
  return { list, words, wordsOne: single };
}

export const missingLast = family(
  "missing-last",
  {
    seen: [
      "=the last {wordsOne} is [missing|skipped|left out|ignored]",
      "=why is the last [one|{wordsOne}] missing?",
      "=the loop stops [one|a step] too early",
      "=the last [one|element|item] of {list} is never [looked at|processed|reached]",
      "include the last {wordsOne}[ too|]",
      "=don't skip the last [one|{wordsOne}]",
      "=it [forgets|skips|misses] the last {wordsOne}",
      "=the last of the {words} is missing",
    ],
    unseen: ["I get all {words} but the final one", "one {wordsOne} short at the end"],
    weight: 1.4,
  },
  (sample) => {
    const found = listLoop(sample);
    if (found?.one.test?.type !== "BinaryExpression") return undefined;
    const { left, right } = found.one.test;
    const draft = sample.draft();
    draft.appendLeft(to(right), " - 1");
    return left.type === "Identifier" ? repaired(sample, draft, wordsFor(found.list)) : undefined;
  },
);

export const missingFirst = family(
  "missing-first",
  {
    seen: [
      "=the first {wordsOne} is [missing|skipped|left out|ignored]",
      "=why is the first [one|{wordsOne}] missing?",
      "=the loop starts [one|a step] too late",
      "=the first [one|element|item] of {list} is never [looked at|processed|reached]",
      "include the first {wordsOne}[ too|]",
      "=don't skip the first [one|{wordsOne}]",
      "start with the first {wordsOne}",
      "=the first of the {words} is missing",
    ],
    unseen: ["I get all {words} except for number one", "the beginning of {list} is passed over"],
    weight: 1,
  },
  (sample) => {
    const found = listLoop(sample);
    const [start] = found?.one.init?.type === "VariableDeclaration" ? found.one.init.declarations : [];
    if (found === undefined || !start?.init) return undefined;
    const draft = sample.draft();
    draft.update(from(start.init), to(start.init), "1");
    return repaired(sample, draft, wordsFor(found.list));
  },
);

export const countAll = composed(
  "count-all",
  {
    seen: [
      "=[never|I never] [saw|see|get] [a |]{end}",
      "=it should go {wordsRange}",
      "=it should [count|go] {wordsRange}, {end} included",
      "=why do I never [see|get] {end}?",
      "=the {end} is missing",
      "include {end}[ too|]",
      "=it should include {end}",
      "=should be {wordsRange}",
      "let it run {wordsRange}",
    ],
    unseen: ["it ends before {end}, that one has to be there", "{wordsRange}, but {end} never comes"],
    weight: 1.3,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s } = h;
    const [noun = "", other = ""] = distinctNames(choose, 2);
    const counter = choose.pick(["i", "i", "n", "page", "year", "day", "step", "level"]);
    const isNamed = choose.chance(0.35);
    const top = choose.between(3, 40);
    const bound = isNamed
      ? choose.pick(["count", "total", "max", "pages", "last", "limit", counter === "n" ? "end" : "n"])
      : String(top);
    const list = plural(noun);
    const act = choose.pick([
      `${list}.push(${counter})`,
      `${list}.push(${other}(${counter}))`,
      `console.log(${counter})`,
      `render(${counter})`,
      `${list}.push({ ${counter} })`,
    ]);
    const head = act.startsWith(list) ? [`const ${list} = []${s}`] : [];
    const tail = act.startsWith(list) ? [`return ${list}${s}`] : [];
    const name = joinWords(
      [choose.pick(["make", "count", "list", "print", "show"]), ...wordsOf(list)],
      "camel",
    );
    const kind = choose.pick(["up", "up", "down", "dice", "range", "from"]);
    if (kind === "dice") {
      const sides = choose.pick([6, 6, 6, 8, 10, 12, 20, 100, 49, 90]);
      const form = choose.pick([
        (n: number) => `Math.floor(Math.random() * ${n}) + 1`,
        (n: number) => `1 + Math.floor(Math.random() * ${n})`,
        (n: number) => `Math.ceil(Math.random() * ${n})`,
      ]);
      const roll = choose.pick(["roll", "value", "dice", "pick", noun]);
      const write = shell(choose, h, {
        name: choose.pick(["rollDice", "roll", "throwDie", "drawNumber", `random${capitalized(noun)}`]),
        parameters: "",
      });
      const body = choose.pick([
        (n: number) => [`return ${form(n)}${s}`],
        (n: number) => [`const ${roll} = ${form(n)}${s}`, `return ${roll}${s}`],
        (n: number) => [`const ${roll} = ${form(n)}${s}`, `show(${roll})${s}`, `return ${roll}${s}`],
      ]);
      return {
        before: write(body(sides - 1)),
        after: write(body(sides)),
        slots: { end: String(sides), wordsRange: `from 1 to ${sides}` },
      };
    }
    if (kind === "down") {
      const start = isNamed ? "from" : String(top);
      const write = shell(choose, h, {
        name: choose.pick(["countdown", "countDown", name]),
        parameters: isNamed ? "from" : "",
      });
      const isWhile = choose.chance(0.3);
      const lines = (operator: string) =>
        isWhile
          ? [
              ...head,
              `let ${counter} = ${start}${s}`,
              `while (${counter} ${operator} 0) {`,
              `${i}${act}${s}`,
              `${i}${counter}--${s}`,
              "}",
              ...tail,
            ]
          : [
              ...head,
              `for (let ${counter} = ${start}; ${counter} ${operator} 0; ${counter}--) {`,
              `${i}${act}${s}`,
              "}",
              ...tail,
            ];
      return {
        before: write(lines(">")),
        after: write(lines(">=")),
        slots: { end: "0", wordsRange: `${isNamed ? "all the way" : `from ${top}`} down to 0` },
      };
    }
    const first = kind === "range" ? choose.between(2, 9) * 5 : 1;
    const last = isNamed ? bound : String(first + top);
    const write = shell(choose, h, { name, parameters: isNamed ? bound : noun });
    const lines = (operator: string) => [
      ...head,
      `for (let ${counter} = ${first}; ${counter} ${operator} ${last}; ${counter}++) {`,
      `${i}${act}${s}`,
      "}",
      ...tail,
    ];
    return {
      before: write(lines("<")),
      after: write(lines("<=")),
      slots: { end: last, wordsRange: `from ${first} to ${last}` },
    };
  },
);
