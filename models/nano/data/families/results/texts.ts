import type { Node } from "../../syntax/index.ts";
import type { Answer } from "./answer.ts";
import { method, resultFamilies } from "./family.ts";
import { TEXTS } from "./made-up.ts";

/** Whether a string may begin or end with white space: it has a value there instead of fixed text. */
function hasOpenEnd(node: Node): boolean {
  if (node.type === "BinaryExpression") return hasOpenEnd(node.left) || hasOpenEnd(node.right);
  if (node.type === "TemplateLiteral") {
    const ends = [node.quasis[0], node.quasis.at(-1)];
    return node.expressions.length > 0 && ends.some((one) => one?.value.raw.trim() === "");
  }
  return node.type !== "StringLiteral";
}

/** Whether a string's case is open: it has a value and is not markup, a URL or a pattern. */
function hasLetters({ kind, node, text }: Answer): boolean {
  const isFixed = node.type === "StringLiteral" || (node.type === "TemplateLiteral" && !text.includes("${"));
  return kind === "string" && !isFixed && !/Case\(\)|:\/\/|[<>\\\n]|toFixed|base64/.test(text);
}

export const trimResult = resultFamilies({
  name: "trim-result",
  wording: {
    seen: [
      "trim the [result|return value|returned string]",
      "return the result trimmed",
      "return a trimmed string",
      "[strip|remove] [the |]whitespace around the result",
      "[strip|remove] [the |]leading and trailing [whitespace|spaces] from the [result|return value]",
      "call trim on the [result|return value]",
      "=the [result|return value] should be trimmed",
      "return {value} trimmed",
      "trim {value} before [returning it|it is returned]",
      "=trim what [it|this] returns",
    ],
    unseen: [
      "what comes back must not begin or end with blanks",
      "give back the string without spaces at its ends",
    ],
    weight: 0.6,
  },
  put: method(() => ".trim()"),
  fits: (_, answer) =>
    answer.kind === "string" && !/trim|pad(Start|End)/.test(answer.text) && hasOpenEnd(answer.node),
  shapes: () => TEXTS,
});

export const upperResult = resultFamilies({
  name: "upper-result",
  wording: {
    seen: [
      "uppercase the [result|return value|returned string]",
      "return [the result|it] in [upper case|uppercase|capital letters]",
      "convert the [result|return value] to [upper case|uppercase]",
      "call toUpperCase on the [result|return value]",
      "=the [result|return value] should be [uppercase|in upper case|in capitals]",
      "[make|turn] the result [into |]uppercase",
      "return {value} in [upper case|uppercase]",
      "return an [uppercase|upper-case] string",
      "uppercase {value} before returning it",
      "=uppercase what [it|this] returns",
    ],
    unseen: ["every letter that comes back has to be a capital", "give it back in all caps"],
    weight: 0.5,
  },
  put: method(() => ".toUpperCase()"),
  fits: (_, answer) => hasLetters(answer),
  shapes: () => TEXTS,
});

export const lowerResult = resultFamilies({
  name: "lower-result",
  wording: {
    seen: [
      "lowercase the [result|return value|returned string]",
      "return [the result|it] in [lower case|lowercase|small letters]",
      "convert the [result|return value] to [lower case|lowercase]",
      "call toLowerCase on the [result|return value]",
      "=the [result|return value] should be [lowercase|in lower case]",
      "[make|turn] the result [into |]lowercase",
      "return {value} in [lower case|lowercase]",
      "return a [lowercase|lower-case] string",
      "lowercase {value} before returning it",
      "=lowercase what [it|this] returns",
    ],
    unseen: ["there must be no capitals in what comes back", "give it back in small letters only"],
    weight: 0.5,
  },
  put: method(() => ".toLowerCase()"),
  fits: (_, answer) => hasLetters(answer),
  shapes: () => TEXTS,
});
