import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type IPty, spawn as spawnTerminal } from "@lydell/node-pty";
import { endWithThis } from "../server/index.ts";
import type { Painting, Surface } from "./surface.ts";
import { CHANGES, CODE, INSTRUCTION, SCENARIO } from "./workload.ts";

const PROGRAM = fileURLToPath(new URL("../bin/flint.mjs", import.meta.resolve("flint")));
const RECORDER = new URL("../../bench/paint/in-terminal.mjs", import.meta.url).href;
/** Milliseconds between two paints, at 60 per second. */
const FRAME = 1000 / 60;
const CTRL_C = "\x03";

interface TerminalRecord {
  readonly delays: readonly number[];
  /** When each paint with newly arrived text was done. */
  readonly paints: readonly number[];
  readonly busy: number | null;
}

/** `flint` in a pseudo-terminal of 80 × 24, with a separate server. */
export class TerminalSurface implements Surface {
  readonly name = "terminal";
  readonly #folder: string;
  readonly #server: ChildProcess;
  readonly #url: string;

  private constructor(folder: string, server: ChildProcess, url: string) {
    this.#folder = folder;
    this.#server = server;
    this.#url = url;
  }

  static async open(): Promise<TerminalSurface> {
    const folder = await mkdtemp(join(tmpdir(), "flint-paint-"));
    const scenario = join(folder, "scenario.json");
    await writeFile(scenario, JSON.stringify(SCENARIO));
    const args = [PROGRAM, "serve", "--port", "0", "--engine", "script", "--scenario", scenario];
    const server = endWithThis(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] }));
    return new TerminalSurface(folder, server, await addressOf(server));
  }

  async measure(): Promise<Painting> {
    const record = join(this.#folder, "record.json");
    await writeFile(join(this.#folder, "orders.js"), CODE);
    const terminal = spawnTerminal(
      process.execPath,
      ["--import", RECORDER, PROGRAM, "orders.js", "--url", this.#url],
      {
        cols: 80,
        rows: 24,
        cwd: this.#folder,
        env: {
          ...process.env,
          FLINT_HOME: join(this.#folder, "home"),
          PAINT_RECORD: record,
          TERM: "xterm-256color",
        },
      },
    );
    const screen = new TerminalOutput(terminal);
    await screen.until("Enter edit");
    // Connected, and with its grammar loaded, as in a longer session.
    await screen.until("\x1b[35mfunction");
    terminal.write(`${INSTRUCTION}\r`);
    await screen.until(`of ${CHANGES}`);
    terminal.write(CTRL_C);
    await screen.ended;
    return paintingOf(JSON.parse(await readFile(record, "utf8")));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.kill();
    await once(this.#server, "exit");
    await rm(this.#folder, { recursive: true });
  }
}

/** The output of a terminal, which can be awaited. */
class TerminalOutput {
  readonly ended: Promise<void>;
  #text = "";
  #onText: (() => void) | null = null;

  constructor(terminal: IPty) {
    terminal.onData((text) => {
      this.#text += text;
      this.#onText?.();
    });
    this.ended = new Promise((resolve) => terminal.onExit(() => resolve()));
  }

  async until(text: string): Promise<void> {
    const seen = new Promise<void>((resolve) => {
      this.#onText = () => {
        if (this.#text.includes(text)) resolve();
      };
      this.#onText();
    });
    const ended = this.ended.then(() => {
      throw new Error(`flint ended without "${text}": ${this.#text}`);
    });
    // Prevents an unhandled rejection if the program ends later.
    ended.catch(() => {});
    await Promise.race([seen, ended]);
    this.#onText = null;
  }
}

function paintingOf({ delays, paints, busy }: TerminalRecord): Painting {
  const [first, last] = [paints[0], paints.at(-1)];
  if (first === undefined || last === undefined || busy === null)
    throw new Error("the terminal painted nothing");
  let dropped = 0;
  for (const [index, at] of paints.slice(1).entries()) {
    dropped += Math.max(0, Math.round((at - (paints[index] ?? at)) / FRAME) - 1);
  }
  return { delays, frames: Math.round((last - first) / FRAME) + 1, dropped, busy };
}

async function addressOf(server: ChildProcess): Promise<string> {
  let seen = "";
  for await (const text of server.stdout ?? []) {
    seen += text;
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(seen) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`flint serve ended without an address: ${seen}`);
}
