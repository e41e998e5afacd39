import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../architecture/source-files.ts";
import type { RoundRobin } from "./round-robin.fixture.ts";

const BIN = join(ROOT, "packages/cli/bin/flint.mjs");
/** Milliseconds between the balancer's readiness checks of a server. */
const CHECK = 50;

export interface GroupServerOptions {
  readonly robin: RoundRobin;
  /** The server's index at the balancer. */
  readonly place: number;
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** One `flint serve` process of a group, which can be restarted. */
export class GroupServer {
  readonly #options: GroupServerOptions;
  #process: ChildProcess | null = null;
  #checkTimer: NodeJS.Timeout | null = null;
  /** Output since its start. */
  #output = "";

  constructor(options: GroupServerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { arguments: own, env } = this.#options;
    // Servers check what they send against the API's schemas, and exit if it does not conform.
    const NODE_OPTIONS = `--import=${pathToFileURL(join(ROOT, "scripts/conformance/child.mjs"))}`;
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(process.execPath, [BIN, "serve", "--port", "0", ...own], {
      env: { PATH, HOME, NODE_OPTIONS, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    this.#output = "";
    const port = await new Promise<number>((resolve, reject) => {
      const onOutput = (data: Buffer) => {
        this.#output += String(data);
        const found = /127\.0\.0\.1:(\d+)\/v1/.exec(this.#output);
        if (found !== null) resolve(Number(found[1]));
      };
      child.stdout?.on("data", onOutput);
      child.stderr?.on("data", onOutput);
      child.once("exit", (code) => reject(new Error(`a server ended with ${code}: ${this.#output}`)));
    });
    this.#check(port);
  }

  /** Stops the server as an operator does. Rejects if its exit code is not 0. */
  async drain(): Promise<void> {
    const code = await this.#end("SIGTERM");
    if (code !== 0) throw new Error(`a server that was stopped ended with ${code}: ${this.#output}`);
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, "exit");
    child.kill(signal);
    const [code] = await ended;
    this.#leave();
    return code;
  }

  /** The balancer sends connections to this server as long as it reports ready. */
  #check(port: number): void {
    const { robin, place } = this.#options;
    robin.ports[place] = port;
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (this.#checkTimer === checking) robin.ports[place] = answer?.ok ? port : null;
    };
    const checking = setInterval(() => void ask(), CHECK);
    this.#checkTimer = checking;
  }

  #leave(): void {
    if (this.#checkTimer !== null) clearInterval(this.#checkTimer);
    this.#checkTimer = null;
    this.#options.robin.ports[this.#options.place] = null;
  }
}
