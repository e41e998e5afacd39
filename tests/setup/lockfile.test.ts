import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(join(ROOT, "package-lock.json"), "utf8"),
);

it("pins every package by its hash, except native parts of other platforms, which a registry may lack", () => {
  const isPart = ({ optional, os, cpu }: Entry) => optional === true && (os ?? cpu) !== undefined;
  const loose = Object.entries(lock.packages).filter(
    ([path, entry]) =>
      path.includes("node_modules/") &&
      entry.link !== true &&
      !(entry.integrity === undefined ? isPart(entry) : entry.integrity.startsWith("sha512-")),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

it("names no registry", () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes("://"));
  expect(named.map(([path]) => path)).toEqual([]);
});

it("is accepted by npm ci as it stands", async () => {
  const args = ["ci", "--dry-run", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await expect(
    promisify(execFile)("npm", args, { cwd: ROOT, shell: process.platform === "win32" }),
  ).resolves.toBeDefined();
});

it("keeps the large GPU builds of llama.cpp out of the default install", () => {
  const variants = Object.entries(lock.packages).filter(([path]) =>
    /@node-llama-cpp\/.*(cuda|vulkan)/.test(path),
  );
  expect(variants).not.toEqual([]);
  expect(
    variants.filter(([, { name }]) => name !== "@favware/skip-dependency").map(([path]) => path),
  ).toEqual([]);
});
