import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform, release, totalmem } from "node:os";
import { ROOT } from "../setup/paths.mjs";

const GIB = 1024 ** 3;

/** Describes the machine that a benchmark runs on. */
export function machine() {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memory_gib: Math.round((totalmem() / GIB) * 10) / 10,
    platform: `${platform()} ${arch()} ${release()}`,
  };
}

/** Returns the versions of the software that a benchmark runs. */
export function versions() {
  const versionOf = (path) => JSON.parse(readFileSync(`${ROOT}${path}/package.json`, "utf8")).version;
  return {
    Flint: versionOf("packages/cli"),
    Node: process.versions.node,
    "node-llama-cpp": versionOf("node_modules/node-llama-cpp"),
    ws: versionOf("node_modules/ws"),
  };
}
