import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { collectOutput, Workspace } from "./flint.fixture.ts";
import { CODE, SCENARIO } from "./scenario.fixture.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.open();
  await workspace.file("scenario.json", JSON.stringify(SCENARIO));
});
afterAll(() => workspace.dispose());

const SCRIPT = ["--engine", "script", "--scenario", "scenario.json"];

async function acts(file = "home/audit.jsonl"): Promise<string[]> {
  const text = await readFile(join(workspace.folder, file), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).act);
}

test("a key is created, used by flint edit, listed and revoked, and the running server follows", {
  timeout: 90_000,
}, async () => {
  const refused = await workspace.run(["serve", "--host", "0.0.0.0", ...SCRIPT]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("flint keys create") });

  const made = await workspace.run([
    "keys",
    "create",
    "--name",
    "laptop",
    "--user",
    "ann",
    "--expires",
    "90d",
  ]);
  const key = made.stdout.trim();
  expect(key).toMatch(/^flint_[a-z0-9]{12}_[\w-]{43}$/);
  const file = join(workspace.folder, "home/keys.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).not.toContain(key.slice(-43));

  const { url } = await workspace.serve(SCRIPT);
  const ask = (authorization: string) => fetch(`${url}/models`, { headers: { authorization } });
  expect((await fetch(`${url}/models`)).status).toBe(401);
  await workspace.file("a.js", CODE);
  const edit = ["edit", "a.js", "use const", "--json", "--url", url];
  expect((await workspace.run(edit, { env: { FLINT_KEY: key } })).code).toBe(0);
  const without = await workspace.run(edit);
  expect(without.code).toBe(1);
  expect(without.stderr).toContain("key");

  const listed = await workspace.run(["keys", "list"]);
  expect(listed.stdout).toMatch(
    /^\w{12} {2}laptop {2}ann {2}responses,models,usage {2}valid until \d{4}-\d\d-\d\d\n$/,
  );
  expect((await workspace.run(["keys", "revoke", "laptop"])).code).toBe(0);
  while ((await ask(`Bearer ${key}`)).status === 200) await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await (await ask(`Bearer ${key}`)).json()).error.code).toBe("revoked_api_key");
  expect(await acts()).toEqual(["key.created", "server.started", "key.revoked", "keys.reloaded"]);
});

test("serve warns of a key file that does not exist", { timeout: 60_000 }, async () => {
  const child = workspace.start(["serve", "--port", "0", ...SCRIPT, "--keys", "later.json"]);
  const [told] = await once(child.stderr ?? child, "data");
  expect(String(told)).toContain(
    "warning: there is no file later.json: requests need no key until it is created",
  );
});

test("a server logs its end when its keys were created while it ran", { timeout: 60_000 }, async () => {
  const keys = ["--keys", "since.json", "--audit", "since.jsonl"];
  const { url, child } = await workspace.serve([...SCRIPT, ...keys]);
  const ended = collectOutput(child);
  expect((await workspace.run(["keys", "create", "--name", "x", ...keys])).code).toBe(0);
  await vi.waitFor(async () => expect((await fetch(`${url}/models`)).status).toBe(401), {
    timeout: 30_000,
    interval: 50,
  });
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
  expect(await acts("since.jsonl")).toEqual(["key.created", "keys.reloaded", "server.stopped"]);
});

test("flint keys list refuses --audit", async () => {
  const refused = await workspace.run(["keys", "list", "--audit", "elsewhere.jsonl"]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("unknown option '--audit'");
});

test("a server that cannot log its start exits with the reason", { timeout: 60_000 }, async () => {
  const keys = ["--keys", "unlogged.json"];
  expect(await workspace.run(["keys", "create", "--name", "x", ...keys])).toMatchObject({ code: 0 });
  // A folder, so that not even root can write it.
  expect(await workspace.run(["serve", "--port", "0", ...SCRIPT, ...keys, "--audit", "."])).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^flint: the audit log \. cannot be written \(EISDIR\): [^\n]+\n$/),
  });
});

test.each([
  [
    "an unknown scope",
    ["create", "--name", "x", "--scopes", "root"],
    /no scope "root"; the scopes are responses, models/,
  ],
  ["a time that is none", ["create", "--name", "x", "--expires", "soon"], /expected a time such as 90d/],
  ["no name", ["create"], /--name/],
  ["a key that there is not", ["revoke", "nobody"], /there is no key nobody; flint keys list/],
])("flint keys refuses %s", { timeout: 60_000 }, async (_, args, told) => {
  const keys = join(workspace.folder, "others.json");
  const { code, stderr } = await workspace.run(["keys", ...args, "--keys", keys]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
});
