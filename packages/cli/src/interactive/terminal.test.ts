import { EventEmitter } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { KeySource } from "../keyboard/index.ts";
import { FileSearch } from "../listing/index.ts";
import { themeFor } from "../paint/index.ts";
import { HeadlessTerminal } from "../paint/terminal.fixture.ts";
import { TerminalSession } from "./terminal.ts";

/** A keyboard at which the test types. */
class Keyboard extends EventEmitter implements KeySource {
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}

  type(text: string): void {
    this.emit("data", Buffer.from(text));
  }
}

const HOME = "\x1b[H";
const LEFT = "\x1b[D";
const CTRL_C = "\x03";

test("the cursor is seen where the arrows, Home and End move it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "flint-terminal-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "a.txt"), "one\n");
  const terminal = new HeadlessTerminal(40, 6);
  const keys = new Keyboard();
  let painted = () => {};
  const session = new TerminalSession({
    terminal,
    keys,
    theme: themeFor({ isTTY: false }, {}),
    search: new FileSearch([]),
    connect: () => Promise.reject(new Error("nobody asks")),
    journal: null,
    open: join(folder, "a.txt"),
    painted: () => painted(),
  });
  const over = session.run(new Promise(() => {}));
  const shows = (line: string) =>
    new Promise<void>((resolve) => {
      painted = async () => {
        if ((await terminal.lines()).includes(line)) resolve();
      };
    });
  await shows("›1 one");
  for (const [pressed, line] of [
    ["abc", "› abc▏"],
    [LEFT, "› ab▏c"],
    [HOME, "› ▏abc"],
  ] as const) {
    const shown = shows(line);
    keys.type(pressed);
    await shown;
  }
  keys.type(CTRL_C);
  await over;
  terminal.dispose();
  expect(session.log.state).toMatchObject({ typed: "abc", left: true });
});
