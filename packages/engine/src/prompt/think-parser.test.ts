import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedText } from "./format.ts";
import { ThinkParser } from "./think-parser.ts";

/** Parses an output that arrives in these pieces; neighbours of one part are joined. */
function parse(pieces: readonly string[], thinking = false): string[] {
  const parser = new ThinkParser({ thinking });
  const parsed: ParsedText[] = [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
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
    ["  <thing/>", ["text:   <thing/>"]],
    ["<think>a</think>b</think>", ["reasoning: a", "text: b</think>"]],
    ["", []],
  ])("%j", (output, parts) => {
    expect(parse([output])).toEqual(parts);
    expect(parse([...output])).toEqual(parts);
  });

  test("that the prompt opened ends with the closing tag", () => {
    expect(parse(["Hm.\n</think>\n\nYes."], true)).toEqual(["reasoning: Hm.", "text: Yes."]);
  });

  test("text goes on as soon as it cannot be a tag", () => {
    const parser = new ThinkParser({ thinking: false });
    expect(parser.push("<")).toEqual([]);
    expect(parser.push("b")).toEqual([{ index: 0, part: { type: "text" }, text: "<b" }]);
    expect(parser.push(" <")).toEqual([{ index: 0, part: { type: "text" }, text: " <" }]);
  });

  test("is the same wherever the output is cut", () => {
    const piece = fc.oneof(
      fc.constantFrom("<think>", "</think>", "<", "</", "think>", "\n", " ", "<thin"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), (pieces, thinking) => {
        expect(parse(pieces, thinking)).toEqual(parse([pieces.join("")], thinking));
      }),
    );
  });
});
