import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { BIN } from "./flint.fixture.ts";

const run = promisify(execFile);
/** Interval for polling the screen, in milliseconds. */
const LOOK_MS = 30;
/** Timeout for waiting for a screen, in milliseconds, on a busy machine. */
const WAIT_MS = 45_000;

export interface TmuxOptions {
  /** A folder of the test, for tmux's socket. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

/** The built program in a tmux terminal, which users have over ssh. */
export class TmuxTerminal {
  readonly #socket: string;

  private constructor(socket: string) {
    this.#socket = socket;
  }

  static async open(
    args: readonly string[],
    { folder, env, columns = 80, rows = 24 }: TmuxOptions,
  ): Promise<TmuxTerminal> {
    const terminal = new TmuxTerminal(join(folder, `tmux-${Math.random().toString(36).slice(2)}`));
    const variables = Object.entries(env).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
    const size = ["-x", String(columns), "-y", String(rows)];
    // `exec` replaces the shell: the pane's process is the program.
    const command = `exec ${[process.execPath, BIN, ...args].map(quoteWord).join(" ")}`;
    // The pane stays after the program's exit, to read its last output.
    const config = join(folder, "tmux.conf");
    await writeFile(config, "set -g remain-on-exit on\nset -s escape-time 0\n");
    await terminal
      .#tmux("-f", config, "new-session", "-d", ...size, "-c", folder, ...variables, command)
      .catch((error: Error) => {
        throw new Error(`tmux cannot be started; install it with apt-get install tmux: ${error.message}`);
      });
    return terminal;
  }

  /** Types characters. */
  async type(text: string): Promise<void> {
    await this.#tmux("send-keys", "-l", "--", text);
  }

  /** Presses keys by tmux's names, such as `Enter`, `Escape`, `C-z`. */
  async press(...keys: string[]): Promise<void> {
    await this.#tmux("send-keys", ...keys);
  }

  async paste(text: string): Promise<void> {
    const buffering = execFile("tmux", ["-S", this.#socket, "load-buffer", "-"]);
    const loaded = new Promise<void>((resolve, reject) => {
      buffering.once("close", (code) =>
        code === 0 ? resolve() : reject(new Error(`tmux load-buffer: ${code}`)),
      );
    });
    buffering.stdin?.end(text);
    await loaded;
    // -p: a bracketed paste, if the program has requested that.
    await this.#tmux("paste-buffer", "-p");
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux("resize-window", "-x", String(columns), "-y", String(rows));
  }

  /** Returns the screen's text, without trailing blanks. */
  async screen(): Promise<string> {
    const { stdout } = await this.#tmux("capture-pane", "-p");
    return stdout
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
      .trimEnd();
  }

  /** Returns the colours on the screen, as their escape codes. */
  async colours(): Promise<string[]> {
    const { stdout } = await this.#tmux("capture-pane", "-p", "-e");
    const [, ...pieces] = stdout.split("\u001b[");
    const codes = pieces.flatMap((piece) => piece.match(/^([\d;]*)m/)?.[1]?.split(";") ?? []);
    return [...new Set(codes.filter((code) => /^(3[0-8]|4[0-8]|9[0-7]|10[0-7])$/.test(code)))];
  }

  /** Resolves to the first screen that matches the pattern and has stopped changing. */
  async waitFor(pattern: RegExp): Promise<string> {
    const until = performance.now() + WAIT_MS;
    let before = "";
    for (;;) {
      const ended = await this.#hasExited();
      const screen = await this.screen();
      if (pattern.test(screen) && (screen === before || ended)) return screen;
      if (ended) throw new Error(`the program ended without ${pattern}:\n${screen}`);
      if (performance.now() > until) throw new Error(`the screen never had ${pattern}:\n${screen}`);
      before = screen;
      await pause(LOOK_MS);
    }
  }

  /** Resolves to the program's exit code, once it has exited. */
  async exit(): Promise<number> {
    while (!(await this.#hasExited())) await pause(LOOK_MS);
    return Number(await this.#ask("#{pane_dead_status}"));
  }

  /** Returns the program's process id. */
  async pid(): Promise<number> {
    return Number(await this.#ask("#{pane_pid}"));
  }

  async dispose(): Promise<void> {
    // The server may already have exited.
    await this.#tmux("kill-server").catch(() => {});
  }

  async #hasExited(): Promise<boolean> {
    return (await this.#ask("#{pane_dead}")) === "1";
  }

  async #ask(format: string): Promise<string> {
    return (await this.#tmux("display-message", "-p", format)).stdout.trim();
  }

  #tmux(...args: string[]): Promise<{ stdout: string }> {
    // tmux passes its own environment on to the program: nothing of the caller's, such as NO_COLOR or FLINT_URL.
    const { PATH = "", HOME = "" } = process.env;
    return run("tmux", ["-u", "-S", this.#socket, ...args], { env: { PATH, HOME } });
  }
}

function quoteWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
