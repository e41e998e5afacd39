import { expect, test } from "vitest";
import { FullScreen } from "./full-screen.ts";
import { row } from "./screen.ts";
import { HeadlessTerminal } from "./terminal.fixture.ts";

const rows = (...texts: string[]) => texts.map((text) => row(text));

test("writes only the rows that differ, in one synchronized update", async () => {
  const terminal = new HeadlessTerminal(20, 4);
  const screen = new FullScreen(terminal, () => {});
  screen.paint(rows("one", "two", "three"));
  terminal.writes.length = 0;
  screen.paint(rows("one", "2", "three"));
  expect(terminal.writes).toHaveLength(1);
  expect(terminal.writes[0]?.startsWith("\x1b[?2026h") && terminal.writes[0].endsWith("\x1b[?2026l")).toBe(
    true,
  );
  expect(terminal.writes[0]).toContain("2");
  expect(terminal.writes[0]).not.toMatch(/one|three/);
  screen.paint(rows("one", "2", "three"));
  expect(terminal.writes).toHaveLength(1);
  expect(await terminal.lines()).toEqual(["one", "2", "three"]);
});

test("restores the previous screen when it is closed", async () => {
  const terminal = new HeadlessTerminal(20, 4);
  terminal.write("$ flint\n");
  const screen = new FullScreen(terminal, () => {});
  screen.paint(rows("full", "of", "code", "!"));
  expect(await terminal.lines()).toEqual(["full", "of", "code", "!"]);
  screen.close();
  screen.close();
  expect(await terminal.lines()).toEqual(["$ flint"]);
});

test("shows every row again after resizing to nothing and back", async () => {
  const terminal = new HeadlessTerminal(20, 4);
  const screen = new FullScreen(terminal, () =>
    screen.paint(rows("a", "b", "c", "d").slice(0, terminal.rows)),
  );
  screen.paint(rows("a", "b", "c", "d"));
  for (const [columns, lines] of [
    [2, 1],
    [1, 1],
    [20, 4],
  ] as const)
    terminal.resize(columns, lines);
  expect(await terminal.lines()).toEqual(["a", "b", "c", "d"]);
});
