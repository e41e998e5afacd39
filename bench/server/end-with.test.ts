import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transpile } from "typescript";
import { expect, onTestFinished, test } from "vitest";

const SOURCE = readFileSync(new URL("end-with.ts", import.meta.url), "utf8");
const MODULE = { module: 99, target: 99 };

/** Starts a program that goes on for ever and has the same stdout, and ends in that way. */
const program = (end: string) => `
  import { spawn } from "node:child_process";
  import { once } from "node:events";
  import { endWithThis } from "./end-with.mjs";
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: ["ignore", "inherit", "ignore"] });
  await once(endWithThis(child), "spawn");
  process.send(child.pid);
  await once(process, "message");
  ${end}`;

test.each([
  ["by itself", "process.exit(0);"],
  ["by an error", "throw new Error('no');"],
])("a child process ends with its parent when the parent ends %s", async (_, end) => {
  const folder = mkdtempSync(join(tmpdir(), "flint-end-with-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "end-with.mjs"), transpile(SOURCE, MODULE));
  writeFileSync(join(folder, "program.mjs"), program(end));
  const child = fork(join(folder, "program.mjs"), {
    execArgv: [],
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  const [pid] = await once(child, "message");
  let isOver = false;
  onTestFinished(() => void (isOver || process.kill(pid, "SIGKILL")));
  child.send("end");
  // Their stdout is closed once neither of them has it any more.
  await once(child.stdout?.resume() ?? child, "end");
  isOver = true;
  expect(isOver).toBe(true);
});
