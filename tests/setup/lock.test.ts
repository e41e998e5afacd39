import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkout } from "./checkout.fixture.ts";

/** Ends at once: its process id belongs to nobody then. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? Number.NaN;
}

function holdLock(path: string, name: string) {
  const script = `
    import { appendFileSync } from "node:fs";
    import { withLock } from "./scripts/setup/lock.mjs";
    await withLock("./lock", async () => {
      appendFileSync("log", "${name} in\\n");
      for (let turn = 0; turn < 1000; turn++) await new Promise(setImmediate);
      appendFileSync("log", "${name} out\\n");
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: path,
    stdio: "ignore",
  });
  return once(child, "exit");
}

it("commands started at once run one after another", async () => {
  const { path } = checkout();
  const exits = await Promise.all(["a", "b", "c"].map((name) => holdLock(path, name)));
  expect(exits).toEqual(Array(3).fill([0, null]));
  const log = readFileSync(join(path, "log"), "utf8").trim().split("\n");
  const order = log.filter((line) => line.endsWith("in")).map((line) => line.slice(0, 1));
  expect(order.toSorted()).toEqual(["a", "b", "c"]);
  expect(log).toEqual(order.flatMap((name) => [`${name} in`, `${name} out`]));
});

it("a lock whose owner is gone is taken over", async () => {
  const { path } = checkout();
  writeFileSync(join(path, "lock"), String(await deadProcess()));
  expect(await holdLock(path, "a")).toEqual([0, null]);
});
