import type { Preview, PreviewPiece } from "@flint/client";
import { afterEach, expect, test } from "vitest";
import { colouredDiff } from "./diff-line.ts";
import { LiveDiff } from "./live-diff.ts";
import { HeadlessTerminal } from "./terminal.fixture.ts";
import { themeFor } from "./theme.ts";

const plain = themeFor({ isTTY: true }, { NO_COLOR: "1" });
const colour = themeFor({ isTTY: true }, {});
const open: LiveDiff[] = [];
afterEach(() => {
  for (const live of open.splice(0)) live.close();
});

function start(terminal: HeadlessTerminal, preview: () => Preview | null, theme = plain): LiveDiff {
  const live = new LiveDiff({
    terminal,
    theme,
    title: () => "a.js",
    hint: "Ctrl-C stops",
    preview,
    frame: 0,
  });
  open.push(live);
  return live;
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}`);

function previewOf(...pieces: PreviewPiece[]): Preview {
  return { pieces, arrivedLines: 0 };
}

const changed = (oldStart: number, oldLines: string[], newLines: string[]): PreviewPiece => ({
  kind: "changed",
  oldStart,
  oldLines,
  newStart: oldStart,
  newLines,
  settled: false,
});

test("shows the change, the lines around it and the lines expected next", async () => {
  const terminal = new HeadlessTerminal();
  start(terminal, () =>
    previewOf(
      { kind: "unchanged", oldStart: 1, newStart: 1, lines: numbered(1, 10) },
      changed(11, ["var a;"], ["const a;"]),
      { kind: "expected", oldStart: 12, lines: numbered(12, 30) },
    ),
  );
  const lines = await terminal.lines();
  expect(lines.slice(0, -1)).toEqual([
    " ⋯ 7 lines",
    " line 8",
    " line 9",
    " line 10",
    "-var a;",
    "+const a;",
    " line 12",
    " line 13",
    " line 14",
  ]);
  expect(lines.at(-1)).toMatch(/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] a\.js {2}\d+ ms {2}Ctrl-C stops$/);
});

test("fits a small terminal: the line being written stays visible, long lines are cut", async () => {
  const terminal = new HeadlessTerminal(30, 8);
  const long = `const text = "${"x".repeat(60)}";`;
  start(terminal, () =>
    previewOf(changed(1, numbered(1, 9), [...numbered(1, 20), long]), {
      kind: "expected",
      oldStart: 10,
      lines: numbered(10, 20),
    }),
  );
  const lines = await terminal.lines();
  expect(lines).toHaveLength(7);
  expect(lines.at(-2)).toBe('+const text = "xxxxxxxxxxxxx…');
});

test("code cannot control the terminal", async () => {
  const terminal = new HeadlessTerminal();
  start(terminal, () => previewOf(changed(1, [], ["\x1b[2J\x1b]0;title\x07", "\tindented\r"])));
  expect((await terminal.lines()).slice(0, 2)).toEqual(["+␛[2J␛]0;title␇", "+  indented␍"]);
});

test("paints at most once a frame", async () => {
  const terminal = new HeadlessTerminal();
  let frames = 0;
  const live = new LiveDiff({
    terminal,
    theme: plain,
    title: () => "a.js",
    hint: "",
    frame: 3_600_000,
    preview: () => {
      frames++;
      return null;
    },
  });
  open.push(live);
  for (let i = 0; i < 1000; i++) live.request();
  expect(frames).toBe(1);
});

test("closing restores the terminal", async () => {
  const terminal = new HeadlessTerminal();
  terminal.write("$ flint\n");
  const live = start(terminal, () => previewOf(changed(1, ["a"], ["b"])));
  live.close();
  expect(await terminal.lines()).toEqual(["$ flint"]);
});

test("the lines of a diff are coloured by their sign, even where code looks like a header", () => {
  const diff = "--- a.sql\n+++ a.sql\n@@ -1,2 +1,2 @@\n x\n--- old\n+++ new\n";
  const lines = colouredDiff(diff, colour).split("\n");
  expect(lines[0]).toBe("\x1b[1m--- a.sql\x1b[22m");
  expect(lines[4]).toBe("\x1b[31m--- old\x1b[39m");
  expect(lines[5]).toBe("\x1b[32m+++ new\x1b[39m");
  expect(colouredDiff(diff, plain)).toBe(diff);
});
