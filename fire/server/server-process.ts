import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scenario } from "../answer/index.ts";
import { repositoryFile } from "../home.ts";
import type { Secrets } from "./secrets.ts";

const BIN = repositoryFile("packages/cli/bin/flint.mjs");
const PRELOAD = pathToFileURL(repositoryFile("fire/server/preload.mjs")).href;
/** Milliseconds between SIGTERM and SIGKILL. */
const PATIENCE = 20_000;

export interface ServerProcessOptions {
  /** Folder for the log and other files of the server. */
  readonly folder: string;
  readonly secrets: Secrets;
  /**
   * Tokens per second of the script engine, null for no limit. Undefined: the embedded engine with the bundled model.
   */
  readonly tokensPerSecond?: number | null;
  /** Tokens per step of the script engine. Default 1. */
  readonly burst?: number;
  /** Additional flags. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Shell command to run before the server in the same process, for example to set limits or mounts. */
  readonly before?: string;
  /** Whether to run in a separate mount namespace. */
  readonly ownMounts?: boolean;
  /** Default `warn`. */
  readonly logLevel?: string;
}

export interface Heap {
  /** Bytes in use, including garbage not yet collected. */
  readonly heapUsed: number;
  /** Whether a property was added to `Object.prototype`. */
  readonly isPolluted: boolean;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** One `flint serve` process, which can be restarted on the same port. */
export class ServerProcess implements AsyncDisposable {
  readonly #options: ServerProcessOptions;
  readonly log: string;
  #child: ChildProcess | null = null;
  #port = 0;
  #isEnding = false;
  #questionCount = 0;
  /** Descriptions of the times when it exited on its own. */
  readonly crashes: string[] = [];
  readonly #crashed = new AbortController();

  private constructor(options: ServerProcessOptions) {
    this.#options = options;
    this.log = join(options.folder, "server.log");
    options.secrets.addLog(this.log);
  }

  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1`;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Aborts when the server exits on its own: further tests are pointless. */
  get crashed(): AbortSignal {
    return this.#crashed.signal;
  }

  /** Starts the server. `without`: skips the shell command and the mount namespace. */
  async start({ without = false } = {}): Promise<void> {
    const { env, before, ownMounts } = this.#options;
    const { PATH = "", HOME = "" } = process.env;
    const serve = [process.execPath, BIN, "serve", "--port", String(this.#port), ...this.#flags()];
    const [command = "", ...args] = without ? serve : wrapCommand(serve, before, ownMounts ?? false);
    const log = openSync(this.log, "a");
    const child = spawn(command, args, {
      cwd: this.#options.folder,
      env: {
        ...{ PATH, HOME, FLINT_HOME: this.#options.folder, NODE_OPTIONS: `--import=${PRELOAD}` },
        FLINT_SECRET: this.#options.secrets.serverSecret,
        ...env,
      },
      stdio: ["ignore", "pipe", log, "ipc"],
    });
    closeSync(log);
    this.#child = child;
    this.#isEnding = false;
    running.add(child);
    child.once("exit", (code, signal) => {
      running.delete(child);
      if (this.#isEnding) return;
      this.crashes.push(
        `the server ended by itself with ${signal ?? code}: ${lastLines(readFileSync(this.log, "utf8"))}`,
      );
      this.#crashed.abort();
    });
    let said = "";
    this.#port = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () =>
        reject(new Error(`the server did not start: ${lastLines(readFileSync(this.log, "utf8"))}`)),
      );
      child.stdout?.on("data", (data) => {
        said += String(data);
        const found = /127\.0\.0\.1:(\d+)\/v1/.exec(said);
        if (found !== null) resolve(Number(found[1]));
      });
    });
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Shifts the server's clock by `shift` milliseconds. */
  async shiftClock(shift: number): Promise<void> {
    this.#child?.send({ shift });
    // Messages are handled in order: after this response the shift is in effect.
    await this.heap();
  }

  /** Returns the server's report of its heap; null if it has exited. */
  async heap(): Promise<Heap | null> {
    const child = this.#child;
    if (child === null || !this.isRunning) return null;
    const ask = ++this.#questionCount;
    return new Promise((resolve) => {
      const leave = (heap: Heap | null) => {
        child.off("message", onMessage).off("exit", gone);
        resolve(heap);
      };
      const onMessage = (message: unknown) => {
        const heap = message as Heap & { readonly ask: number };
        if (heap.ask === ask) leave(heap);
      };
      const gone = () => leave(null);
      child.on("message", onMessage).once("exit", gone);
      child.send({ ask });
    });
  }

  /** Returns resident memory in bytes, and open file descriptors. */
  resources(): { rss: number; descriptors: number } {
    const pages = Number(readFileSync(`/proc/${this.pid}/statm`, "utf8").split(" ")[1]);
    return { rss: pages * 4096, descriptors: readdirSync(`/proc/${this.pid}/fd`).length };
  }

  /** Returns the pid of the embedded engine's process; null if there is none at the moment. */
  enginePid(): number | null {
    for (const thread of readdirSync(`/proc/${this.pid}/task`)) {
      const children = readFileSync(`/proc/${this.pid}/task/${thread}/children`, "utf8");
      const found = children.trim().split(" ").filter(Boolean).find(isEngine);
      if (found !== undefined) return Number(found);
    }
    return null;
  }

  logText(): string {
    return readFileSync(this.log, "utf8");
  }

  get logBytes(): number {
    return statSync(this.log).size;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#isEnding = true;
    if (child === null || !this.isRunning) return;
    const ended = once(child, "exit");
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    await ended;
    clearTimeout(timer);
  }

  #flags(): readonly string[] {
    const { folder, tokensPerSecond, burst = 1, flags = [], logLevel = "warn" } = this.#options;
    const common = ["--log-level", logLevel, ...flags];
    if (tokensPerSecond === undefined) return common;
    const path = join(folder, "scenario.json");
    writeFileSync(path, JSON.stringify(scenario(tokensPerSecond, burst)));
    return ["--engine", "script", "--scenario", path, ...common];
  }
}

function wrapCommand(command: readonly string[], before: string | undefined, ownMounts: boolean): string[] {
  const inShell = before === undefined ? command : ["sh", "-c", `${before} && exec "$@"`, "sh", ...command];
  return ownMounts ? ["unshare", "--mount", ...inShell] : [...inShell];
}

function isEngine(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("llama");
  } catch {
    return false;
  }
}

function lastLines(log: string): string {
  return log.trim().split("\n").slice(-3).join(" | ").slice(-1_000);
}
