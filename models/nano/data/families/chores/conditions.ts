import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle } from "../made-up.ts";
import { type Domain, domain } from "./domains.ts";
import { setting } from "./settings.ts";

/** Returns a boolean expression and its opposite. */
function test(choose: Choices, d: Domain, { q }: CodeStyle): readonly [string, string] {
  const { thing, things } = d;
  const n = d.numbers[0];
  const t = d.texts[0];
  const value = choose.between(1, 90);
  const word = choose.pick(["admin", "open", "new", "done", "public"]);
  return choose.pick<readonly [string, string]>([
    [`${thing}.${n} > ${value}`, `${thing}.${n} <= ${value}`],
    [`${thing}.${n} >= ${value}`, `${thing}.${n} < ${value}`],
    [`${thing}.${n} < ${value}`, `${thing}.${n} >= ${value}`],
    [`${thing}.${t} === ${q}${word}${q}`, `${thing}.${t} !== ${q}${word}${q}`],
    [`${thing}.${t} !== ${q}${word}${q}`, `${thing}.${t} === ${q}${word}${q}`],
    [`${things}.length === 0`, `${things}.length !== 0`],
    [`${thing}.${n} === ${value}`, `${thing}.${n} !== ${value}`],
    [`${n} % 2 === 0`, `${n} % 2 !== 0`],
    [`${things}.includes(${thing})`, `!${things}.includes(${thing})`],
    [`${thing}.${t}.startsWith(${q}${word}${q})`, `!${thing}.${t}.startsWith(${q}${word}${q})`],
    [`${thing} === null`, `${thing} !== null`],
    [`${thing} !== undefined`, `${thing} === undefined`],
    [`user.role === ${q}${word}${q}`, `user.role !== ${q}${word}${q}`],
    [`${thing}.owner === user.id`, `${thing}.owner !== user.id`],
  ]);
}

export const returnTheTest = composed(
  "return-the-test",
  {
    seen: [
      "[just |]return the condition",
      "=just return the condition[ here|][, no need for the if/else|]",
      "simplify the if/else[ with true and false|], return the condition",
      "=no need for [an |]if[/else|] here",
      "=this could be one return",
      "return the [comparison|expression] directly",
      "=if true return true else false, seriously?",
      "simplify [the boolean return|the return]",
    ],
    unseen: ["all these lines are one boolean expression"],
    weight: 2,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s } = h;
    const one = test(choose, d, h);
    const other = test(choose, d, h);
    const op = choose.pick(["&&", "||"]);
    const isDouble = one[0] !== other[0] && choose.chance(0.4);
    // A condition of two tests is only returned unnegated: how to write its opposite is a matter of taste.
    const isTrue = isDouble || choose.chance(0.7);
    const text = isDouble ? `${one[0]} ${op} ${other[0]}` : one[0];
    const used = [d.thing, d.things, "user", d.numbers[0] ?? ""].filter((name) =>
      new RegExp(`(?<![.\\w])${name}\\b`).test(text),
    );
    const [yes, no] = isTrue ? ["true", "false"] : ["false", "true"];
    const before = choose.pick([
      [`if (${text}) {`, `${i}return ${yes}${s}`, "} else {", `${i}return ${no}${s}`, "}"],
      [`if (${text}) {`, `${i}return ${yes}${s}`, "}", `return ${no}${s}`],
      [`if (${text}) return ${yes}${s}`, `return ${no}${s}`],
      [`if (${text}) {`, `${i}return ${yes}${s}`, "}", "", `return ${no}${s}`],
      [`return ${text} ? ${yes} : ${no}${s}`],
    ]);
    const { write } = setting(
      choose,
      d,
      {
        name: `is${capitalized(d.flags[0] ?? "")}`,
        parameters: used.join(", "),
        isTyped: false,
      },
      h,
    );
    return {
      before: write({ lines: before }),
      after: write({ lines: [`return ${isTrue ? text : one[1]}${s}`] }),
    };
  },
);

export const guardInstead = composed(
  "guard-instead",
  {
    seen: [
      "invert the if and return early[ so the main path isn't nested|]",
      "[use|make this] an early return",
      "=return early instead of nesting[ everything|]",
      "flip [the if|the condition|this] and return early",
      "=the whole body is nested, use a guard clause",
      "reduce the nesting[ with an early return|]",
      "=guard clause [please|instead of the nested if|]",
      "un-nest [this|the main path]",
    ],
    unseen: ["=the main path should not be indented"],
    weight: 1.8,
  },
  (choose) => {
    const d = domain(choose);
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const { thing } = d;
    const [n = ""] = d.numbers;
    const [t = "", t2 = ""] = d.texts;
    const [positive, negative] = choose.chance(0.4)
      ? choose.pick<readonly [string, string]>([
          [thing, `!${thing}`],
          [`${thing}.${d.flags[0]}`, `!${thing}.${d.flags[0]}`],
          [`!${thing}.${d.flags[0]}`, `${thing}.${d.flags[0]}`],
          [`${thing} && ${thing}.${n} > 0`, `!(${thing} && ${thing}.${n} > 0)`],
        ])
      : test(choose, d, h);
    const main = choose.pick([
      [`const next = { ...state, ${t}: ${q}${q} }${s}`, `next.${n} += 1${s}`, `return next${s}`],
      [`const copy = [...list]${s}`, `copy[0] = ${n}${s}`, `return copy${s}`],
      [`save(${thing})${s}`, `notify(${thing}, ${q}${t2}${q})${s}`, `return ${thing}.id${s}`],
      [
        `log(${q}${t}${q})${s}`,
        "",
        `return list.filter((one) => {`,
        `${i}return one.${t} === ${t}${s}`,
        `})${s}`,
      ],
    ]);
    const hasValue = choose.chance(0.6);
    const work = hasValue
      ? main
      : choose.pick([
          [`${thing}.${t} = ${t}${s}`, `await save(${thing})${s}`],
          [`track(${q}${t}${q})${s}`, `for (const one of list) {`, `${i}send(one)${s}`, "}"],
          [`el.focus()${s}`, `el.classList.add(${q}${t}${q})${s}`, `render()${s}`],
          [`queue.push(${thing})${s}`, `if (queue.length > 1) {`, `${i}flush()${s}`, "}"],
        ]);
    const fallback = hasValue
      ? choose.pick(["null", "state", "list", "false", "undefined", "[]", `${q}${q}`])
      : "";
    const out = hasValue ? `return ${fallback}${s}` : `return${s}`;
    const usesElse = hasValue && choose.chance(0.3);
    const said = [positive, ...work, fallback].join("\n");
    const tail = !hasValue
      ? ["}"]
      : usesElse
        ? ["} else {", `${i}${out}`, "}"]
        : ["}", ...(choose.chance(0.3) ? [""] : []), out];
    const { write } = setting(
      choose,
      d,
      {
        name: `${choose.pick(["apply", "handle", "update", "process"])}${d.Thing}`,
        parameters: [thing, d.things, "user", "state", "list", n, t]
          .filter((one) => new RegExp(`(?<![.\\w"'])${one}\\b(?!["':])`).test(said))
          .join(", "),
        isTyped: false,
        isAsync: work.some((line) => line.includes("await")),
      },
      h,
    );
    return {
      before: write({
        lines: [`if (${positive}) {`, ...work.map((line) => (line ? i + line : line)), ...tail],
      }),
      after: write({ lines: [`if (${negative}) {`, `${i}${out}`, "}", ...work] }),
    };
  },
);
