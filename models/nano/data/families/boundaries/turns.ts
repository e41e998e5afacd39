import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { type CodeStyle, chooseStyle, distinctNames, plural } from "../made-up.ts";
import { shell } from "./shell.ts";

/** Returns code that goes to the next or to the previous element. */
function turning(choose: Choices, h: CodeStyle, isNext: boolean) {
  const { i, s } = h;
  const [noun = ""] = distinctNames(choose, 1);
  const one = choose.pick([
    "slide",
    "tab",
    "player",
    "track",
    "image",
    "color",
    "page",
    "theme",
    "step",
    noun,
    noun,
  ]);
  const list = choose.pick([plural(one), plural(one), plural(one).toUpperCase()]);
  const index = choose.pick(["index", "i", "current", "position", `${one}Index`]);
  const size = choose.pick([`${list}.length`, `${list}.length`, "SIZE", "COUNT", "total"]);
  const word = isNext
    ? choose.pick(["next", "goNext", "advance", "forward"])
    : choose.pick(["previous", "prev", "goBack", "back"]);
  const name = `${word}${capitalized(one)}`;
  const isConstant = size === "SIZE" || size === "COUNT";
  const isPassed = size === "total";
  const constant = isConstant ? [`const ${size} = ${choose.pick([4, 5, 6, 8, 10, 12, 16, 20, 32])}${s}`] : [];
  const isShouted = !isConstant && list === list.toUpperCase();
  const known = isShouted ? [`const ${list} = load${capitalized(plural(one))}()${s}`] : constant;
  const parameters = [
    ...(isConstant || isPassed || isShouted ? [] : [list]),
    index,
    ...(isPassed ? ["total"] : []),
  ].join(", ");
  const step = isNext ? `${index} + 1` : `${index} - 1`;
  const wrapped = isNext ? `(${index} + 1) % ${size}` : `(${index} - 1 + ${size}) % ${size}`;
  const set = `set${capitalized(index === "i" ? "index" : index)}`;
  const forms: readonly ((to: string) => string[])[] = [
    (to) => [`return ${to}${s}`],
    (to) => [`const next = ${to}${s}`, `return next${s}`],
    (to) => [`${set}(${to})${s}`],
    (to) => [`show(${to})${s}`],
    (to) => [`return { ...state, ${index}: ${to} }${s}`],
    ...(isConstant || isPassed ? [] : [(to: string) => [`return ${list}[${to}]${s}`]]),
    (to) => [`if (paused) return ${index}${s}`, "", `return ${to}${s}`],
    (to) => [`return {`, `${i}${index}: ${to},`, `${i}isMoving: true,`, `}${s}`],
  ];
  const form = choose.pick(forms);
  const write = shell(choose, h, { name, parameters, above: known });
  return {
    before: write(form(step)),
    after: write(form(wrapped)),
    slots: { wordsOne: inWords(one), wordsMany: inWords(plural(one)) },
  };
}

export const wrapForward = composed(
  "wrap-to-first",
  {
    seen: [
      "=after the last {wordsOne} [it should|] start [over|again] [from|at] the first",
      "=after the last {wordsOne} [comes|should come] the first[ again|]",
      "go back to the first {wordsOne} after the last",
      "=it should wrap around[ at the end|]",
      "wrap around[ at the end|]",
      "=it runs [off|past|over] the end, should wrap around",
      "=at the end it should begin again with the first {wordsOne}",
      "start over [at the end|after the last {wordsOne}]",
      "=the {wordsMany} should go round [in a circle|and round]",
      "loop around after the last {wordsOne}",
    ],
    unseen: ["=there is nothing behind the last {wordsOne}, carry on with the first", "make it cyclic"],
    weight: 1.1,
  },
  (choose) => turning(choose, chooseStyle(choose), true),
);

export const wrapBack = composed(
  "wrap-to-last",
  {
    seen: [
      "=the {wordsMany} should wrap around backwards",
      "=before the first {wordsOne} [comes|should come] the last",
      "=going back from the first {wordsOne} should [lead to|give|show] the last",
      "go to the last {wordsOne} [when going back|back] from the first",
      "=it goes to -1, should wrap around to the last {wordsOne}",
      "=it should wrap around[ to the end|]",
      "wrap around to the [end|last {wordsOne}]",
      "=from the first {wordsOne} back should be the last one",
      "=the index gets negative, wrap around[ instead|]",
      "never go below 0, wrap around to the last {wordsOne}",
    ],
    unseen: ["=left of the first {wordsOne} is the last", "=minus one is no {wordsOne}, take the last then"],
    weight: 0.7,
  },
  (choose) => turning(choose, chooseStyle(choose), false),
);
