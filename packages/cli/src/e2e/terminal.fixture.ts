import { execFileSync } from "node:child_process";
import { type IPty, spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { BIN } from "./flint.fixture.ts";

export interface TerminalOptions {
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly columns?: number;
  readonly rows?: number;
  /** A shell command line in which `"$@"` is the program. Default: only the program. */
  readonly line?: string;
}

/** The built program in a real pseudo-terminal, displayed by a terminal emulator that can be read. */
export class FlintTerminal {
  readonly exit: Promise<number>;
  /** All output of the program. */
  raw = "";
  readonly #pty: IPty;
  readonly #screen;
  readonly #watchers = new Set<() => void>();
  #ended = false;

  constructor(args: readonly string[], { cwd, env, columns = 80, rows = 24, line }: TerminalOptions) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
    const program = [process.execPath, BIN, ...args];
    const [file = "", ...rest] = line === undefined ? program : ["/bin/sh", "-c", line, "sh", ...program];
    this.#pty = spawn(file, rest, { cols: columns, rows, cwd, env });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data, () => this.#notify());
    });
    this.exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode }) => {
        this.#ended = true;
        // The last output may still be in the emulator's queue.
        this.#screen.write("", () => {
          this.#notify();
          resolve(exitCode);
        });
      });
    });
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.#pty.pid, name);
  }

  /** Sends a signal to the program, if a shell started it. */
  signalChild(name: NodeJS.Signals): void {
    const children = execFileSync("pgrep", ["-P", String(this.#pty.pid)], { encoding: "utf8" });
    for (const pid of children.trim().split("\n")) process.kill(Number(pid), name);
  }

  /** Returns all lines, including the scrollback, without trailing blanks. */
  text(): string {
    const { active } = this.#screen.buffer;
    const lines = Array.from(
      { length: active.length },
      (_, i) => active.getLine(i)?.translateToString(true) ?? "",
    );
    return lines.join("\n").trimEnd();
  }

  /** Resolves when the screen shows `pattern`; rejects if the program exits without it. */
  waitFor(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const text = this.text();
        if (pattern.test(text)) resolve(text);
        else if (this.#ended) reject(new Error(`ended without ${pattern}:\n${text}`));
        else return;
        this.#watchers.delete(look);
      };
      this.#watchers.add(look);
      look();
    });
  }

  dispose(): void {
    if (!this.#ended) this.#pty.kill("SIGKILL");
    this.#screen.dispose();
  }

  #notify(): void {
    for (const look of [...this.#watchers]) look();
  }
}
