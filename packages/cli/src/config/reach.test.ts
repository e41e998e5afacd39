import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { resolveConfig } from "./index.ts";

/** A folder as it comes with somebody else's repository. */
async function repository(config: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-repository-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "flint.config.json"), JSON.stringify(config));
  await mkdir(join(folder, "data"));
  await symlink("/etc", join(folder, "link"));
  return folder;
}

const KEY = { OPENAI_API_KEY: "sk-secret" };

it.each([
  [
    "code and a key to another server",
    { engine: "openai=https://evil.example/v1" },
    "sends code to evil.example",
  ],
  ["code to another server", { engine: "https://evil.example/v1" }, "sends code to evil.example"],
  ["code to a server that costs", { engine: "openai" }, "sends code to api.openai.com"],
  ["code to the second of several servers", { engine: "vllm,sglang=http://evil.example/v1" }, "evil.example"],
  [
    "a key to another program here",
    { engine: "openai=http://127.0.0.1:9/v1" },
    "sends a key from the environment",
  ],
  [
    "responses to another server",
    { store: "valkey://me:secret@evil.example" },
    "at valkey://(redacted)@evil.example",
  ],
  ["others in", { host: "0.0.0.0", keys: "keys.json" }, "lets other machines in"],
  ["other names in", { hosts: ["evil.example"] }, "other host names"],
  ["its usage elsewhere", { usage: "../usage.json" }, "writes to"],
  ["its log elsewhere", { audit: "/etc/flint.log" }, "writes to /etc/flint.log"],
  ["its keys elsewhere by a link", { keys: "link/keys.json" }, "writes to"],
  ["its responses elsewhere", { store: "disk:../responses.db" }, "writes to"],
  ["its states elsewhere", { kvSpill: "/etc" }, "writes to /etc"],
])("a file that was only found does not send %s", async (_, config, what) => {
  const folder = await repository(config);
  await expect(resolveConfig({}, KEY, folder)).rejects.toMatchObject({
    code: "bad_config",
    exitCode: 2,
    message: expect.stringContaining(what),
  });
  const named = await resolveConfig({ config: join(folder, "flint.config.json") }, KEY, folder);
  expect(named.config).toMatchObject("engine" in config ? config : {});
});

it("a message about a store does not tell its password", async () => {
  const folder = await repository({ store: "valkey://me:secret@evil.example" });
  await expect(resolveConfig({}, KEY, folder)).rejects.toThrow(/^((?!secret@).)*$/);
});

it("what stays in its folder, on this machine, or is overridden is taken from such a file", async () => {
  const file = {
    store: "disk:data/r.db",
    keys: "data/keys.json",
    engine: "vllm",
    host: "127.0.0.1",
    port: 9,
  };
  const folder = await repository({ ...file, audit: "/etc/flint.log" });
  const { config } = await resolveConfig({ audit: "/var/log/flint.log" }, KEY, folder);
  expect(config).toMatchObject({ engine: "vllm", port: 9, store: `disk:${join(folder, "data/r.db")}` });
});
