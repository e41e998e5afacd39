import { chmod, mkdir, open, readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledPath } from "../models/index.ts";
import { ROOT, type RunOptions, Workspace } from "./flint.fixture.ts";
import { CODE } from "./scenario.fixture.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.open();
  await workspace.file("a.js", CODE);
  await workspace.file("empty.js", "");
  await workspace.file("picture.js", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await workspace.file("broken.gguf", "these are no weights");
  await workspace.file("cut.gguf", (await readFile(bundledPath())).subarray(0, 4_000_000));
  await workspace.file("scenario.json", '{"turns": 3}');
  await mkdir(join(workspace.folder, "folder"));
});
afterAll(() => workspace.dispose());

async function expectFailure(
  args: readonly string[],
  code: number,
  message: RegExp,
  options: RunOptions = {},
) {
  const { code: actual, stdout, stderr } = await workspace.run(args, options);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^flint: [^\n]+\n$/);
  expect([actual, stdout]).toEqual([code, ""]);
  expect(await readFile(join(workspace.folder, "a.js"), "utf8")).toBe(CODE);
}

const DO = "use const";

test.each<[name: string, args: string[], code: number, message: RegExp]>([
  ["a missing file", ["edit", "none.js", DO], 2, /no such file: none\.js/],
  ["a folder", ["edit", "folder", DO], 2, /is a folder; name a file in it/],
  ["a binary file", ["edit", "picture.js", DO], 2, /picture\.js is not UTF-8 text/],
  ["an empty file", ["edit", "empty.js", DO], 2, /empty\.js is empty/],
  ["an empty instruction", ["edit", "a.js", "  "], 2, /the instruction is empty; say what to change/],
  [
    "no instruction",
    ["edit", "a.js"],
    2,
    /missing required argument 'instruction'; say what to change: flint edit a\.js "…"/,
  ],
  [
    "files and no instruction",
    ["edit", "empty.js", "a.js"],
    2,
    /missing required argument 'instruction': a\.js is a file; say what to change: flint edit empty\.js a\.js "…"/,
  ],
  [
    "the instruction before the file",
    ["edit", DO, "a.js"],
    2,
    /the file comes first and the instruction last: flint edit a\.js "use const"/,
  ],
  ["nothing to edit", ["edit"], 2, /missing required arguments 'file' and 'instruction'; say what to change/],
  [
    "an empty address of a server",
    ["edit", "a.js", DO, "--url", ""],
    2,
    /option '--url <url>' argument '' is invalid. Give a server's address, or leave it out; flint edit --help/,
  ],
  [
    "a command of a command without what it needs",
    ["keys", "create"],
    2,
    /required option '--name <name>' not specified; flint keys create --help explains/,
  ],
  [
    "an unknown option",
    ["edit", "a.js", DO, "--aply"],
    2,
    /unknown option '--aply' \(Did you mean --apply\?\); flint edit --help explains/,
  ],
  ["a stray word", ["keys", "create", "X"], 2, /; flint keys create --help explains/],
  ["an unknown command of another", ["keys", "crate"], 2, /unknown command 'crate'.*; flint keys --help/],
  [
    "an unknown command",
    ["edti", "a.js"],
    2,
    /unknown command "edti" \(did you mean edit\?\), and there is no/,
  ],
  ["a path that is none", ["src/none.js"], 2, /no such file or folder: src\/none\.js/],
  [
    "help of an unknown command",
    ["help", "edti"],
    2,
    /unknown command "edti" \(did you mean edit\?\); the commands are edit, .*acp$/m,
  ],
  ["help of what is near to none", ["help", "nope"], 2, /unknown command "nope"; the commands are edit,/],
  [
    "help of an unknown command of another",
    ["help", "keys", "nope"],
    2,
    /; the commands are create, list, revoke$/m,
  ],
  ["help of what a command has not", ["help", "edit", "x"], 2, /flint edit has no commands of its own/],
  [
    "an unknown model",
    ["edit", "a.js", DO, "--model", "gpt", "--apply"],
    2,
    /unknown model "gpt"; the models are: nano/,
  ],
  [
    "a missing model file",
    ["edit", "a.js", DO, "--model", "./none.gguf"],
    2,
    /"\.\/none\.gguf", and there is no such file; the models are: nano/,
  ],
  [
    "a model that is no GGUF",
    ["edit", "a.js", DO, "--model", "broken.gguf"],
    1,
    /broken\.gguf: it is not a GGUF file/,
  ],
  ["a model that is cut off", ["edit", "a.js", DO, "--model", "cut.gguf", "--apply"], 1, /cut\.gguf/],
  [
    "a selection out of range",
    ["edit", "a.js", DO, "--selection", "1:9"],
    2,
    /out of range: the last line is 1/,
  ],
  ["a malformed selection", ["edit", "a.js", DO, "--selection", "a-b"], 2, /write it as first:last/],
  [
    "a URL that is none",
    ["edit", "a.js", DO, "--url", "nonsense"],
    2,
    /"nonsense" is not a server's address/,
  ],
  [
    "a server that is not there",
    ["edit", "a.js", DO, "--url", "http://127.0.0.1:9"],
    1,
    /cannot reach .*flint serve/,
  ],
  ["an empty check", ["edit", "a.js", DO, "--check", " "], 2, /a --check is empty; give a command/],
  ["--apply with stdin", ["edit", "-", DO, "--apply"], 2, /--apply needs a file/],
  ["a port that is none", ["serve", "--port", "web"], 2, /Give a number from 0 to 65535/],
  [
    "an unknown engine",
    ["serve", "--engine", "v8"],
    2,
    /there is no engine v8: use llama, script, or a server/,
  ],
  ["an unknown store", ["serve", "--store", "tape"], 2, /--store must be memory, disk, disk:PATH or valkey:/],
  [
    "a setting that the engine has no use for",
    ["serve", "--engine", "vllm=http://127.0.0.1:9/v1", "--context", "4096"],
    2,
    /--context only applies to the llama engine, not to vllm=/,
  ],
  [
    "an engine of this machine where a server is asked for",
    ["edit", "a.js", DO, "--engine", "llama"],
    2,
    /there is no server "llama": name one such as vllm=.*, or none to use this machine/,
  ],
  ["no scenario", ["serve", "--engine", "script"], 2, /add --scenario FILE/],
  [
    "a scenario that is none",
    ["serve", "--engine", "script", "--scenario", "scenario.json"],
    2,
    /scenario\.json/,
  ],
  ["a missing scenario", ["serve", "--engine", "script", "--scenario", "none.json"], 2, /none\.json/],
  ["a source that is none", ["pull", "qwen"], 2, /write hf:user\/repo:quant/],
])("fails with one line and changes nothing: %s", (_, args, code, message) =>
  expectFailure(args, code, message),
);

test("a file too large for the model's context is refused with the excess and the remedy", async () => {
  await workspace.file("large.js", `${"let answer = 42;\n".repeat(400)}`);
  await expectFailure(["edit", "large.js", DO], 2, /\d too many; edit a part of it with --selection/);
  // Of several files all are whole: --selection is refused there.
  const alone = /large\.js: .*\d too many; edit this file alone, and only a part of it with --selection/;
  await expectFailure(["edit", "a.js", "large.js", DO], 2, alone);
});

test("a file too large for any context is refused by its size", async () => {
  const file = await open(join(workspace.folder, "huge.js"), "w");
  await file.truncate(20_000_000);
  await file.close();
  await expectFailure(["edit", "huge.js", DO], 2, /huge\.js has 20\.0 MB/);
});

test("a file without read permission is refused", async () => {
  const path = await workspace.file("secret.js", CODE);
  await chmod(path, 0);
  await chmod(workspace.folder, 0o755);
  // The superuser may read everything, so it has to step down.
  const options = process.getuid?.() === 0 ? { uid: 65534 } : {};
  await expectFailure(["edit", "secret.js", DO], 1, /cannot read secret\.js: permission denied/, options);
});

test.runIf(process.platform === "linux")(
  "folders for usage and --kv-spill that cannot be created are refused",
  async () => {
    const store = ["--store", "disk:responses.db", "--usage", "/proc/flint/usage.json"];
    await expectFailure(
      ["serve", "--port", "0", ...store],
      1,
      /usage cannot be saved in \/proc\/flint \(ENOENT\)/,
    );
    const spill = ["--kv-spill", "/proc/flint"];
    await expectFailure(
      ["serve", "--port", "0", ...spill],
      1,
      /state of conversations cannot be saved in .*another folder with --kv-spill/,
    );
  },
);

test("a taken port is refused", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await expectFailure(["serve", "--port", String(port)], 1, /port \d+ is taken; choose another with --port/);
  await new Promise((resolve) => server.close(resolve));
});

test("a secret that is too short is refused", async () => {
  const env = { FLINT_SECRET: "short" };
  await expectFailure(
    ["serve", "--port", "0"],
    2,
    /FLINT_SECRET: the secret has 5 characters: use at least 16/,
    {
      env,
    },
  );
});

test("a cache folder that cannot be used is refused", async () => {
  const env = { FLINT_HOME: join(workspace.folder, "a.js") };
  await expectFailure(["pull", "https://127.0.0.1:9/m.gguf"], 1, /FLINT_HOME/, { env });
});

test("a model that the server does not know is refused with the models there are", async () => {
  const { url } = await workspace.serve([]);
  await expectFailure(["edit", "a.js", DO, "--url", url, "--model", "gpt"], 2, /nano/);
});

test("every command has help with examples", async () => {
  for (const command of [
    [],
    ["edit"],
    ["serve"],
    ["keys"],
    ["keys", "list"],
    ["models"],
    ["pull"],
    ["doctor"],
  ]) {
    const { code, stdout } = await workspace.run([...command, "--help"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("Examples:\n  $ flint")]);
  }
  expect((await workspace.run([])).stdout).toContain("Usage: flint");
});

test("the help of a subcommand is its own", async () => {
  const { code, stdout } = await workspace.run(["help", "keys", "create"]);
  expect([code, stdout]).toEqual([0, expect.stringContaining("Usage: flint keys create")]);
  expect((await workspace.run(["keys", "help", "create"])).stdout).toBe(stdout);
});

test("--version prints the version", async () => {
  const { version } = JSON.parse(await readFile(join(ROOT, "packages/cli/package.json"), "utf8"));
  expect(await workspace.run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("an empty home is not taken for the current folder", async () => {
  const env = { FLINT_HOME: "", HOME: "", XDG_DATA_HOME: "data" };
  const { stdout, stderr } = await workspace.run(["keys", "list"], { env });
  expect(stderr === "" ? stdout : stderr).not.toMatch(/no keys in [^/]/);
});

test.runIf(process.platform === "linux")(
  "a home below /proc is reported, and edits work all the same",
  async () => {
    const env = { FLINT_HOME: "", HOME: "/proc" };
    const { code, stderr } = await workspace.run(["keys", "create", "--name", "laptop"], { env });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^flint: keys cannot be saved in \/proc\/.* \(ENOENT\)/),
    ]);
    const { stdout } = await workspace.run(["doctor", "--json"], { env });
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual(expect.objectContaining({ check: "cache", status: "broken" }));
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: "folders",
        status: "warning",
        found: expect.stringContaining("sessions"),
      }),
    );
    // It edits all the same.
    expect(findings).toContainEqual(expect.objectContaining({ check: "speed", status: "ok" }));
  },
);
