import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BIN, ROOT, Workspace } from "./flint.fixture.ts";
import { FlintTerminal } from "./terminal.fixture.ts";

/** Tells each module on its way in. It runs on a thread of its own. */
const HOOKS = `
import { writeSync } from "node:fs";
export async function load(url, context, next) {
  writeSync(1, url + "\\n");
  return next(url, context);
}`;

const FORKED = "a process is started";

const urlOf = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

const TELLING = urlOf(`
import processes from "node:child_process";
import { writeSync } from "node:fs";
import { register, syncBuiltinESMExports } from "node:module";
const { fork } = processes;
processes.fork = (...args) => {
  writeSync(1, ${JSON.stringify(`${FORKED}\n`)});
  return fork(...args);
};
syncBuiltinESMExports();
register(${JSON.stringify(urlOf(HOOKS))});`);

let workspace: Workspace;

beforeAll(async () => {
  workspace = await Workspace.open();
});
afterAll(() => workspace.dispose());

/** What a program loads, in order, and where between it starts a process. */
async function loadedBy(...args: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", TELLING, ...args], {
    cwd: workspace.folder,
    env: workspace.env(),
  });
  return stdout.trim().split("\n");
}

test("importing the SDK loads few modules, and neither server nor engine", async () => {
  const entry = JSON.stringify(join(ROOT, "packages/cli/dist/index.js"));
  const loaded = await loadedBy("--input-type=module", "-e", `await import(${entry});`);
  expect(loaded.some((url) => url.endsWith("packages/cli/dist/index.js"))).toBe(true);
  expect(loaded.length).toBeLessThan(100);
  // Who brings a server does without one.
  expect(loaded.filter((url) => /\/(server|engine)\/dist\//.test(url))).toEqual([]);
});

test("an edit starts the engine's process first, and loads server and client meanwhile", async () => {
  await workspace.file("app.js", "var a = 1;\n");
  const loaded = await loadedBy(BIN, "edit", "app.js", "use const instead of var");
  const before = loaded.slice(0, loaded.indexOf(FORKED));
  const after = loaded.slice(loaded.indexOf(FORKED));
  // Only what tells a mistyped option, a file of its own.
  expect(before.filter((url) => /\/(server|client)\/dist\/(?!nearest)/.test(url))).toEqual([]);
  expect(before.length).toBeLessThan(50);
  expect(after.some((url) => url.endsWith("/server/dist/index.js"))).toBe(true);
  expect(after.some((url) => url.endsWith("/client/dist/index.js"))).toBe(true);
  // A client for a store that is not used.
  expect(after.filter((url) => url.includes("/iovalkey/"))).toEqual([]);
});

test("the screen is shown before the modules that only an edit needs are loaded", async () => {
  await workspace.file("app.js", "var a = 1;\n");
  const env = workspace.env({ NODE_OPTIONS: `--import=${TELLING}` });
  const terminal = new FlintTerminal(["app.js"], { cwd: workspace.folder, env });
  await terminal.waitFor(/var a = 1;/);
  const [before = ""] = terminal.raw.split("\x1b[?1049h");
  terminal.dispose();
  const loaded = before.match(/file:\S+/g) ?? [];
  expect(loaded.some((url) => url.endsWith("packages/cli/dist/main.js"))).toBe(true);
  expect(loaded.filter((url) => /\/node_modules\/ws\/|\/(server|engine)\/dist\//.test(url))).toEqual([]);
  expect(loaded.length).toBeLessThan(80);
});
