import { type Choices, joinWords, wordsOf } from "../../choices/index.ts";
import { from, type Node, type NodeOf, type Sample, to } from "../../syntax/index.ts";
import { type Edit, edited, family } from "../family.ts";

/** Calls that search for something. */
const LOOKS =
  /(^|\.)_*(get|find|read|load|query|lookup|pick|parse|match|exec|select|retrieve|fetch|pop|shift|peek|search|locate|detect)([A-Z]\w*)?$/;

/** Values that always exist. */
const ALWAYS =
  /(^|\.)(length|size|prototype|constructor|fetch|\w+Sync|exports|module|current)$|\brequire\(|^(exports|module|Math|Number|Symbol)\b|\.[A-Z][A-Z\d_]+$/;

/** Whether a value may be missing. */
function mayBeMissing(sample: Sample, value: Node): boolean {
  switch (value.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return !ALWAYS.test(sample.source(value));
    case "CallExpression":
    case "OptionalCallExpression": {
      const callee = sample.source(value.callee);
      return LOOKS.test(callee) && !ALWAYS.test(callee);
    }
    case "AwaitExpression":
      return mayBeMissing(sample, value.argument) && value.argument.type !== "MemberExpression";
    default:
      return false;
  }
}

function candidates(sample: Sample): NodeOf<"VariableDeclarator">[] {
  return sample.all("VariableDeclarator").filter((one) => {
    const { id, init } = one;
    if (id.type !== "Identifier" || id.typeAnnotation || !init || !mayBeMissing(sample, init)) return false;
    const holder = sample.parent(one);
    const { name } = id;
    // Code that checks whether the value exists does not need a fallback. A loop's variable is its element.
    return (
      holder?.type === "VariableDeclaration" &&
      !/^For/.test(sample.parent(holder)?.type ?? "") &&
      sample.isOneLine(init) &&
      !/^[A-Z]/.test(name) &&
      !/\]$/.test(sample.source(init)) &&
      sample
        .all("VariableDeclarator")
        .filter((other) => other.id.type === "Identifier" && other.id.name === name).length === 1 &&
      !sample.bindings.all.some((other) => other.name === name && other.kind === "parameter") &&
      !new RegExp(
        `!${name}\\b(?!\\.)|\\b${name}\\b (={2,3}|!==?|\\?\\?|&&|\\|\\||\\?) |\\b${name}\\?\\.|if \\(${name}\\)|typeof ${name}\\b|&& ${name}\\b|while \\(${name}`,
      ).test(sample.code)
    );
  });
}

/** Last words of names of numbers, strings and objects. */
const NUMBER =
  /^(count|index|size|width|height|length|offset|total|limit|timeout|delay|port|num|max|min|age|id|level|depth|x|y)$/;
const TEXT =
  /^(name|title|text|path|url|key|str|string|type|label|message|msg|prefix|suffix|html|content|host|mode|lang|caption)$/;
const RECORD =
  /^(options|opts|props|settings|params|headers|config|styles|attrs|data|map|state|context|meta|info|attributes)$/;

/** Returns a fallback for a name: a typical value of its kind, or a name derived from it. */
function valueFor(sample: Sample, choose: Choices, name: string): string {
  const { quote } = sample.style;
  const text = (value: string) => `${quote}${value}${quote}`;
  const words = wordsOf(name);
  const last = words.at(-1) ?? name;
  const own = [
    joinWords(["default", ...words], "constant"),
    joinWords(["default", ...words], "camel"),
    joinWords(["fallback", ...words], "camel"),
    `defaults.${name}`,
    `options.${name}`,
    choose.variable(sample),
  ];
  if (RECORD.test(last)) return choose.pick(["{}", "{}", "{}", choose.pick(own)]);
  if (NUMBER.test(last)) return choose.pick(["0", "0", "1", "-1", "10", "100", "1000", choose.pick(own)]);
  const isOpened = new RegExp(`\\b${name}\\.`).test(sample.code);
  if (TEXT.test(last))
    return choose.pick([
      text(""),
      text(""),
      text(choose.pick(["default", "unknown", "none", "n/a", "en", "/", "localhost", "untitled"])),
      choose.pick(own),
    ]);
  // A variable with members that lists do not have is not a list.
  const isOther = new RegExp(
    `\\b${name}\\.(?!length|map|filter|forEach|find|some|every|join|slice|push|reduce|includes)`,
  );
  if (isOther.test(sample.code)) return choose.pick(own);
  if (/[^s]s$/.test(last) || /^(list|array|arr)$/.test(last))
    return choose.pick(["[]", "[]", "[]", choose.pick(own)]);
  return choose.pick(isOpened ? own : [...own, "null"]);
}

function fallenBack(sample: Sample, choose: Choices, operator: "??" | "||"): Edit | undefined {
  const one = choose.pickIfAny(candidates(sample));
  if (one?.id.type !== "Identifier" || !one.init) return undefined;
  const { name } = one.id;
  const value = valueFor(sample, choose, name);
  if ((value === "null" && operator === "??") || sample.mentions(value)) return undefined;
  const draft = sample.draft();
  const init = sample.source(one.init);
  // An awaited value gets parentheses, like formatters do.
  const plain =
    one.init.type === "AwaitExpression" && !one.init.extra?.["parenthesized"] ? `(${init})` : init;
  draft.update(from(one.init), to(one.init), `${plain} ${operator} ${value}`);
  return edited(sample, draft, { name, value });
}

export const fallBack = family(
  "fall-back",
  {
    seen: [
      "use {value} if {name} is [missing|null|undefined|null or undefined|nullish]",
      "let {name} fall back to {value}[| with ??]",
      "=if {name} is [missing|null|undefined|null or undefined|nullish], use {value}",
      "={name} should fall back to {value}",
      "add ?? {value} to {name}",
      "add a fallback {value} for {name}",
      "use {value} as a fallback for {name}",
      "default {name} to {value} if it is [null|undefined|nullish|missing]",
      "use {value} when there is no {name}",
      "set {name} to {value} if it is [missing|null|undefined|null or undefined]",
    ],
    unseen: [
      "=where {name} comes out as nothing, {value} takes its place",
      "{value} stands in for {name} when that is absent",
    ],
    weight: 1.3,
  },
  (sample, choose) => fallenBack(sample, choose, "??"),
);

export const fallBackFalsy = family(
  "fall-back-falsy",
  {
    seen: [
      "use {value} if {name} is [falsy|falsy or empty|empty or missing]",
      "=if {name} is [falsy|empty or missing], use {value}",
      "add || {value} to {name}",
      "default {name} to {value} if it is [falsy|empty or missing]",
      "use {value} when {name} is [falsy|empty or missing]",
      "let {name} be {value} [if|when] it is [falsy|empty or missing]",
      "set {name} to {value} [if|when] it is [falsy|empty or missing]",
      "=for any falsy {name} use {value}",
      "let {name} fall back to {value} with ||",
    ],
    unseen: ["{value} stands in for {name} when that is anything falsy"],
    weight: 0.8,
  },
  (sample, choose) => fallenBack(sample, choose, "||"),
);
