import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { themeFor } from "../paint/index.ts";
import { lineOf } from "./command.ts";
import { broken } from "./finding.ts";
import { checkFolder, checkNode, checkPort } from "./machine.ts";
import { checkBundled } from "./weights.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-doctor-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("an old Node is broken, a recent one is not", () => {
  expect(["18.20.1", "20.18.9", "20.19.0", "24.1.0"].map((version) => checkNode(version).status)).toEqual([
    "broken",
    "broken",
    "ok",
    "ok",
  ]);
});

test("nothing that a server says reaches the terminal as a command", () => {
  const line = lineOf(broken("upstream", "failed: \x1b[2J", "see \x07"), themeFor({ isTTY: false }));
  expect(line).toContain("failed: ␛[2J\n");
  expect(line).toContain("→ see ␇\n");
});

test("a taken port is a warning that names the remedy", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  expect(await checkPort(port)).toMatchObject({
    status: "warning",
    remedy: expect.stringContaining("--port"),
  });
  await new Promise((resolve) => server.close(resolve));
  expect(await checkPort(port)).toMatchObject({ status: "ok" });
});

test("a cache folder that cannot be made is broken; one that can is left clean", async () => {
  await writeFile(join(folder, "file"), "");
  expect(await checkFolder(join(folder, "file", "models"))).toMatchObject({
    status: "broken",
    remedy: expect.stringContaining("FLINT_HOME"),
  });
  expect(await checkFolder(join(folder, "models"))).toMatchObject({
    check: "cache",
    found: expect.stringContaining("free"),
  });
  expect(await readdir(join(folder, "models"))).toEqual([]);
});

test("damaged or missing bundled weights are broken", async () => {
  const path = join(folder, "nano.gguf");
  expect(await checkBundled(path)).toMatchObject({
    status: "broken",
    found: expect.stringContaining("ENOENT"),
  });
  await writeFile(path, "GGUF");
  expect(await checkBundled(path)).toMatchObject({
    status: "broken",
    found: expect.stringContaining("checksum is wrong"),
  });
  expect(await checkBundled()).toMatchObject({ status: "ok" });
});
