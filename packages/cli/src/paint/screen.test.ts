import fc from "fast-check";
import { expect, test } from "vitest";
import { row, Screen } from "./screen.ts";
import { HeadlessTerminal } from "./terminal.fixture.ts";

const rows = (...texts: string[]) => texts.map((text) => row(text));

test("repaints only the rows that differ", async () => {
  const terminal = new HeadlessTerminal();
  const screen = new Screen(terminal);
  screen.paint(rows("one", "two", "three"));
  const before = terminal.writes.length;
  screen.paint(rows("one", "2", "three"));
  const written = terminal.writes.slice(before).join("");
  expect(written).toContain("2");
  expect(written).not.toContain("one");
  expect(written).not.toContain("three");
  expect(await terminal.lines()).toEqual(["one", "2", "three"]);
});

test("writes nothing when nothing differs", () => {
  const terminal = new HeadlessTerminal();
  const screen = new Screen(terminal);
  screen.paint(rows("one"));
  const before = terminal.writes.length;
  screen.paint(rows("one"));
  expect(terminal.writes).toHaveLength(before);
});

test("prints above the painted rows, into the scrollback", async () => {
  const terminal = new HeadlessTerminal(20, 5);
  const screen = new Screen(terminal);
  screen.paint(rows("live 1", "live 2"));
  screen.print("a\nb\nc\nd\ne\n");
  screen.paint(rows("live 3"));
  expect(await terminal.lines()).toEqual(["a", "b", "c", "d", "e", "live 3"]);
  screen.close();
  expect(await terminal.lines()).toEqual(["a", "b", "c", "d", "e"]);
});

test("a narrower terminal shows no remains of wrapped rows", async () => {
  const terminal = new HeadlessTerminal(40, 10);
  terminal.write("before\n");
  const screen = new Screen(terminal);
  screen.paint(rows("a".repeat(35), "b".repeat(35)));
  terminal.resize(20, 10);
  screen.paint(rows("short"));
  screen.close();
  terminal.write("after");
  expect(await terminal.lines()).toEqual(["before", "after"]);
});

test("whatever was painted, only the printed lines remain after closing", async () => {
  const texts = fc.array(fc.stringMatching(/^[a-z]{1,15}$/), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, fc.boolean())), async (frames) => {
      const terminal = new HeadlessTerminal(20, 6);
      const screen = new Screen(terminal);
      const printed: string[] = [];
      for (const [frame, print] of frames) {
        screen.paint(frame.map((text) => row(text)));
        if (!print) continue;
        printed.push(`print ${printed.length}`);
        screen.print(`${printed.at(-1)}\n`);
      }
      screen.close();
      expect(await terminal.lines()).toEqual(printed);
      terminal.dispose();
    }),
    { numRuns: 60 },
  );
});
