import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { conversation } from "../conformance/sample.ts";
import { openDiskStore } from "../index.ts";
import { storeFile } from "./store-file.fixture.ts";

const WRITER = fileURLToPath(new URL("writer.fixture.mjs", import.meta.url));
const LIMIT = 500;

/** Starts a process that keeps responses, kills it once it has told of so many, and gives those it told of. */
async function writeUntilKilled(path: string, count: number, delay: number): Promise<string[]> {
  const writer = spawn(process.execPath, [WRITER, path, "4"], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  writer.stdout.setEncoding("utf8");
  let isKilled = false;
  writer.stdout.on("data", (more: string) => {
    text += more;
    if (isKilled || text.split("\n").length <= count) return;
    isKilled = true;
    setTimeout(() => writer.kill("SIGKILL"), delay);
  });
  const [code, signal] = await once(writer, "close");
  expect([code, signal]).toEqual([null, "SIGKILL"]);
  const lines = text.split("\n");
  // The last line is empty or cut off by the kill.
  return lines.slice(0, -1);
}

test("a process killed while writing loses no response that it reported as kept", async () => {
  const path = storeFile();
  for (const [round, count] of [1, 40, 300, 90, 700].entries()) {
    const told = await writeUntilKilled(path, count, round * 1.7);
    const store = await openDiskStore({ path, limits: { responses: LIMIT } });
    // Those before may have been evicted in favour of later ones, of which each of four lanes had one on its way.
    const latest = told.slice(-(LIMIT - 100));
    expect(latest.length).toBeGreaterThanOrEqual(Math.min(count, LIMIT - 100));
    for (const id of latest) {
      const response = await store.get(id, null);
      expect(response?.output).toHaveLength(1);
      const turn = Number(id.split("_").at(-1));
      const texts = conversation((await store.tip(id, null))?.tip ?? null);
      expect(texts).toHaveLength(2 * ((turn % 10) + 1));
      expect(texts.slice(-2)).toEqual([`to ${id}`, id.repeat(20)]);
      const log = await store.log(id, null);
      expect(log?.read(-1)?.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
    }
    await store.close();
  }
}, 60_000);
