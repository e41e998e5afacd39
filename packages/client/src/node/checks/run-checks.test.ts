import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { detectConfinement } from "./confine.ts";
import { findProject } from "./project.ts";
import { copyProject } from "./project-copy.ts";
import { runChecks } from "./run-checks.ts";
import { openScratch } from "./scratch.ts";

let root: string;
let file: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "flint-project-"));
  file = join(root, "src/a.js");
  await mkdir(join(root, "src"));
  await mkdir(join(root, "node_modules/helper"), { recursive: true });
  await writeFile(join(root, "package.json"), '{ "type": "commonjs" }');
  await writeFile(join(root, "node_modules/helper/index.js"), "module.exports = 41;");
  await writeFile(file, "exports.answer = 0;");
});
afterAll(() => rm(root, { recursive: true, force: true }));

const CODE = 'exports.answer = require("helper") + 1;';
const confinement = await detectConfinement();

function check(...commands: string[]) {
  return runChecks({
    edited: [{ file, code: CODE }],
    checks: commands.map((command) => ({ command })),
    signal: undefined,
  });
}

test("a check sees the project with the edited code, and the real file stays unchanged", async () => {
  const [result] = await check(`node -e "require('assert').equal(require('./src/a.js').answer, 42)"`);
  expect(result).toMatchObject({ passed: true, exitCode: 0, confinement });
  expect(await readFile(file, "utf8")).toBe("exports.answer = 0;");
});

test("checks stop at the first that fails, whose result has its output", async () => {
  const results = await check("true", "echo wrong in line 3 >&2; exit 7", "true");
  expect(results.map(({ passed }) => passed)).toEqual([true, false]);
  expect(results[1]).toMatchObject({ exitCode: 7, output: "wrong in line 3\n" });
});

test.each([
  ["no-such-tool --version", 127],
  ["./src/a.js", 126],
])("a tool that cannot be run is reported as such, not as a failed check: %s", async (command, exitCode) => {
  const [result] = await check(command);
  expect(result).toMatchObject({ passed: null, exitCode, output: expect.stringContaining("install it") });
});

test("target folders are copied, except a Cargo build folder, which is shared", async () => {
  const files = ["target/a.txt", "crate/Cargo.toml", "crate/target/b.txt", "crate/src/target/c.txt"];
  for (const name of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), "");
  }
  const [result] = await check(
    "echo x > target/a.txt && echo x > crate/src/target/c.txt && test -f crate/target/b.txt",
  );
  expect(result).toMatchObject({ passed: true });
  const scratch = await openScratch();
  onTestFinished(() => scratch.remove());
  const project = await findProject([{ file, code: CODE }]);
  const copy = await copyProject(project, join(scratch.folder, "project"));
  expect([...copy.shared].sort()).toEqual(["crate/target", "node_modules"]);
});

test("files that a check writes are discarded", async () => {
  await check("echo x > left.txt && echo y > src/a.js");
  expect(await readdir(root)).not.toContain("left.txt");
  expect(await readFile(file, "utf8")).toBe("exports.answer = 0;");
});

test("a check that runs too long is stopped after its timeout", async () => {
  const checks = [{ command: "sleep 600 & sleep 600", timeout: 200 }];
  const [result] = await runChecks({ edited: [{ file, code: CODE }], checks, signal: undefined });
  expect(result).toMatchObject({ passed: false, exitCode: null });
  expect(result?.output).toContain("stopped after 200 ms");
});

test("a check may have an infinite timeout", async () => {
  const checks = [{ command: "true", timeout: Number.POSITIVE_INFINITY }];
  const [result] = await runChecks({ edited: [{ file, code: CODE }], checks, signal: undefined });
  expect(result).toMatchObject({ passed: true });
});

test("aborting an edit stops its checks", async () => {
  const controller = new AbortController();
  const running = runChecks({
    edited: [{ file, code: CODE }],
    checks: [{ command: "sleep 600" }],
    signal: controller.signal,
  });
  controller.abort();
  expect(await running).toMatchObject([{ passed: null, exitCode: null }]);
});

test("a missing project gives a result that says so instead of an exception", async () => {
  const gone = join(root, "gone/b.js");
  const [result] = await runChecks({
    edited: [{ file: gone, code: "" }],
    checks: [{ command: "true" }],
    signal: undefined,
  });
  expect(result).toMatchObject({
    passed: null,
    exitCode: null,
    output: expect.stringContaining("save it first"),
  });
});

test("files of a repository and of one nested in it are checked together, in either order", async () => {
  const inner = join(root, "vendor/inner");
  await mkdir(inner, { recursive: true });
  await writeFile(join(inner, ".git"), "gitdir: ../../.git/modules/inner");
  await writeFile(join(inner, "b.js"), "");
  onTestFinished(() => rm(join(root, "vendor"), { recursive: true }));
  const edited = [file, join(inner, "b.js")].map((path) => ({ file: path, code: "1" }));
  for (const files of [edited, edited.toReversed()]) {
    const checks = [{ command: "cat src/a.js vendor/inner/b.js" }];
    const [result] = await runChecks({ edited: files, checks, signal: undefined });
    expect(result).toMatchObject({ passed: true, output: "11" });
  }
});

test("long output is truncated to its end", async () => {
  const [result] = await check("for i in $(seq 1 50000); do echo line $i; done; exit 1");
  expect(result?.output.length).toBeLessThanOrEqual(8_000);
  expect(result?.output).toMatch(/line 50000\n$/);
});

describe.runIf(confinement !== "none")(`a check confined by ${confinement}`, () => {
  test("cannot reach a server on this machine", async () => {
    let calls = 0;
    const server = createServer((_, response) => {
      calls++;
      response.end("secret");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const [result] = await check(
      `node -e "fetch('http://127.0.0.1:${port}').then(() => 0, () => process.exit(3))"`,
    );
    expect(result).toMatchObject({ passed: false, exitCode: 3 });
    expect(calls).toBe(0);
  });

  test("cannot see this process's environment or home folder", async () => {
    process.env.FLINT_CHECK_SECRET = "secret";
    onTestFinished(() => {
      delete process.env.FLINT_CHECK_SECRET;
    });
    const [result] = await check(
      `echo "[$FLINT_CHECK_SECRET]"; ls ${homedir()} | head -1; test "$HOME" != ${homedir()}`,
    );
    expect(result?.output).not.toContain("secret");
    expect(result).toMatchObject({ exitCode: 0 });
  });

  test("runs with the caller's user and group", async () => {
    const [result] = await check("id -u && id -g");
    expect(result?.output).toBe(`${process.getuid?.()}\n${process.getgid?.()}\n`);
  });
});
