import { describe, expect, test } from "vitest";
import type { ParsedText } from "../format.ts";
import { ToolSet } from "../tools/index.ts";
import { AnswerParser } from "./answer-parser.ts";
import { readChatAnswer } from "./chat-answer.ts";

const parser = (thinking: boolean) =>
  new AnswerParser({
    tools: new ToolSet([], "."),
    thinking,
    held: null,
    read: (answer) => readChatAnswer(answer, { syntaxes: [] }),
  });

/** Parses an output that arrives in these pieces; neighbours of one part are joined. */
function parse(pieces: readonly string[], thinking = false): string[] {
  const reader = parser(thinking);
  const parsed: ParsedText[] = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
  const parts: string[] = [];
  for (const { index, part, text } of parsed) {
    expect(text).not.toBe("");
    parts[index] = `${parts[index] ?? `${part.type}: `}${text}`;
  }
  return parts;
}

describe("an answer's reasoning", () => {
  test.each([
    ["<think>\nHm.\n</think>\n\nYes.", ["reasoning: Hm.", "text: Yes."]],
    ["\n<think>Hm.</think>Yes.", ["reasoning: Hm.", "text: Yes."]],
    ["<think>\n\n</think>\n\nYes.", ["text: Yes."]],
    ["<think>cut sho", ["reasoning: cut sho"]],
    ["<think>a </b> <c\n</thin", ["reasoning: a </b> <c\n</thin"]],
    ["Yes. <think>is a tag</think>", ["text: Yes. <think>is a tag</think>"]],
    ["<th", ["text: <th"]],
    ["  <thing/>\n", ["text:   <thing/>\n"]],
    ["<think>a</think>b</think>", ["reasoning: a", "text: b</think>"]],
    ["a\n\n\nb\n", ["text: a\n\n\nb\n"]],
    ["\n", ["text: \n"]],
    ["", []],
  ])("%j", (output, parts) => {
    expect(parse([output])).toEqual(parts);
    expect(parse([...output])).toEqual(parts);
  });

  test("that the prompt opened ends at the closing tag", () => {
    expect(parse(["Hm.\n</think>\n\nYes."], true)).toEqual(["reasoning: Hm.", "text: Yes."]);
  });

  test("text is passed on as soon as it cannot be a tag", () => {
    const reader = parser(false);
    expect(reader.push("<")).toEqual([]);
    expect(reader.push("b")).toEqual([{ index: 0, part: { type: "text" }, text: "<b" }]);
    expect(reader.push(" <")).toEqual([{ index: 0, part: { type: "text" }, text: " <" }]);
  });
});

test("a character that arrives in halves is passed on whole", () => {
  const reader = parser(false);
  expect(reader.push("a\ud83d")).toMatchObject([{ text: "a" }]);
  expect(reader.push("\ude00")).toMatchObject([{ text: "😀" }]);
});
