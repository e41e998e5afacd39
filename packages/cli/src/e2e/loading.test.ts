import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT } from "./flint.fixture.ts";

/** Tells each module on its way in. It runs on a thread of its own. */
const HOOKS = `
import { writeSync } from "node:fs";
export async function load(url, context, next) {
  writeSync(1, url + "\\n");
  return next(url, context);
}`;

const urlOf = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

test("the SDK loads few modules: each is a file to be found and read before the first edit", async () => {
  const registering = urlOf(
    `import { register } from "node:module"; register(${JSON.stringify(urlOf(HOOKS))});`,
  );
  const entry = JSON.stringify(join(ROOT, "packages/cli/dist/index.js"));
  const args = ["--import", registering, "--input-type=module", "-e", `await import(${entry});`];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const loaded = stdout.trim().split("\n");
  expect(loaded.some((url) => url.endsWith("packages/cli/dist/index.js"))).toBe(true);
  expect(loaded.length).toBeLessThan(100);
  // Who brings a server does without one.
  expect(loaded.filter((url) => /\/(server|engine)\/dist\//.test(url))).toEqual([]);
});
