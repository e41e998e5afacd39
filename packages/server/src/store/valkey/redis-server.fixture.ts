import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "iovalkey";

/** A separate Redis server, as packaged by Debian: Valkey speaks the same protocol. */
export class RedisServer {
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), "flint-redis-"));
  readonly #options: readonly string[];
  #process: ChildProcess | null = null;
  #client: Redis | null = null;
  #databases = 0;

  private constructor(port: number, options: readonly string[]) {
    this.port = port;
    this.#options = options;
  }

  static async start(...options: readonly string[]): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), options);
    await server.restart();
    return server;
  }

  /** Returns the address of a new, empty store: each call uses a new prefix. */
  url(): string {
    return `valkey://127.0.0.1:${this.port}/0?prefix=test${this.#databases++}`;
  }

  /** Starts the server with the data it has persisted. */
  async restart(): Promise<void> {
    const own = ["--port", String(this.port), "--bind", "127.0.0.1", "--dir", this.#folder, "--save", ""];
    const child = spawn("redis-server", [...own, ...this.#options], { stdio: ["ignore", "pipe", "inherit"] });
    this.#process = child;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      child.once("error", (cause) => reject(new Error("redis-server is needed: install it", { cause })));
      child.once("exit", (code) => reject(new Error(`redis-server ended with ${code}: ${said}`)));
      child.stdout?.on("data", (data) => {
        said += String(data);
        if (said.includes("Ready to accept connections")) resolve();
      });
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** Runs one command without a password. */
  command(name: string, ...args: string[]): Promise<unknown> {
    this.#client ??= new Redis({ port: this.port, host: "127.0.0.1" }).on("error", () => {});
    return this.#client.call(name, ...args);
  }

  /** Runs one command as a client with a password. */
  async commandAs(password: string, name: string, ...args: string[]): Promise<unknown> {
    const client = new Redis({ port: this.port, host: "127.0.0.1", password });
    try {
      return await client.call(name, ...args);
    } finally {
      client.disconnect();
    }
  }

  async stop(): Promise<void> {
    this.#client?.disconnect();
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
