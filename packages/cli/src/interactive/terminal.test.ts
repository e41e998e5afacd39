import { EventEmitter } from "node:events";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { KeySource } from "../keyboard/index.ts";
import type { Found } from "../listing/index.ts";
import { themeFor } from "../paint/index.ts";
import { HeadlessTerminal } from "../paint/terminal.fixture.ts";
import { type TerminalOptions, TerminalSession } from "./terminal.ts";

/** A keyboard at which the test types. */
class Keyboard extends EventEmitter implements KeySource {
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}

  type(text: string): void {
    this.emit("data", Buffer.from(text));
  }
}

/** A session in a terminal, where the test types and sees what is on the screen. */
class Sitting {
  readonly terminal = new HeadlessTerminal(40, 10);
  readonly keys = new Keyboard();
  readonly session: TerminalSession;
  readonly #over: Promise<void>;
  #painted = () => {};

  constructor(options: Pick<TerminalOptions, "files" | "open">) {
    this.session = new TerminalSession({
      ...{ terminal: this.terminal, keys: this.keys, theme: themeFor({ isTTY: false }, {}), journal: null },
      connect: () => Promise.reject(new Error("nobody asks")),
      ...options,
      painted: () => this.#painted(),
    });
    this.#over = this.session.run(new Promise(() => {}));
  }

  /** Resolves when the line is on the screen, after `act`. */
  shows(line: string, act: () => void = () => {}): Promise<void> {
    return new Promise((resolve) => {
      const look = async () => {
        if ((await this.terminal.lines()).includes(line)) resolve();
      };
      this.#painted = look;
      act();
      look();
    });
  }

  async leave(): Promise<void> {
    this.keys.type(CTRL_C);
    await this.#over;
    this.terminal.dispose();
  }
}

async function fileWith(name: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-terminal-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const HOME = "\x1b[H";
const LEFT = "\x1b[D";
const DOWN = "\x1b[B";
const CTRL_C = "\x03";

test("the cursor is shown where ← and Home move it", async () => {
  const sitting = new Sitting({ files: async function* () {}, open: await fileWith("a.txt", "one\n") });
  await sitting.shows("›1 one");
  for (const [pressed, line] of [
    ["abc", "› abc▏"],
    [LEFT, "› ab▏c"],
    [HOME, "› ▏abc"],
  ] as const)
    await sitting.shows(line, () => sitting.keys.type(pressed));
  await sitting.leave();
  expect(sitting.session.log.state).toMatchObject({ typed: "abc", left: true });
});

test("the screen opens before the files are found, and counts them", async () => {
  let give = (_: Found) => {};
  const next = () =>
    new Promise<Found>((resolve) => {
      give = resolve;
    });
  const sitting = new Sitting({
    files: async function* () {
      yield await next();
      yield await next();
    },
  });
  await sitting.shows("  looking for files: 0 so far");
  give({ files: ["b.ts", "c.ts"], nth: 0 });
  await sitting.shows("  looking for files: 2 so far");
  await sitting.shows("▶ c.ts", () => sitting.keys.type(DOWN));
  give({ files: ["a.ts"], nth: 0 });
  await sitting.shows("  a.ts");
  // What was gone to stays the chosen one, wherever it is by now.
  await sitting.shows("▶ c.ts");
  await sitting.leave();
  expect(sitting.session.log.state.picking).toMatchObject({ matches: ["a.ts", "b.ts", "c.ts"], chosen: 2 });
});

test("a single file is opened at once, unless letters were typed before it was found", async () => {
  const only = await fileWith("only.txt", "one\n");
  const files = async function* () {
    yield { files: [only], nth: 0 };
  };
  const opened = new Sitting({ files });
  await opened.shows("›1 one");
  await opened.leave();
  const typed = new Sitting({ files });
  typed.keys.type("%");
  await typed.shows("  no file has these letters in its path");
  await typed.leave();
  expect(typed.session.log.state.file).toBeNull();
});

test("a failed search for files is reported, and the files found before it are listed", async () => {
  const sitting = new Sitting({
    files: async function* () {
      yield { files: ["a.ts", "b.ts"], nth: 0 };
      await open(join(tmpdir(), "flint-no-such-folder", "x"));
    },
  });
  await sitting.shows("▶ a.ts");
  await expect.poll(() => sitting.session.log.state.note).toMatch(/^not all files could be found: ENOENT/);
  await sitting.leave();
});

test("a search that stopped at its limit of files says so", async () => {
  const sitting = new Sitting({
    files: async function* () {
      yield { files: ["a.ts", "b.ts"], nth: 0, isCut: true };
    },
  });
  await sitting.shows("▶ a.ts");
  await expect.poll(() => sitting.session.log.state.note).toMatch(/50,000 files.* name a subfolder/);
  await sitting.leave();
});
