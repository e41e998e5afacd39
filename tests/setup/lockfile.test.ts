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

it("the lockfile names no registry", () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes("://"));
  expect(named.map(([path]) => path)).toEqual([]);
});

it("npm ci accepts the lockfile as it is", async () => {
  const args = ["ci", "--dry-run", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await expect(
    promisify(execFile)("npm", args, { cwd: ROOT, shell: process.platform === "win32" }),
  ).resolves.toBeDefined();
});

it("the lockfile keeps the large GPU builds of llama.cpp out of the default install", () => {
  const variants = Object.entries(lock.packages).filter(([path]) =>
    /@node-llama-cpp\/.*(cuda|vulkan)/.test(path),
  );
  expect(variants).not.toEqual([]);
  expect(
    variants.filter(([, { name }]) => name !== "@favware/skip-dependency").map(([path]) => path),
  ).toEqual([]);
});

/** The systems that npm knows by `process.platform`; under any other name, it skips an optional package everywhere. */
const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];

it("names systems as npm does, so that each gets its binaries", () => {
  const strange = Object.entries(lock.packages).filter(([, { os }]) =>
    os?.some((name) => !SYSTEMS.includes(name)),
  );
  expect(strange.map(([path]) => path)).toEqual([]);
});

it.each([
  [
    "darwin",
    "arm64",
    ["@node-llama-cpp/mac-arm64-metal", "@libsql/darwin-arm64", "@rolldown/binding-darwin-arm64"],
  ],
  ["darwin", "x64", ["@node-llama-cpp/mac-x64", "@libsql/darwin-x64", "@rolldown/binding-darwin-x64"]],
  ["win32", "x64", ["@node-llama-cpp/win-x64", "@libsql/win32-x64-msvc", "@rolldown/binding-win32-x64-msvc"]],
  // There is no database for this one: it has no disk store.
  ["win32", "arm64", ["@node-llama-cpp/win-arm64", "@rolldown/binding-win32-arm64-msvc"]],
  ["linux", "x64", ["@node-llama-cpp/linux-x64", "@libsql/linux-x64-gnu", "@rolldown/binding-linux-x64-gnu"]],
  [
    "linux",
    "arm64",
    ["@node-llama-cpp/linux-arm64", "@libsql/linux-arm64-gnu", "@rolldown/binding-linux-arm64-gnu"],
  ],
])("has the engine, the database and the bundler for %s %s", (system, processor, names) => {
  const isFor = ({ os, cpu }: Entry) => os?.includes(system) === true && cpu?.includes(processor) === true;
  const without = names.filter((name) => {
    const entry = lock.packages[`node_modules/${name}`];
    return entry === undefined || !isFor(entry);
  });
  expect(without).toEqual([]);
});
