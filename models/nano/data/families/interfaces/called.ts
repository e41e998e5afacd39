import { capitalized, joinWords, wordsOf } from "../../choices/index.ts";
import type { Node, NodeOf, Sample } from "../../syntax/index.ts";

/** Usual names of arguments, by function and position. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  setTimeout: [[], ["delay", "timeout", "wait"]],
  setInterval: [[], ["interval", "period"]],
  debounce: [[], ["delay", "wait"]],
  throttle: [[], ["interval", "wait"]],
  sleep: [["delay", "pause"]],
  delay: [["duration", "wait"]],
  join: [["separator", "delimiter"]],
  split: [["separator", "delimiter"]],
  repeat: [["count", "times"]],
  padStart: [["width", "length"], ["filler"]],
  padEnd: [["width", "length"], ["filler"]],
  toFixed: [["digits", "decimals", "precision"]],
  toPrecision: [["precision"]],
  toString: [["radix", "base"]],
  parseInt: [[], ["radix", "base"]],
  slice: [["start"], ["end", "limit"]],
  substring: [["start"], ["end"]],
  startsWith: [["prefix"]],
  endsWith: [["suffix"]],
  querySelector: [["selector"]],
  querySelectorAll: [["selector"]],
  closest: [["selector"]],
  getElementById: [["elementId"]],
  createElement: [["tagName"]],
  getAttribute: [["attribute"]],
  removeAttribute: [["attribute"]],
  setAttribute: [["attribute"]],
  readFile: [[], ["encoding"]],
  readFileSync: [[], ["encoding"]],
  writeFileSync: [[], [], ["encoding"]],
  limit: [["limit", "count"]],
  take: [["count", "limit"]],
  fill: [["initial", "filler"]],
};

function argumentNames(call: NodeOf<"CallExpression">, literal: Node, sample: Sample): readonly string[] {
  const callee = /(?:^|\.)(\w+)$/.exec(sample.source(call.callee))?.[1] ?? "";
  return ARGUMENTS[callee]?.[call.arguments.indexOf(literal as never)] ?? [];
}

function operandNames(
  { operator, left, right }: NodeOf<"BinaryExpression">,
  literal: Node,
  sample: Sample,
): readonly string[] {
  if (right !== literal) return [];
  const subject = /(\w+)(?:\.length)?$/.exec(sample.source(left))?.[1] ?? "";
  const named = (word: string) =>
    /^[a-z]\w{3,14}$/i.test(subject) && !/^(?:length|this)$/.test(subject)
      ? [joinWords([word, ...wordsOf(subject)], "camel")]
      : [];
  switch (operator) {
    case ">":
    case ">=":
      return ["threshold", "limit", ...named("max")];
    case "<":
    case "<=":
      return ["threshold", "limit", ...named("min")];
    case "*":
    case "/":
      return ["factor", "scale"];
    case "+":
    case "-":
      return ["offset", "margin"];
    default:
      return [];
  }
}

/** Returns names for an unnamed literal in the code; none if the code does not suggest any. */
export function calledByPlace(sample: Sample, literal: Node): readonly string[] {
  const place = sample.parent(literal);
  switch (place?.type) {
    case "CallExpression":
      return argumentNames(place, literal, sample);
    case "BinaryExpression":
      return operandNames(place, literal, sample);
    case "AssignmentExpression": {
      if (place.right !== literal) return [];
      if (place.operator === "+=" || place.operator === "-=") return ["step", "increment"];
      const target = /\.([a-z]\w{2,})$/.exec(sample.source(place.left))?.[1];
      return target === undefined || place.operator !== "=" ? [] : [`initial${capitalized(target)}`];
    }
    default:
      return [];
  }
}
