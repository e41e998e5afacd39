import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setInterval } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { BIN, collectOutput, ROOT, Workspace } from "./flint.fixture.ts";
import { CODE, SCENARIO } from "./scenario.fixture.ts";

const FACTORIAL = join(ROOT, "examples/factorial.js");
const ORDERS = join(ROOT, "examples/orders.js");
const MODERN = "use const and let instead of var";

let workspace: Workspace;
/** A server with the scripted model, for what must not hang on the bundled model's mood. */
let url: string;
beforeAll(async () => {
  workspace = await Workspace.open();
  const scenario = await workspace.file("scenario.json", JSON.stringify(SCENARIO));
  ({ url } = await workspace.serve(["--engine", "script", "--scenario", scenario]));
});
afterAll(() => workspace.dispose());

function script(file: string, instruction: string, ...flags: string[]) {
  return workspace.run(["edit", file, instruction, "--url", url, ...flags]);
}

test("the bundled model turns the recursive factorial into a loop", async () => {
  const before = await readFile(FACTORIAL, "utf8");
  const { code, stdout, stderr } = await workspace.run(["edit", FACTORIAL, "optimize this code"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^--- a\/.*factorial\.js\n\+\+\+ b\/.*factorial\.js\n@@ /);
  expect(stdout).toMatch(/^\+ {2}for \(let i = 2; i <= n; i\+\+\) \{$/m);
  expect(stderr).toMatch(/^first token .* m?s · [\d,]+ tok\/s · \d+ tokens in .* m?s · .*nano\n$/);
  expect(await readFile(FACTORIAL, "utf8")).toBe(before);
});

test("--json prints one object, and a server in another process gives the same code", async () => {
  const { stdout } = await workspace.run(["edit", ORDERS, MODERN, "--json"]);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    status: "completed",
    unchanged: false,
    applied: false,
    model: "nano",
    verification: { parses: true, language: "javascript" },
    timings: {
      first_token_ms: expect.any(Number),
      tokens_per_second: expect.any(Number),
      output_tokens: expect.any(Number),
      total_ms: expect.any(Number),
    },
  });
  expect(result.code).toContain("let total = 0;");
  expect(result.diff).toContain("+    const order = orders[i];");
  const server = await workspace.serve([]);
  const remote = await workspace.run(["edit", ORDERS, MODERN, "--json", "--url", server.url]);
  expect(JSON.parse(remote.stdout).code).toBe(result.code);
});

test("--apply writes the file and keeps its mode", async () => {
  const path = await workspace.file("apply.js", CODE);
  await chmod(path, 0o750);
  const { code, stderr } = await script(path, MODERN, "--apply");
  expect([code, stderr]).toEqual([0, expect.stringContaining(`written to ${path}`)]);
  expect(await readFile(path, "utf8")).toBe("const answer = 42;\n");
  expect((await stat(path)).mode & 0o777).toBe(0o750);
  expect((await readdir(workspace.folder)).filter((name) => name.includes(".flint-"))).toEqual([]);
});

test("a read-only file is not written, and its diff is printed all the same", async () => {
  const path = await workspace.file("read-only.js", CODE);
  await chmod(path, 0o444);
  const { code, stdout, stderr } = await script(path, MODERN, "--apply");
  expect([code, stderr]).toEqual([1, expect.stringContaining("it is read-only and unchanged")]);
  expect(stdout).toContain("+const answer = 42;");
  expect(await readFile(path, "utf8")).toBe(CODE);
});

test("Windows line endings and a byte order mark survive an edit", async () => {
  const path = await workspace.file("windows.js", "\uFEFFvar answer = 42;\r\n");
  expect((await script(path, MODERN, "--apply")).code).toBe(0);
  expect(await readFile(path, "utf8")).toBe("\uFEFFconst answer = 42;\r\n");
});

test("--selection changes only those lines", async () => {
  const path = await workspace.file("selection.js", `// first\n  ${CODE}// last\n`);
  expect((await script(path, MODERN, "--selection", "2:2", "--apply")).code).toBe(0);
  expect(await readFile(path, "utf8")).toBe("// first\n  const answer = 42;\n// last\n");
});

test("- reads the code from stdin", async () => {
  const { code, stdout } = await workspace.run(["edit", "-", MODERN, "--language", "js", "--url", url], {
    input: CODE,
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining("+const answer = 42;\n")]);
});

test("an answer that does not parse is shown, and is written only with --force", async () => {
  const path = await workspace.file("broken.js", CODE);
  const shown = await script(path, "break it");
  expect([shown.code, shown.stderr]).toEqual([0, expect.stringContaining("does not parse as javascript")]);
  const refused = await script(path, "break it", "--apply");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/flint: the answer does not parse .* --force/);
  expect(await readFile(path, "utf8")).toBe(CODE);
  expect((await script(path, "break it", "--apply", "--force")).code).toBe(0);
  expect(await readFile(path, "utf8")).toBe("const answer = ((;\n");
});

test("an answer that the model is not sure of says so, and --apply writes it all the same", async () => {
  const path = await workspace.file("guess.js", CODE);
  const { code, stderr } = await script(path, "guess it", "--apply");
  expect(code).toBe(0);
  expect(stderr).toContain("the model is not sure of this (31 %): check it closely");
  expect(await readFile(path, "utf8")).toBe("const answer = 41;\n");
  const { verification } = JSON.parse((await script(path, "guess it", "--json")).stdout);
  expect(verification).toMatchObject({ confidence: 0.314, doubtful: true });
  expect((await script(path, "go on")).stderr).not.toContain("not sure");
});

test("an answer without a change says so", async () => {
  const path = await workspace.file("same.js", CODE);
  const { code, stdout, stderr } = await script(path, "keep it", "--apply");
  expect([code, stdout]).toEqual([0, ""]);
  expect(stderr).toContain(`the model proposes no change to ${path}; if there should be one, `);
  expect(JSON.parse((await script(path, "keep it", "--json")).stdout)).toMatchObject({
    unchanged: true,
    declined: null,
    applied: false,
    hunks: [],
  });
});

test("a change that was not asked for is reported, and --apply writes it all the same", async () => {
  const path = await workspace.file("stray.js", CODE);
  const { code, stderr } = await script(path, "stray", "--apply");
  expect(code).toBe(0);
  expect(stderr).toContain("not asked for? line 2: this line appears twice in a row\n");
  expect(stderr).toContain(`written to ${path}`);
  const same = await workspace.file("stray-json.js", CODE);
  expect(JSON.parse((await script(same, "stray", "--json")).stdout).verification.scope).toEqual([
    { kind: "repeated", line: 2, message: "this line appears twice in a row" },
  ]);
});

test("a file in an unknown language is written unchecked", async () => {
  const path = await workspace.file(".env", "ANSWER=42\n");
  const { code, stderr } = await script(path, "break it", "--apply");
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("parse")]);
  expect(await readFile(path, "utf8")).toBe("const answer = ((;\n");
});

test("an answer that does not parse is written when the original did not parse either", async () => {
  const path = await workspace.file("was-broken.js", "const answer = (;\n");
  const { code, stderr } = await script(path, "break it", "--apply");
  expect([code, stderr]).toEqual([0, expect.stringContaining("and neither did the original code")]);
  expect(await readFile(path, "utf8")).toBe("const answer = ((;\n");
});

test("a model that declines exits with 3 and its reason, and the file is unchanged", async () => {
  const path = await workspace.file("declined.js", CODE);
  const { code, stdout, stderr } = await script(path, "port it", "--apply");
  expect([code, stdout]).toEqual([3, ""]);
  expect(stderr).toContain(`flint: this is beyond me: try flint pull hf:a/b; ${path} is unchanged\n`);
  expect(stderr).not.toContain("proposes no change");
  expect(await readFile(path, "utf8")).toBe(CODE);
  const json = await script(path, "port it", "--json");
  expect(json.code).toBe(3);
  expect(JSON.parse(json.stdout)).toMatchObject({
    code: CODE,
    unchanged: true,
    declined: { code: "model_unsure", message: "this is beyond me: try flint pull hf:a/b" },
  });
});

test("an engine failure is one line, and the file is unchanged", async () => {
  const path = await workspace.file("crash.js", CODE);
  const { code, stdout, stderr } = await script(path, "crash", "--apply");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^flint: [^\n]*the engine died[^\n]*\n$/);
  expect(await readFile(path, "utf8")).toBe(CODE);
});

test("a closed stdout is no failure, and --apply writes the file all the same", async () => {
  const path = await workspace.file("head.js", CODE);
  const child = workspace.start(["edit", path, MODERN, "--apply", "--url", url]);
  child.stdout?.destroy();
  const { code, stderr } = await collectOutput(child);
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("EPIPE")]);
  expect(await readFile(path, "utf8")).toBe("const answer = 42;\n");
});

test("a closed stdout does not hide a failure", async () => {
  const path = await workspace.file("head.js", CODE);
  for (const files of [[path], [path, await workspace.file("tail.js", CODE)]]) {
    const child = workspace.start(["edit", ...files, "break it", "--apply", "--url", url]);
    child.stdout?.destroy();
    expect(await collectOutput(child)).toMatchObject({ code: 1 });
  }
});

test.skipIf(process.platform !== "linux")("a full disk behind stdout is reported in one line", async () => {
  const path = await workspace.file("full.js", CODE);
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const child = spawn(process.execPath, [BIN, "edit", path, MODERN, "--url", url], {
    env: workspace.env(),
    stdio: ["ignore", full, "pipe"],
  });
  const { code, stderr } = await collectOutput(child);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^flint: cannot write the output \(ENOSPC: .*\); send it elsewhere\n$/m),
  ]);
  expect(stderr).not.toContain("    at ");
});

test("FLINT_URL names the server", async () => {
  const path = await workspace.file("env.js", CODE);
  const { stdout } = await workspace.run(["edit", path, MODERN, "--json"], { env: { FLINT_URL: url } });
  expect(JSON.parse(stdout).model).toBe("script");
});

test("--check runs before the file is written, and an answer that fails it is repaired or refused", async () => {
  const file = await workspace.file("checked.js", CODE);
  // The scripted model answers 42, and 43 to what holds the word "redirect".
  const mended = await script(file, "use const", "--check", "grep -q 43 checked.js # redirect", "--apply");
  expect(mended).toMatchObject({ code: 0, stderr: expect.stringMatching(/^passed: grep .*confined/m) });
  expect(await readFile(file, "utf8")).toBe("let answer = 43;\n");

  const failed = await script(
    file,
    "use const",
    "--check",
    "echo no such luck; exit 3",
    "--repairs",
    "0",
    "--apply",
  );
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/^not passed: echo .*\n {2}no such luck\n/m);
  expect(failed.stderr).toMatch(/^flint: the answer does not pass .* or write it anyway with --force\n$/m);
  expect(await readFile(file, "utf8")).toBe("let answer = 43;\n");

  const missing = await script(file, "use const", "--check", "no-such-tool", "--apply");
  expect(missing.code).toBe(1);
  expect(missing.stderr).toMatch(/^not run: no-such-tool .*\n.*not found/m);
  expect(missing.stderr).toMatch(/^flint: the check "no-such-tool" could not be run; .* unchanged/m);
});

/** None where there is no such folder. */
function filesIn(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true }).catch(() => []);
}

/** Edits of so many files whose check has begun, and does not end by itself; `copies` holds what is made for it. */
async function checking(count: number) {
  // What the check writes lies in a folder of its own, and is the only trace of its having begun.
  const copies = await mkdtemp(join(tmpdir(), "flint-copies-"));
  onTestFinished(() => rm(copies, { recursive: true, force: true }));
  const names = Array.from({ length: count }, (_, at) => `stopped-${count}-${at}.js`);
  const files = await Promise.all(names.map((name) => workspace.file(name, CODE)));
  const check = ["--check", "touch started; sleep 600", "--apply", "--force"];
  const child = workspace.start(["edit", ...files, MODERN, ...check, "--url", url], {
    env: { TMPDIR: copies },
  });
  const end = collectOutput(child);
  for await (const _ of setInterval(10)) {
    const [check = ""] = await readdir(copies);
    const parts = ["upper", "project"].map((part) => filesIn(join(copies, check, part)));
    if ((await Promise.all(parts)).flat().some((name) => basename(name) === "started")) break;
  }
  return { child, end, files, copies };
}

test.each([1, 2])("Ctrl-C during the checks of %i files stops the edit, even with --force", async (count) => {
  const { child, end, files } = await checking(count);
  child.kill("SIGINT");
  const { code, stderr } = await end;
  expect([code, stderr]).toEqual([130, expect.stringMatching(/^flint: stopped; .* unchanged\n$/m)]);
  for (const file of files) expect(await readFile(file, "utf8")).toBe(CODE);
});

test.each([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s during a check leaves no copies behind and exits with %i", async (signal, status) => {
  const { child, end, files, copies } = await checking(1);
  child.kill(signal);
  expect(await end).toMatchObject({ code: status });
  expect(await readdir(copies)).toEqual([]);
  for (const file of files) expect(await readFile(file, "utf8")).toBe(CODE);
});
