import { expect, test } from "vitest";
import { DeclineReader } from "./decline-reader.ts";
import { RestoringReader } from "./restoring-reader.ts";
import { StandIns } from "./stand-ins.ts";
import { WholeCodeReader } from "./whole-code-reader.ts";

const TAG = "<|unsure|>";
const standIns = StandIns.of("größe(✅)", "") as StandIns;

function read(pieces: readonly string[]): [string, string][] {
  const decline = new DeclineReader(new WholeCodeReader(), { tag: TAG, isInCode: false, refusal: "zq00?" });
  const reader = new RestoringReader(decline, standIns);
  const parsed = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end(true)];
  const parts: [string, string][] = [];
  for (const { index, part, text } of parsed) {
    const known = parts[index];
    if (known) known[1] += text;
    else parts[index] = [part.type, text];
  }
  return parts;
}

test("stand-ins are restored wherever the answer is cut", () => {
  const answer = "zq00(zq01); zq z";
  for (const pieces of [[answer], [...answer], answer.split(/(?<=q)/)])
    expect(read(pieces)).toEqual([["text", "größe(✅); zq z"]]);
});

test("a refusal is passed on unchanged, after all of the text", () => {
  expect(read(["a z", TAG])).toEqual([
    ["text", "a z"],
    ["refusal", "zq00?"],
  ]);
});

test("text is passed on as soon as it cannot be a stand-in", () => {
  const reader = new RestoringReader(new WholeCodeReader(), standIns);
  const given = (text: string) => reader.push(text).map((part) => part.text);
  expect([given("a = z"), given("q0"), given("0;")]).toEqual([["a = "], [], ["größe;"]]);
});
