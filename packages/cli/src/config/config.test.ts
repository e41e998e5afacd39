import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits } from "@flint/server";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildProgram } from "../program/program.ts";
import { changesOf, explainConfig, refuseIgnoredSettings, resolveConfig } from "./index.ts";
import { defaultConfig } from "./schema.ts";
import { settings } from "./settings.ts";

async function file(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-config-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "etc"));
  const path = join(folder, "etc", "flint.config.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function failure(flags: object, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return resolveConfig(flags as Record<string, unknown>, env).then(
    () => "",
    (error) => `${error.code}, exit ${error.exitCode}: ${error.message}`,
  );
}

it("without flags, variables or a file the configuration is the defaults, including the limits", async () => {
  const { config, file: found } = await resolveConfig({}, {});
  expect(config).toEqual({ ...defaultConfig({}), limits: defaultLimits });
  expect(found).toBeNull();
});

it("a flag overrides a variable, a variable the file, and the file the default", async () => {
  const config = await file({ port: 1, store: "disk", limits: { connections: 7, drain: 5 }, context: 64 });
  const env = { FLINT_PORT: "2", FLINT_STORE: "disk:/var/x.db", FLINT_LIMITS_DRAIN: "2s", FLINT_MODEL: "" };
  const flags = { config, port: 3, limit: ["grace=1m"] };
  const effective = await resolveConfig(flags, env);
  expect(effective.config).toEqual({
    ...defaultConfig(env),
    port: 3,
    store: "disk:/var/x.db",
    context: 64,
    limits: { ...defaultLimits, connections: 7, drain: 2_000, grace: 60_000 },
  });
  const from = Object.fromEntries([...effective.origins].map(([name, { where }]) => [name, where]));
  expect(from).toMatchObject({
    port: "--port",
    store: "FLINT_STORE",
    context: config,
    engine: "default",
    "limits.grace": "--limit grace",
    "limits.drain": "FLINT_LIMITS_DRAIN",
    "limits.connections": config,
  });
  expect(from).not.toHaveProperty("model");
});

it("a byte order mark before the file's first brace is not part of it", async () => {
  const { config } = await resolveConfig({ config: await file('\uFEFF{ "port": 7 }') }, {});
  expect(config.port).toBe(7);
});

it("a faulty setting in the file is refused even when a flag overrides it", async () => {
  const config = await file({ port: "abc" });
  expect(await failure({ config, port: 3 })).toMatch(/^bad_config, exit 2: .*`port`: expected a port from 0/);
});

it("FLINT_CONFIG names the file, and --config overrides it", async () => {
  const [one, other] = [await file({ port: 1 }), await file({ port: 2 })];
  expect((await resolveConfig({}, { FLINT_CONFIG: one })).config.port).toBe(1);
  expect((await resolveConfig({ config: other }, { FLINT_CONFIG: one })).config.port).toBe(2);
});

it.each([
  ["1024", 1024],
  ["6GB", 6e9],
  ["1.5 GiB", 1.5 * 1024 ** 3],
  ["512mb", 512e6],
])("a size of %s in a variable or a file is %d bytes", async (text, bytes) => {
  expect((await resolveConfig({}, { FLINT_MEMORY: text })).config.memory).toBe(bytes);
  const inFile = /^\d+$/.test(text) ? Number(text) : text;
  expect((await resolveConfig({ config: await file({ memory: inFile }) }, {})).config.memory).toBe(bytes);
});

function serveFlags(...args: string[]) {
  const serve = buildProgram().commands.find((command) => command.name() === "serve");
  return serve?.parseOptions(args) && serve.opts();
}

it.each([
  ["4.1GB", 4_100_000_000],
  ["4100000000", 4_100_000_000],
  ["1.5 GiB", 1.5 * 1024 ** 3],
  ["64KiB", 65_536],
])("a size of %s in a flag is %d bytes", async (text, bytes) => {
  const flags = serveFlags("--memory", text, "--kv-spill-size", text);
  expect((await resolveConfig(flags, {})).config).toMatchObject({ memory: bytes, kvSpillSize: bytes });
});

it("a flag that is not a size is refused", async () => {
  expect(await failure({ ...serveFlags("--memory", "lots") })).toBe(
    'bad_config, exit 2: --memory: expected a size such as 32MiB, or a number of bytes, got "lots"',
  );
});

describe("settings that the chosen engine ignores", () => {
  const upstream = "vllm=http://gpu:8000/v1";
  it.each([
    [
      { engine: upstream, memory: "6GB" },
      {},
      "--memory only applies to the llama engine, not to vllm=http://gpu",
    ],
    [{ engine: upstream, gpuLayers: 0 }, {}, "--gpu-layers only applies to the llama engine"],
    [{ engine: upstream, scenario: "a.json" }, {}, "--scenario only applies to the script engine"],
    [{ engine: "script", maxModels: 2 }, {}, "--max-models only applies to the llama engine, not to script"],
    [{ engine: "script" }, { FLINT_KV_SPILL: "kv" }, "FLINT_KV_SPILL only applies to the llama engine"],
    [{}, { FLINT_SCENARIO: "a.json" }, "FLINT_SCENARIO only applies to the script engine, not to llama"],
    [
      { upstreamSilence: "5m" },
      {},
      "--upstream-silence only applies to other servers, not to llama: leave it out",
    ],
    [
      { engine: "http://me:swordfish@gpu/v1", context: 1 },
      {},
      "not to http://(redacted)@gpu/v1: leave it out",
    ],
  ])("are refused in the flags %o and the variables %o", async (flags, env, told) => {
    const effective = await resolveConfig(flags, env);
    expect(() => refuseIgnoredSettings(effective)).toThrowError(
      expect.objectContaining({ code: "bad_option", exitCode: 2, message: expect.stringContaining(told) }),
    );
  });

  it("are refused in a file", async () => {
    const config = await file({ context: 4096, kvSpillSize: "1GB" });
    const effective = await resolveConfig({ config, engine: upstream }, {});
    expect(() => refuseIgnoredSettings(effective)).toThrow(
      `${config}: \`context\` only applies to the llama engine, not to ${upstream}: leave it out, or add --engine llama`,
    );
  });

  it("are neither defaults, nor settings of every engine, nor the engine's own settings", async () => {
    const common = { port: 1, model: "m", store: "disk", limit: ["grace=1m"] };
    const own = { memory: 1, context: 1, gpuLayers: 0, maxModels: 1, kvSpill: "kv", kvSpillSize: 1 };
    for (const flags of [
      { ...common, engine: upstream, upstreamFirstByte: "10m", upstreamSilence: 0 },
      { ...common, engine: "script", scenario: "a.json" },
      { ...common, ...own },
      { ...common, ...own, engine: "llama" },
    ]) {
      refuseIgnoredSettings(await resolveConfig(flags, {}));
    }
  });
});

it("paths in a file are relative to it; model ids, absolute paths and variables stay as they are", async () => {
  const config = await file({ kvSpill: "kv", store: "disk:data/r.db", model: "./m.gguf" });
  const folder = join(config, "..");
  expect((await resolveConfig({ config }, {})).config).toMatchObject({
    kvSpill: join(folder, "kv"),
    store: `disk:${join(folder, "data/r.db")}`,
    model: join(folder, "m.gguf"),
  });
  const plain = await file({ kvSpill: "/kv", store: "disk", model: "nano" });
  expect((await resolveConfig({ config: plain }, {})).config).toMatchObject({
    kvSpill: "/kv",
    store: "disk",
    model: "nano",
  });
  expect((await resolveConfig({}, { FLINT_KV_SPILL: "kv" })).config.kvSpill).toBe("kv");
});

it("prices are a table in the file or JSON in a variable; names are a list with commas", async () => {
  const prices = {
    nano: { input: 0.1, cachedInput: 0.01, output: 0.4 },
    "org/model:7b": { input: 1, output: 2 },
  };
  expect((await resolveConfig({ config: await file({ prices }) }, {})).config.prices).toEqual(prices);
  expect((await resolveConfig({}, { FLINT_PRICES: JSON.stringify(prices) })).config.prices).toEqual(prices);
  expect(await failure({}, { FLINT_PRICES: '{"nano": {"input": -1}}' })).toContain(
    "FLINT_PRICES: expected prices in USD",
  );
  expect(await failure({}, { FLINT_PRICES: "cheap" })).toContain("FLINT_PRICES: expected prices in USD");
  expect((await resolveConfig({}, { FLINT_HOSTS: "a.example, b.example" })).config.hosts).toEqual([
    "a.example",
    "b.example",
  ]);
});

describe("a fault names the place, the setting and the expected value", () => {
  it.each([
    [
      "a port that is none",
      { port: 99_999 },
      "`port`: expected a port from 0 to 65535; 0 picks a free one, got 99999",
    ],
    ["another type", { store: 5 }, "`store`: expected memory, disk, disk:PATH or valkey://HOST:PORT, got 5"],
    [
      "a limit that is no size",
      { limits: { frameBytes: "big" } },
      '`limits.frameBytes`: expected a size such as 32MiB, or a number of bytes, got "big"',
    ],
    [
      "a negative wait",
      { limits: { grace: -1 } },
      "`limits.grace`: expected a duration such as 30s or 500ms, or a number of milliseconds, got -1",
    ],
    [
      "a setting that there is not",
      { prot: 1 },
      "there is no setting `prot`; the settings are host, hosts, port, engine,",
    ],
    [
      "a limit that there is not",
      { limits: { sockets: 1 } },
      "there is no setting `limits.sockets`; the settings are bodyBytes,",
    ],
    ["a value for a group", { limits: 5 }, "expected `limits` to be an object of settings, got 5"],
    ["a list", [], "expected the file to be an object of settings, got []"],
    ["null", "null", "expected the file to be an object of settings, got null"],
    ["half a file", '{"port": 1,', "is not JSON: "],
    ["an empty file", "", "is not JSON: "],
  ])("in a file: %s", async (_, content, told) => {
    const config = await file(content);
    const message = await failure({ config });
    expect(message).toContain(`bad_config, exit 2: ${config}`);
    expect(message).toContain(told);
  });

  it("in a file that is named but does not exist", async () => {
    expect(await failure({ config: "/nowhere/flint.json" })).toBe(
      "bad_config, exit 2: /nowhere/flint.json cannot be read (ENOENT): name another file with --config",
    );
  });

  it.each([
    [
      { FLINT_PORT: "eighty" },
      'FLINT_PORT: expected a port from 0 to 65535; 0 picks a free one, got "eighty"',
    ],
    [
      { FLINT_LIMITS_DRAIN: "soon" },
      'FLINT_LIMITS_DRAIN: expected a duration such as 30s or 500ms, or a number of milliseconds, got "soon"',
    ],
    [
      { FLINT_LIMITS_SOCKETS: "1" },
      "there is no variable FLINT_LIMITS_SOCKETS; the variables are FLINT_LIMITS_BODY_BYTES,",
    ],
  ])("in a variable: %o", async (env, told) => {
    expect(await failure({}, env)).toContain(told);
  });

  it.each(["sockets=1", "connections", "=1"])("in a flag: --limit %s", async (limit) => {
    expect(await failure({ limit: [limit] })).toContain(
      `--limit ${limit}: expected NAME=VALUE with one of bodyBytes,`,
    );
  });

  it("without the value of a secret", async () => {
    const message = await failure({ config: await file({ secret: ["swordfish"] }) });
    expect(message).toContain("`secret`: expected a text of at least 16 characters, got another value");
    expect(message).not.toContain("swordfish");
  });
});

it("every setting has a flag of flint serve, except secrets and tables", () => {
  const serve = buildProgram().commands.find((command) => command.name() === "serve");
  const flags = serve?.options.map(({ long }) => long);
  const missing = settings.filter(({ flag }) => flag !== null && !flags?.includes(flag.split(" ")[0]));
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(settings.filter(({ flag }) => flag === null).map(({ name }) => name)).toEqual(["secret", "prices"]);
});

it("every limit of the server can be set", () => {
  const names = settings.map(({ name }) => name);
  expect(Object.keys(defaultLimits).filter((name) => !names.includes(`limits.${name}`))).toEqual([]);
});

it("docs/configuration.md lists each setting's flag and variable, and whether each limit reloads", async () => {
  const page = await readFile(new URL("../../../../docs/configuration.md", import.meta.url), "utf8");
  const rows = new Map(
    [...page.matchAll(/^\| `([\w.]+)` .*$/gm)].map(([row, name = ""]) => [name, row] as const),
  );
  const wrong = settings.filter(({ name, flag, variable, reloads }) => {
    const row = rows.get(name.replace("limits.", "")) ?? "";
    if (name.startsWith("limits.")) return row === "" || row.includes("✓") !== reloads;
    return !row.includes(`\`${variable}\``) || (flag !== null && !row.includes(`\`${flag}\``));
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it("an explanation lists every setting with its origin and shows no secret", async () => {
  const effective = await resolveConfig({ port: 1 }, { FLINT_SECRET: "swordfish-swordfish" });
  const explained = explainConfig(effective);
  expect(explained.map(({ name }) => name)).toEqual(settings.map(({ name }) => name));
  const find = (name: string) => explained.find((setting) => setting.name === name);
  expect(find("secret")).toMatchObject({ value: "(redacted)", from: "FLINT_SECRET" });
  expect(find("port")).toMatchObject({ value: 1, from: "--port", variable: "FLINT_PORT", reloads: false });
  expect(find("model")).toMatchObject({ value: null, from: "not set" });
  expect(find("limits.grace")).toMatchObject({ from: "default", reloads: true });
  expect(JSON.stringify(explained)).not.toContain("swordfish");
});

it("changes that a reload applies are separate from those that need a restart", async () => {
  const before = await resolveConfig({}, {});
  const after = await resolveConfig(
    { port: 1, limit: ["grace=1s", "frameBytes=1MiB"], logLevel: "info" },
    {},
  );
  expect(changesOf(before, after)).toEqual({
    reloads: ["logLevel", "limits.grace"],
    restarts: ["port", "limits.frameBytes"],
  });
  expect(changesOf(after, after)).toEqual({ reloads: [], restarts: [] });
});
