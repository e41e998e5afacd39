import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledPath } from "../models/index.ts";
import { type FakeHub, startHub } from "../pull/hub.fixture.ts";
import { collectOutput, Workspace } from "./flint.fixture.ts";
import { CODE, SCENARIO } from "./scenario.fixture.ts";
import { FlintTerminal } from "./terminal.fixture.ts";

const SMALL = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");

let workspace: Workspace;
let hub: FakeHub;
beforeAll(async () => {
  workspace = await Workspace.open();
  // A real model: what was pulled can then be used.
  hub = await startHub({ files: { "tiny-F16.gguf": await readFile(SMALL) } });
});
afterAll(async () => {
  await hub.close();
  await workspace.dispose();
});

test("a pulled model is listed by models and used by edit", async () => {
  const env = { HF_ENDPOINT: hub.origin };
  const pulled = await workspace.run(["pull", "hf:user/repo:f16", "--as", "tiny"], { env });
  expect(pulled.code).toBe(0);
  expect(pulled.stdout).toMatch(/^pulled tiny \(4\.68 MB\) to .*\nsha256 [0-9a-f]{64} \(checked\)\nuse it: /);
  expect(pulled.stderr).toMatch(/100 % of 4\.68 MB\n$/);

  const { stdout } = await workspace.run(["models", "--json"]);
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({
      id: "nano",
      default: true,
      origin: "bundled",
      license: "Apache-2.0",
      context: 1536,
    }),
    expect.objectContaining({
      id: "tiny",
      default: false,
      origin: "pulled",
      license: "mit",
      source: "hf:user/repo:f16",
    }),
  ]);
  const listed = await workspace.run(["models"]);
  expect(listed.stdout).toMatch(
    /^nano {2}9\.62 MB {2}context 1,536 {2}licence Apache-2\.0 {2}bundled, default, solves \d\d % of its held-out edits\n/,
  );

  await workspace.file("a.js", CODE);
  const edited = await workspace.run(["edit", "a.js", "use const", "--json", "--model", "hf:user/repo:f16"]);
  expect(JSON.parse(edited.stdout).model).toBe("tiny");
});

test("a download shows a bar on a terminal, and the next pull continues it after Ctrl-C", async () => {
  const env = workspace.env({ HF_ENDPOINT: hub.origin });
  hub.cuts.push(3_000_000, 0, 0, 0, 0);
  const first = new FlintTerminal(["pull", "hf:user/repo", "--as", "later"], { cwd: workspace.folder, env });
  await first.waitFor(/\d+ % █+░+ .* of 4\.68 MB/);
  first.type("\x03");
  expect(await first.exit).toBe(130);
  expect(first.text()).toContain("flint: stopped; run the same command again to continue");
  first.dispose();
  const before = hub.requests.length;
  hub.cuts.length = 0;
  expect((await workspace.run(["pull", "hf:user/repo", "--as", "later"], { env })).code).toBe(0);
  expect(hub.requests.slice(before).at(-1)?.range).toMatch(/^bytes=\d+-$/);
});

test("a download that SIGTERM ends keeps what arrived and releases its claim", async () => {
  hub.cuts.push(3_000_000, 0, 0, 0, 0);
  const child = workspace.start(["pull", "hf:user/repo", "--as", "ended"], {
    env: { HF_ENDPOINT: hub.origin },
  });
  const ended = collectOutput(child);
  child.stderr?.once("data", () => child.kill("SIGTERM"));
  const { code, stderr } = await ended;
  hub.cuts.length = 0;
  expect([code, stderr]).toEqual([
    130,
    expect.stringContaining("flint: stopped; run the same command again"),
  ]);
  const left = await readdir(join(workspace.folder, "home/models"));
  expect(left.filter((name) => name.startsWith("ended")).sort()).toEqual([
    "ended.gguf.part",
    "ended.gguf.part.json",
  ]);
});

test("--model takes the path of a GGUF file", async () => {
  await mkdir(join(workspace.folder, "mine"));
  await copyFile(bundledPath(), join(workspace.folder, "mine/my-model.gguf"));
  await workspace.file("b.js", CODE);
  const { stdout } = await workspace.run([
    "edit",
    "b.js",
    "use const",
    "--json",
    "--model",
    "mine/my-model.gguf",
  ]);
  expect(JSON.parse(stdout).model).toBe("my-model");
});

test("doctor finds nothing broken in this installation, and measures its speed", async () => {
  // On the usual port there may be somebody's server, of which there would be a finding too.
  const { code, stdout } = await workspace.run(["doctor", "--json"], { env: { FLINT_PORT: "1" } });
  const { ok, findings } = JSON.parse(stdout);
  expect([code, ok]).toEqual([0, true]);
  const checks = new Map(findings.map((finding: { check: string }) => [finding.check, finding]));
  expect([...checks.keys()]).toEqual([
    "node",
    "machine",
    "cache",
    "config",
    "folders",
    "port",
    "bundled model",
    "pulled models",
    "memory",
    "engine",
    "speed",
  ]);
  expect(checks.get("engine")).toMatchObject({
    facts: { variant: expect.any(String), cpu_features: expect.any(Array) },
  });
  expect(checks.get("speed")).toMatchObject({
    facts: { first_token_ms: expect.any(Number), tokens_per_second: expect.any(Number) },
  });
});

test("doctor names what is broken with the remedy, and exits with 1", async () => {
  const env = { FLINT_HOME: await workspace.file("no-folder", "") };
  const { code, stdout, stderr } = await workspace.run(["doctor"], { env });
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ cache .* cannot be written \(\w+\)\n +→ .*FLINT_HOME/);
  expect(stderr).toBe("flint: broken: cache; see above what to do about it\n");
});

test("serve ends on SIGTERM after the running responses have ended", async () => {
  const scenario = await workspace.file("serve.json", JSON.stringify({ ...SCENARIO, tokens_per_second: 20 }));
  const { url, child } = await workspace.serve(["--engine", "script", "--scenario", scenario]);
  const served = collectOutput(child);
  await workspace.file("c.js", CODE);
  const { cwd, env } = { cwd: workspace.folder, env: workspace.env() };
  const edit = new FlintTerminal(["edit", "c.js", "use const", "--url", url], { cwd, env });
  await edit.waitFor(/\+const/);
  child.kill("SIGTERM");
  expect(await edit.exit).toBe(0);
  expect(edit.text()).toContain("+const answer = 42;");
  edit.dispose();
  const { code, stderr } = await served;
  expect([code, stderr]).toEqual([0, expect.stringContaining("running responses may finish")]);
});

test("serve --store disk returns its responses after a kill, and refuses a second server on the file", async () => {
  const scenario = await workspace.file("kept.json", JSON.stringify(SCENARIO));
  const args = ["--engine", "script", "--scenario", scenario, "--store", "disk:kept/responses.db"];
  const first = await workspace.serve(args);
  const body = JSON.stringify({ input: "```js\nvar a = 1\n```\nuse const" });
  const response = await (await fetch(`${first.url}/responses`, { method: "POST", body })).json();
  const second = await workspace.run(["serve", "--port", "0", ...args]);
  expect(second).toMatchObject({ code: 1, stderr: expect.stringMatching(/in use by another server/) });
  const ended = collectOutput(first.child);
  first.child.kill("SIGKILL");
  await ended;

  const { url, child } = await workspace.serve(args);
  expect(await (await fetch(`${url}/responses/${response.id}`)).json()).toEqual(response);
  child.kill("SIGTERM");
});
