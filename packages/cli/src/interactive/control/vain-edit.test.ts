import { fileURLToPath } from "node:url";
import type { Hunk } from "@flint/client";
import { expect, test } from "vitest";
import { Desk } from "./desk.fixture.ts";

const CODE = "line 1\nline 2\n";
const DELETION: Hunk = {
  ...{ kind: "delete", oldStart: 1, oldLines: ["line 1"] },
  ...{ newStart: 1, newLines: [] },
};

test("the instruction for a file that is too long returns to the line, to be asked of a part of it", async () => {
  const desk = await Desk.open(CODE);
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).fail("context_length_exceeded", "7 tokens too many");
  await desk.until(({ edit }) => edit?.status === "failed");
  desk.press("escape");
  expect(desk.state).toMatchObject({ screen: "file", typed: "go" });
  desk.select(2, 2);
  desk.press("enter");
  expect((await desk.asked(2)).instruction).toBe("go");
  expect(desk.state.edit?.question.selection).toEqual({ start: 2, end: 2 });
});

test("Enter asks again for an edit that was stopped before its first change", async () => {
  const desk = await Desk.open(CODE);
  desk.type("go");
  desk.press("enter");
  await desk.asked(1);
  desk.press("escape");
  await desk.until(({ edit }) => edit?.status === "interrupted");
  desk.press("enter");
  expect(await desk.asked(2)).toMatchObject({ instruction: "go", temperature: undefined });
});

test("Esc puts the words of an edit that was stopped before its first change back into the line", async () => {
  const desk = await Desk.open(CODE);
  desk.type("go");
  desk.press("enter");
  await desk.asked(1);
  desk.press("escape");
  await desk.until(({ edit }) => edit?.status === "interrupted");
  desk.press("escape");
  expect(desk.state).toMatchObject({ screen: "file", typed: "go" });
});

test("Esc does not put the words of an edit that was answered back into the line", async () => {
  const desk = await Desk.open(CODE);
  for (const hunks of [[DELETION], []]) {
    desk.type("go");
    desk.press("enter");
    (await desk.asked(desk.questions.length + 1)).answer(...hunks);
    await desk.until(({ edit }) => edit?.status === "completed");
    desk.press("escape");
    expect(desk.state).toMatchObject({ screen: "file", typed: "" });
  }
});

test("Enter on an empty line asks for an example's suggestion while it is shown", async () => {
  const desk = await Desk.open(CODE);
  const example = fileURLToPath(new URL("../../../../../examples/orders.js", import.meta.url));
  await desk.editor.open(example);
  expect(desk.state.note).toBe("Enter asks for an example: use const and let instead of var");
  desk.press("enter");
  const question = await desk.asked(1);
  expect(question.instruction).toBe("use const and let instead of var");
  question.answer();
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("escape", "enter");
  expect(desk.state.note).toBe("say what to change, and press Enter");
  expect(desk.questions).toHaveLength(1);
});

test("Enter on an empty line in any other file asks nothing", async () => {
  const desk = await Desk.open(CODE);
  desk.press("enter");
  expect(desk.state.note).toBe("say what to change, and press Enter");
  expect(desk.questions).toEqual([]);
});
