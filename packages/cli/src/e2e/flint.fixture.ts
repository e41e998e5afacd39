import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../package-root.ts";

export const BIN = join(packageRoot, "bin/flint.mjs");
export const ROOT = join(packageRoot, "../..");

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** User id to run as; requires root. */
  readonly uid?: number;
}

/** Returns the program's environment: nothing that changes its behaviour. */
function cleanEnv(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = "", HOME = "" } = process.env;
  // Makes servers check that what they send conforms, and exit if it does not.
  const NODE_OPTIONS = `--import=${pathToFileURL(join(ROOT, "scripts/conformance/child.mjs"))}`;
  return { PATH, HOME, TERM: "xterm-256color", LANG: "C.UTF-8", NODE_OPTIONS, ...extra };
}

/** The processes and folders of one test file; `dispose` ends and removes them all. */
export class Workspace {
  readonly folder: string;
  readonly #children = new Set<ChildProcess>();

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<Workspace> {
    return new Workspace(await mkdtemp(join(tmpdir(), "flint-e2e-")));
  }

  async file(name: string, content: string | Buffer): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  env(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    return cleanEnv({ FLINT_HOME: join(this.folder, "home"), ...extra });
  }

  /** Starts the built program. Its stdin stays open until the caller ends it. */
  start(args: readonly string[], options: RunOptions = {}): ChildProcess {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: this.folder,
      env: this.env(options.env),
      stdio: ["pipe", "pipe", "pipe"],
      ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
    });
    this.#children.add(child);
    child.once("close", () => this.#children.delete(child));
    return child;
  }

  /** Runs the built program until it exits. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const child = this.start(args, options);
    child.stdin?.end(options.input ?? "");
    return collectOutput(child);
  }

  /** Starts `flint serve` on a free port. Resolves to its URL once it listens. */
  async serve(
    args: readonly string[],
    options: RunOptions = {},
  ): Promise<{ url: string; child: ChildProcess }> {
    const child = this.start(["serve", "--port", "0", ...args], options);
    const line = await waitForOutput(child, /http:\/\/127\.0\.0\.1:\d+\/v1/);
    return { url: line, child };
  }

  async dispose(): Promise<void> {
    const ends = [...this.#children].map((child) => new Promise((resolve) => child.once("close", resolve)));
    for (const child of this.#children) child.kill("SIGKILL");
    await Promise.all(ends);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Collects a process's output until it exits. */
export function collectOutput(child: ChildProcess): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...output }));
  });
}

/** Resolves to the first match of `pattern` in stdout; rejects if the process exits first. */
function waitForOutput(child: ChildProcess, pattern: RegExp): Promise<string> {
  let seen = "";
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      seen += chunk;
      const match = pattern.exec(seen);
      if (match === null) return;
      child.stdout?.removeListener("data", onData);
      resolve(match[0]);
    };
    child.stdout?.on("data", onData);
    child.once("close", () => reject(new Error(`ended without ${pattern}: ${seen}`)));
  });
}
