import { capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";

/** Names of parameters for a separator or a word, and their usual values: [code, wording]. */
const SEPARATORS = [
  [",", "a comma"],
  [", ", "comma and space"],
  [";", "a semicolon"],
  ["\\t", "a tab"],
  ["-", "a dash"],
  ["_", "an underscore"],
  ["/", "a slash"],
  [" ", "a space"],
  [".", "a dot"],
  ["|", "a pipe"],
  ["\\n", "a newline"],
  [":", "a colon"],
] as const;

const FILLS = [
  ["0", "zero"],
  [" ", "a space"],
  ["*", "an asterisk"],
  [".", "a dot"],
  ["-", "a dash"],
  ["x", "an x"],
] as const;

export const defaultMark = composed(
  "default-mark",
  {
    seen: [
      "default [the |]{wordsName} to {wordsValue}",
      "=the {wordsName} should default to {wordsValue}",
      "=the {wordsName} should be {wordsValue} [by default|if none is given|unless given]",
      "use {wordsValue} as the default {wordsName}",
      "=default {wordsName}: {wordsValue}",
      "=when no {wordsName} is given, use {wordsValue}",
      "make {name} optional, {wordsValue} by default",
      "let {name} default to {wordsValue}",
      "=without [a|any] {wordsName} it should [use|take] {wordsValue}",
      "={name} defaults to {wordsValue}",
    ],
    unseen: [
      "=most callers want {wordsValue} as the {wordsName}, don't make them say so",
      "=nobody should have to pass {wordsValue}, it's the usual {wordsName}",
    ],
    weight: 1,
  },
  (choose) => {
    const h = chooseStyle(choose);
    const { i, s, q } = h;
    const isFill = choose.chance(0.3);
    const [value, wordsValue] = choose.pick<readonly [string, string]>(isFill ? FILLS : SEPARATORS);
    const name = isFill
      ? choose.pick(["fill", "fillChar", "padChar", "char", "mask"])
      : choose.pick(["separator", "separator", "delimiter", "sep", "delim", "joiner", "glue", "divider"]);
    const list = choose.pick(
      "items names parts cells rows words tags values fields paths segments".split(" "),
    );
    const one = choose.pick(["item", "x", list.slice(0, -1)]);
    const isTyped = choose.chance(0.5);
    const text = choose.pick(["text", "input", "line", "value"]);
    const forms: readonly [string, string, string[]][] = isFill
      ? [
          [text, "string", [`return ${text}.padStart(8, ${name})${s}`]],
          [text, "string", [`return ${text}.padEnd(20, ${name})${s}`]],
          [text, "string", [`return ${name}.repeat(${text}.length)${s}`]],
          [text, "string", [`return ${text}.slice(0, -4).replace(/./g, ${name}) + ${text}.slice(-4)${s}`]],
        ]
      : [
          [list, "string[]", [`return ${list}.join(${name})${s}`]],
          [list, "string[]", [`return ${list}.filter(Boolean).join(${name})${s}`]],
          [list, "string[]", [`return ${list}.map((${one}) => ${one}.trim()).join(${name})${s}`]],
          [
            list,
            "string[]",
            ["return " + list, `${i}.map((${one}) => String(${one}))`, `${i}.join(${name})${s}`],
          ],
          [text, "string", [`return ${text}.split(${name})${s}`]],
          [
            text,
            "string",
            [`const [first, ...rest] = ${text}.split(${name})${s}`, `return { first, rest }${s}`],
          ],
          [
            list,
            "string[]",
            [
              `let result = ${q}${q}${s}`,
              `for (const one of ${list}) {`,
              `${i}if (result) result += ${name}${s}`,
              `${i}result += one${s}`,
              "}",
              `return result${s}`,
            ],
          ],
        ];
    const [subject, type, body] = choose.pick(forms);
    const own = isTyped ? `${name}: string` : name;
    const given = isTyped ? `${subject}: ${type}` : subject;
    const called = `${isFill ? choose.pick(["pad", "mask", "fill"]) : choose.pick(subject === text ? ["split", "parse", "cut"] : ["join", "format", "concat", "list"])}${capitalized(subject)}`;
    const code = functionWriter(choose, h, called, "§")(body);
    return {
      before: code.replace("§", () => `${given}, ${own}`),
      after: code.replace("§", () => `${given}, ${own} = ${q}${value}${q}`),
      language: isTyped ? ("ts" as const) : ("js" as const),
      slots: { name, wordsName: inWords(name), wordsValue },
    };
  },
);
