import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CliError } from "../error/index.ts";
import { claim, holderOf } from "./index.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-claim-"));
  path = join(folder, "thing");
});
afterEach(() => rm(folder, { recursive: true }));

const refusal = (holder: number | null) => new CliError("taken", `by ${holder}`);

/** A process that lives until its stdin ends. */
async function living(): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume(); console.log()"]);
  await once(child.stdout, "data");
  return child as typeof child & { readonly pid: number };
}

async function beginOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") S 0");
  return stat.replace(/^.*\) /s, "").split(" ")[19];
}

test("releasing a claim leaves no file behind", async () => {
  const release = claim(path, refusal);
  expect(await readdir(folder)).toEqual(["thing.lock"]);
  release();
  expect(await readdir(folder)).toEqual([]);
});

test("the claim of another process holds until that process ends", async () => {
  const other = await living();
  await writeFile(`${path}.lock`, `${other.pid} ${await beginOf(other.pid)}`);
  expect(holderOf(path)).toBe(other.pid);
  expect(() => claim(path, refusal)).toThrow(`by ${other.pid}`);
  expect(await readdir(folder)).toEqual(["thing.lock"]);
  other.stdin?.end();
  await once(other, "exit");
  claim(path, refusal)();
});

test.skipIf(process.platform !== "linux")(
  "a claim is void when its process id belongs to another process by now",
  async () => {
    const other = await living();
    await writeFile(`${path}.lock`, `${other.pid} 1`);
    expect(holderOf(path)).toBeNull();
    claim(path, refusal)();
    other.stdin?.end();
    await once(other, "exit");
  },
);

test.each(["", "1", `${process.pid} 1`, `${process.pid}`, `${2 ** 22 + 1} 1`, "what"])(
  "a lock left behind is void: %j",
  async (text) => {
    // A container's only process has the same number each time, and may be this one.
    await writeFile(`${path}.lock`, text.replace(/^1$/, `${process.pid}`));
    claim(path, refusal)();
    expect(await readdir(folder)).toEqual([]);
  },
);

test("a lock file is never seen empty", async () => {
  const state = new Int32Array(new SharedArrayBuffer(12));
  const watcher = new Worker(
    `const { readFileSync } = require("node:fs");
    const { state, lock } = require("node:worker_threads").workerData;
    while (state[0] === 0) {
      let text = null;
      try { text = readFileSync(lock, "utf8"); } catch {}
      if (text !== null) state[text === "" ? 1 : 2]++;
    }`,
    { eval: true, workerData: { state, lock: `${path}.lock` } },
  );
  await once(watcher, "online");
  for (let nth = 0; nth < 50_000 && (nth < 1_000 || state[2] === 0); nth++) claim(path, refusal)();
  state[0] = 1;
  await once(watcher, "exit");
  expect(state[1]).toBe(0);
});
