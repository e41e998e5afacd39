import { expect, test } from "vitest";
import { Desk } from "./desk.fixture.ts";

const CODE = "one\ntwo\nthree\n";

/** With a proposal of two changes. */
async function proposed(): Promise<Desk> {
  const desk = await Desk.open(CODE);
  desk.type("shout");
  desk.press("enter");
  const change = (line: number, oldLine: string) => ({
    ...{ kind: "replace" as const, oldStart: line, oldLines: [oldLine] },
    ...{ newStart: line, newLines: [oldLine.toUpperCase()] },
  });
  (await desk.asked(1)).answer(change(1, "one"), change(3, "three"));
  await desk.until(({ edit }) => edit?.status === "completed");
  return desk;
}

/** Once all that was pressed has been done. */
async function rejected(desk: Desk): Promise<number[]> {
  await desk.editor.recover();
  return desk.state.edit?.indexes("rejected") ?? [];
}

test.each(["backspace", "delete"] as const)(
  "holding %s until the line is empty rejects no change",
  async (key) => {
    const desk = await proposed();
    desk.type("words");
    if (key === "delete") desk.press("home");
    desk.press(...Array.from({ length: 9 }, () => key));
    expect(desk.state.typed).toBe("");
    expect(await rejected(desk)).toEqual([]);
    desk.press("up", key);
    expect(await rejected(desk)).toEqual([0]);
  },
);

test("backspace erases blanks before it rejects a change", async () => {
  const desk = await proposed();
  desk.type(" ");
  desk.press("backspace");
  expect(desk.state.typed).toBe("");
  expect(await rejected(desk)).toEqual([]);
});

test("each backspace rejects one more change, and Enter reopens a rejected one", async () => {
  const desk = await proposed();
  desk.press("backspace", "backspace");
  expect(await rejected(desk)).toEqual([0, 1]);
  desk.press("up", "enter");
  expect(await rejected(desk)).toEqual([1]);
  expect(await desk.read()).toBe(CODE);
  desk.press("enter");
  await desk.until(({ file }) => file?.code === "ONE\ntwo\nthree\n");
});

test("the page keys scroll the chosen change, even with words in the line, and the next starts at its head", async () => {
  const desk = await proposed();
  desk.type("words");
  desk.press("page-down");
  expect(desk.state.edit).toMatchObject({ chosen: 0, offset: 2 });
  desk.press("page-up");
  expect(desk.state.edit).toMatchObject({ chosen: 0, offset: 0 });
  desk.press("page-down", "escape", "down");
  expect(desk.state.edit).toMatchObject({ chosen: 1, offset: 0 });
});

test("Esc in the picker clears the line first and then leaves", async () => {
  const desk = await Desk.open(CODE);
  desk.press("ctrl-p");
  desk.type("letters");
  desk.press("escape");
  expect(desk.state).toMatchObject({ typed: "", screen: "picker" });
  desk.press("escape");
  expect(desk.state.screen).toBe("file");
});

test("← and → scroll the code as far as its longest line, while nothing is typed", async () => {
  const desk = await Desk.open(`${"x".repeat(70)}\none\n`);
  desk.press("left");
  expect(desk.aside).toBe(0);
  desk.press("right", "right");
  expect(desk.aside).toBe(40);
  desk.press("right", "right");
  expect(desk.aside).toBe(50);
  desk.type("ab");
  desk.press("left");
  desk.type("x");
  expect([desk.state.typed, desk.aside]).toEqual(["axb", 50]);
  desk.press("escape", "left");
  expect(desk.aside).toBe(30);
});

test("a new view starts unscrolled and keeps its offset when the edit ends", async () => {
  const desk = await Desk.open(`${"x".repeat(70)}\none\n`);
  desk.press("right");
  desk.type("shout");
  desk.press("enter");
  const turn = await desk.asked(1);
  expect(desk.aside).toBe(0);
  desk.press("right", "right");
  expect(desk.aside).toBe(40);
  turn.answer({ kind: "replace", oldStart: 2, oldLines: ["one"], newStart: 2, newLines: ["ONE"] });
  await desk.until(({ edit }) => edit?.status === "completed");
  expect(desk.aside).toBe(40);
});
