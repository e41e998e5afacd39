import { type Choices, capitalized, joinWords, VERBS, wordsOf } from "../../choices/index.ts";
import { Sample } from "../../syntax/index.ts";
import type { Edit } from "../family.ts";
import { chooseStyle, distinctNames, functionWriter } from "../made-up.ts";

type Apply = (sample: Sample, choose: Choices) => Edit | undefined;

/** Applies the edit to the sample. If that is not possible, sometimes applies it to made-up code instead. */
export function orMadeUp(apply: Apply, compose: (choose: Choices) => string, share = 0.04): Apply {
  return (sample, choose) => {
    const edit = apply(sample, choose);
    if (edit !== undefined || !choose.chance(share)) return edit;
    const code = compose(choose);
    const made = Sample.of(code, "js");
    const own = made && apply(made, choose);
    return own && { before: code, language: "js", ...own };
  };
}

/** Returns a word in the case of `model`. */
export function writtenLike(word: string, model: string): string {
  const words = wordsOf(word);
  if (/^[A-Z][A-Z\d_]+$/.test(model)) return joinWords(words, "constant");
  if (/^[A-Z][^A-Z]* /.test(model)) return capitalized(words.join(" "));
  if (/^[A-Z]/.test(model)) return joinWords(words, "pascal");
  if (model.includes(" ")) return words.join(" ");
  if (model.includes("-")) return words.join("-");
  return model.includes("_") ? joinWords(words, "snake") : joinWords(words, "camel");
}

/** Returns a function that consists of a switch. */
export function madeUpSwitch(choose: Choices): string {
  const h = chooseStyle(choose);
  const { i, s, q } = h;
  const [noun = "", target = "", other = "", ...words] = distinctNames(choose, 12);
  const verb = choose.pick(VERBS);
  const isNumbers = choose.chance(0.2);
  const model = choose.pick(["open", "open", "OPEN", "Open", "half-open"]);
  const first = choose.between(0, 3) * choose.pick([1, 100]);
  const count = choose.between(2, 6);
  const values = words
    .slice(0, count)
    .map((word, index) => (isNumbers ? String(first + index) : q + writtenLike(word, model) + q));
  const kind = choose.below(5);
  const result = (index: number): string => {
    const word = words[words.length - 1 - (index % 3)] ?? "";
    return [
      `${q}${capitalized(wordsOf(word).join(" "))}${index}${q}`.replace(/\d/, ""),
      String((index + 1) * choose.pick([2, 5, 10])),
      choose.pick(["true", "false"]),
      `${verb}${capitalized(words[index] ?? word)}(${other})`,
      `${q}${word}${index + 1}${q}`,
    ][kind] as string;
  };
  const isReturning = choose.chance(0.6);
  const isCalling = choose.chance(0.4);
  const isOneLine = choose.chance(0.2);
  const body = (index: number): string[] => {
    if (isReturning) return [`return ${result(index)}${s}`];
    if (isCalling) return [`${verb}${capitalized(words[index] ?? "")}(${other})${s}`, `break${s}`];
    return [`${target} = ${result(index)}${s}`, `break${s}`];
  };
  const write = (label: string, lines: readonly string[]): string[] =>
    isOneLine && s !== ""
      ? [`${i}${label}: ${lines.join(" ")}`]
      : [`${i}${label}:`, ...lines.map((line) => i + i + line)];
  const subject = choose.chance(0.5)
    ? noun
    : `${noun}.${choose.pick(["type", "kind", "status", "state", "mode", "code"])}`;
  const ending = choose.below(3);
  const blank = choose.chance(0.15);
  const cases = values.map((value, index) => write(`case ${value}`, body(index)));
  if (ending === 0) cases.push(write("default", [`throw new Error(${q}${choose.message(noun)}${q})${s}`]));
  if (ending === 1)
    cases.push(write("default", isReturning ? [`return ${result(count)}${s}`] : body(count).slice(0, 1)));
  const isSet = !isReturning && !isCalling;
  return functionWriter(
    choose,
    h,
    joinWords([choose.pick(VERBS), ...wordsOf(other)], "camel"),
    isReturning && kind !== 3 ? noun : `${noun}, ${other}`,
  )([
    ...(isSet ? [`let ${target}${choose.chance(0.5) ? "" : ` = null`}${s}`] : []),
    ...(choose.chance(0.25) ? [`console.log(${q}${choose.message()}${q}, ${noun})${s}`] : []),
    `switch (${subject}) {`,
    ...cases.flatMap((lines, index) => (blank && index > 0 ? ["", ...lines] : lines)),
    "}",
    ...(isSet ? [`return ${target}${s}`] : []),
  ]);
}

/** Returns a class with a constructor, often with fields. */
export function madeUpClass(choose: Choices): string {
  const { i, s, q } = chooseStyle(choose);
  const [noun = "", base = "", own = "", ...rest] = distinctNames(choose, 9);
  const stored = rest.slice(0, choose.between(1, 3));
  const prefix = choose.chance(0.35) ? "_" : "";
  const [field = ""] = stored;
  const member = `this.${prefix}${field}`;
  const hasBase = choose.chance(0.25);
  const hasFields = choose.chance(0.45);
  const initial = () => choose.pick(["null", "0", "[]", "false", "{}", "new Map()", "new Set()", `${q}${q}`]);
  const parts: string[][] = [];
  if (hasFields)
    parts.push(rest.slice(3, 3 + choose.between(1, 3)).map((one) => `${prefix}${one} = ${initial()}${s}`));
  parts.push([
    `constructor(${stored.join(", ")}) {`,
    ...(hasBase ? [`${i}super()${s}`] : []),
    ...stored.map((one) => `${i}this.${prefix}${one} = ${one}${s}`),
    ...(choose.chance(0.3) ? [`${i}this.${prefix}${own} = ${initial()}${s}`] : []),
    "}",
  ]);
  const bodies: string[][] = [
    [`return ${member}${s}`],
    [`${member} = null${s}`],
    [`if (!${member}) {`, `${i}return null${s}`, "}", `return ${member}.${own}${s}`],
    [`console.log(${member})${s}`],
    [`return ${q}${capitalized(noun)}: ${q} + ${member}${s}`],
    [`for (const one of ${member}) {`, `${i}one.${own}()${s}`, "}"],
    [`${member}++${s}`, `return this${s}`],
  ];
  const methods = choose.shuffle(bodies).slice(0, choose.between(1, 3));
  const verbs = choose.shuffle(VERBS.slice());
  for (const [index, lines] of methods.entries())
    parts.push([
      `${joinWords([verbs[index] ?? "run", ...wordsOf(choose.pick(rest))], "camel")}() {`,
      ...lines.map((line) => i + line),
      "}",
    ]);
  const head = `${choose.pick(["", "", "export "])}class ${capitalized(noun)}${hasBase ? ` extends ${capitalized(base)}` : ""} {`;
  const lines = parts.flatMap((part, index) => [...(index > 0 ? [""] : []), ...part.map((line) => i + line)]);
  return [head, ...lines, "}"].join("\n");
}
