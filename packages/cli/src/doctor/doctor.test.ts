import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { resolveConfig } from "../config/index.ts";
import { themeFor } from "../paint/index.ts";
import { lineOf } from "./command.ts";
import { broken } from "./finding.ts";
import { checkFolders } from "./folders.ts";
import { checkFolder, checkNode, checkPort } from "./machine.ts";
import { checkBundled } from "./weights.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-doctor-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test("a Node that Flint does not run on is broken, with the versions that it does", () => {
  const refused = ["18.20.1", "20.18.9", "21.7.3", "22.0.0", "22.11.0"];
  expect(refused.map((version) => checkNode(version).status)).toEqual(refused.map(() => "broken"));
  expect(checkNode("22.0.0")).toMatchObject({ remedy: expect.stringMatching(/22\.12.*20\.19/) });
  const taken = ["20.19.0", "20.20.2", "22.12.0", "23.0.0", "24.1.0", "26.0.0"];
  expect(taken.map((version) => checkNode(version).status)).toEqual(taken.map(() => "ok"));
});

test("control characters in a finding are made visible", () => {
  const line = lineOf(broken("upstream", "failed: \x1b[2J", "see \x07"), themeFor({ isTTY: false }));
  expect(line).toContain("failed: ␛[2J\n");
  expect(line).toContain("→ see ␇\n");
});

test("a taken port is a warning with the remedy", async () => {
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

test("a cache folder that cannot be created is broken, and one that can is left empty", async () => {
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

test.runIf(process.platform === "linux")("a cache folder below /proc is broken", async () => {
  expect(await checkFolder("/proc/flint/models")).toMatchObject({
    status: "broken",
    found: "/proc/flint/models cannot be written (ENOENT)",
  });
});

test("writable folders are listed with what they keep, and none is created", async () => {
  const home = join(folder, "home");
  vi.stubEnv("FLINT_HOME", home);
  const { config } = await resolveConfig({ store: "disk" }, process.env);
  const sessions = join(home, "sessions");
  expect(checkFolders(config)).toEqual([
    {
      ...{ check: "folders", status: "ok", remedy: null },
      found: `can be kept: sessions in ${sessions}; keys, the audit log, the store, usage in ${home}`,
      facts: { folders: [sessions, home] },
    },
  ]);
  expect(await readdir(folder)).toEqual([]);
});

test("an unwritable folder is a warning with the remedy, and broken for a store that was asked for", async () => {
  await writeFile(join(folder, "file"), "");
  vi.stubEnv("FLINT_HOME", join(folder, "file"));
  const { config } = await resolveConfig(
    { store: `disk:${join(folder, "file", "responses.db")}`, audit: join(folder, "audit.jsonl") },
    process.env,
  );
  const findings = checkFolders(config);
  expect(findings.map(({ status, facts }) => [facts?.what, status])).toEqual([
    ["sessions", "warning"],
    ["keys", "warning"],
    ["the store", "broken"],
    ["usage", "warning"],
  ]);
  expect(findings[1]).toMatchObject({
    found: expect.stringMatching(/^keys cannot be kept in .* \((EEXIST|ENOTDIR)\)$/),
    remedy:
      "give yourself write permission there, or name another file with --keys, or set FLINT_HOME to a folder of yours",
  });
  expect(checkFolders(undefined).map(({ facts }) => facts?.what)).toEqual(["sessions"]);
});

test("a folder without which flint serve does not start is broken: named usage, conversations' state", async () => {
  await writeFile(join(folder, "file"), "");
  const inFile = (name: string) => join(folder, "file", name);
  const flags = {
    store: `disk:${join(folder, "store.db")}`,
    usage: inFile("usage.json"),
    kvSpill: inFile("kv"),
  };
  const { config } = await resolveConfig(flags, { ...process.env, FLINT_HOME: folder });
  const findings = checkFolders(config).filter(({ status }) => status === "broken");
  expect(findings.map(({ facts }) => facts?.what)).toEqual(["usage", "conversations' state"]);
  expect(findings[1]?.remedy).toContain("--kv-spill");
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
