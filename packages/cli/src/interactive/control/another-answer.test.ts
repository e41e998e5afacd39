import type { Hunk } from "@flint/client";
import { expect, test } from "vitest";
import { Desk } from "./desk.fixture.ts";

const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n + 1}\n`).join("");

const deletion = (start: number, end: number): Hunk => ({
  kind: "delete",
  oldStart: start,
  oldLines: Array.from({ length: end - start + 1 }, (_, n) => `line ${start + n}`),
  newStart: start,
  newLines: [],
});

test("an identical other answer is asked for once more at a higher temperature", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(5, 5));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("ctrl-t");
  const second = await desk.asked(2);
  second.answer(deletion(5, 5));
  const third = await desk.asked(3);
  expect(third.temperature).toBeGreaterThan(second.temperature ?? 0);
  third.answer(deletion(4, 4));
  await desk.until(({ edit }) => edit?.id === "e2" && edit.status === "completed");
  expect(desk.state.sides.map(({ hunks }) => hunks)).toEqual([[deletion(5, 5)], [deletion(4, 4)]]);
  expect([desk.questions.length, desk.state.note]).toEqual([3, ""]);
});

test("a model without another answer is reported, and its only answer is shown", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(5, 5));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("ctrl-t");
  (await desk.asked(2)).answer(deletion(5, 5));
  (await desk.asked(3)).answer(deletion(5, 5));
  await desk.until(({ note }) => /has no other answer.*Ctrl-T/.test(note));
  expect(desk.state.sides.map(({ id }) => id)).toEqual(["e2"]);
  desk.press("enter");
  await desk.until(({ file, pending }) => file?.code === lines(4) && pending === null);
});

test("stopping the second attempt at another answer ends it", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(5, 5));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("ctrl-t");
  (await desk.asked(2)).answer(deletion(5, 5));
  await desk.asked(3);
  desk.press("escape");
  await desk.until(({ edit }) => edit?.status === "interrupted");
  expect([desk.questions.length, desk.state.note]).toEqual([3, ""]);
});

test("an identical answer to new words is reported and not asked for again", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(5, 5));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.type("louder");
  desk.press("ctrl-t");
  (await desk.asked(2)).answer(deletion(5, 5));
  await desk.until(({ note }) => /has no other answer/.test(note));
  expect(desk.questions).toHaveLength(2);
});
