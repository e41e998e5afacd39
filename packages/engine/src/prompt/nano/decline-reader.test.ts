import { describe, expect, test } from "vitest";
import { DeclineReader } from "./decline-reader.ts";
import { WholeCodeReader } from "./whole-code-reader.ts";

const TAG = "<|unsure|>";

function read(pieces: readonly string[], { isInCode = false, isWhole = true } = {}): [string, string][] {
  const reader = new DeclineReader(new WholeCodeReader(), { tag: TAG, isInCode, refusal: "not this" });
  const parsed = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end(isWhole)];
  const parts: [string, string][] = [];
  for (const { index, part, text } of parsed) {
    const known = parts[index];
    if (known) known[1] += text;
    else parts[index] = [part.type, text];
  }
  return parts;
}

describe("the decline tag", () => {
  test("on its own is a refusal, whole or in pieces", () => {
    expect(read([TAG])[1]).toEqual(["refusal", "not this"]);
    expect(read([...TAG])[1]).toEqual(["refusal", "not this"]);
    expect(read([TAG])[0]).toBeUndefined();
  });

  test("after some code turns the answer into a refusal and ends it", () => {
    expect(read(["let a", TAG, " = 1;"])).toEqual([
      ["text", "let a"],
      ["refusal", "not this"],
    ]);
  });

  test("within an answer is code if the edited code contains it", () => {
    const code = [`f("`, TAG, `")`];
    expect(read(code, { isInCode: true })).toEqual([["text", code.join("")]]);
    expect(read([TAG, "(x)"], { isInCode: true })).toEqual([["text", `${TAG}(x)`]]);
    expect(read([TAG], { isInCode: true })[1]).toEqual(["refusal", "not this"]);
  });
});

test("code that only begins like the tag is passed on whole", () => {
  for (const isInCode of [false, true])
    expect(read(["a <", "| b", " <|uns"], { isInCode })).toEqual([["text", "a <| b <|uns"]]);
});
