import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { availableParallelism, cpus, totalmem } from "node:os";
import { availableMemory } from "@flint/engine";
import { systemCode } from "../error/index.ts";
import { makeFolder, probeFolder } from "../folder/index.ts";
import { bytes } from "../measure/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

const DEFAULT_PORT = 8787;
const LOW_MEMORY = 512 * 1000 ** 2;
const LOW_DISK = 2 * 1000 ** 3;

/** Checks a version of Node.js against the `engines` of package.json. */
export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isSupported = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  const found = `${version} on ${process.platform} ${process.arch}`;
  if (isSupported) return ok("node", found, { version });
  const remedy = "install Node 22.12 or later, or 20.19 or later of version 20: https://nodejs.org";
  return broken("node", found, remedy, { version });
}

export function checkMemory(free = availableMemory()): Finding {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() || "unknown CPU";
  const found = `${bytes(free)} of ${bytes(totalmem())} memory free, ${cores} cores, ${model}`;
  const facts = { free_bytes: free, total_bytes: totalmem(), cores, cpu: model };
  if (free >= LOW_MEMORY) return ok("machine", found, facts);
  return warning(
    "machine",
    found,
    "close other programs before you use a model larger than the bundled one",
    facts,
  );
}

/** Checks whether Flint can listen on loopback, and whether its default port is free or used by a Flint server. */
export async function checkPort(port = DEFAULT_PORT, isServed = false): Promise<Finding> {
  const any = await tryListen(0);
  if (any !== null) {
    return broken(
      "port",
      `cannot listen on 127.0.0.1 (${any})`,
      "allow Node to listen on loopback: check the firewall or sandbox",
    );
  }
  const usual = await tryListen(port);
  if (usual === null) return ok("port", `127.0.0.1:${port} is free`, { port });
  if (isServed) return ok("port", `127.0.0.1:${port} is used by a Flint server`, { port });
  const remedy = "serve on another port: flint serve --port 0";
  return warning("port", `127.0.0.1:${port} cannot be used (${usual})`, remedy, { port });
}

function tryListen(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(systemCode(error) ?? error.message));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(null)));
  });
}

/** Checks whether models can be stored in `folder`, and how much space is free. */
export async function checkFolder(folder: string): Promise<Finding> {
  try {
    makeFolder(folder);
    probeFolder(folder);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const found = `${folder} can be written, ${bytes(free)} free`;
    const facts = { folder, free_bytes: free };
    if (free >= LOW_DISK) return ok("cache", found, facts);
    return warning(
      "cache",
      found,
      "free some space before you pull models, or set FLINT_HOME to another disk",
      facts,
    );
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const remedy = "give yourself write permission there, or set FLINT_HOME to a folder of yours";
    return broken("cache", `${folder} cannot be written (${code})`, remedy, { folder });
  }
}
