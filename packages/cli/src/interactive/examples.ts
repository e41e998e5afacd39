import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { systemCode } from "../error/index.ts";
import { packageRoot } from "../package-root.ts";

export interface Example {
  /** As a person would type it: relative to where they are. */
  readonly path: string;
  /** What to ask for, so that Enter is enough. */
  readonly instruction: string;
}

const DEFAULT_INSTRUCTION = "optimize this code";
const INSTRUCTIONS: Readonly<Record<string, string>> = {
  "allowed-users.js": "use a Set for lookups",
  "draw-shapes.js": "hoist the length out of the loop",
  "load-user.js": "use async/await",
  "notify.js": "use optional chaining",
  "orders.js": "use const and let instead of var",
};

/** The examples of a checkout, in order; none where Flint was installed without them. */
export async function listExamples(folder = join(packageRoot, "../../examples")): Promise<Example[]> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.[jt]s$/.test(name)).sort();
    return names.map((name) => ({
      path: relative(process.cwd(), join(folder, name)),
      instruction: INSTRUCTIONS[name] ?? DEFAULT_INSTRUCTION,
    }));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}
