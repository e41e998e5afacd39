import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { systemCode } from "../error/index.ts";
import { packageRoot } from "../package-root.ts";

export interface Example {
  /** Relative to the working directory where possible, as a user would type it. */
  readonly path: string;
  /** The suggested instruction, which Enter asks for. */
  readonly instruction: string;
}

const EXAMPLES = join(packageRoot, "../../examples");
const DEFAULT_INSTRUCTION = "optimize this code";
const INSTRUCTIONS = new Map([
  ["factorial.js", DEFAULT_INSTRUCTION],
  ["orders.js", "use const and let instead of var"],
  ["load-user.js", "use async/await"],
  ["allowed-users.js", "use a Set for lookups"],
  ["draw-shapes.js", "hoist the length out of the loop"],
  ["notify.js", "use optional chaining"],
]);

/** Lists the checkout's examples, the known ones first; empty if Flint was installed without them. */
export async function listExamples(folder = EXAMPLES): Promise<Example[]> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.[jt]s$/.test(name)).sort();
    const known = [...INSTRUCTIONS.keys()].filter((name) => names.includes(name));
    return [...new Set([...known, ...names])].map((name) => ({
      path: shortPath(join(folder, name)),
      instruction: INSTRUCTIONS.get(name) ?? DEFAULT_INSTRUCTION,
    }));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** Makes paths inside the working directory relative to it. */
function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === ".." || short.startsWith(`..${sep}`) ? path : short;
}

/** Returns the suggested instruction for an example file, or null for other files. */
export function suggestionFor(path: string): string | null {
  return dirname(resolve(path)) === resolve(EXAMPLES)
    ? (INSTRUCTIONS.get(basename(path)) ?? DEFAULT_INSTRUCTION)
    : null;
}
