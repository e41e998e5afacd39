import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScriptEngine } from "@flint/engine";
import { changeKeys, type KeyRecord, makeKey, startServer } from "@flint/server";
import { pino } from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import type { AuditLog } from "../audit/index.ts";
import { resolveConfig } from "../config/index.ts";
import { CliError } from "../error/index.ts";
import { fileState } from "./file-watch.ts";
import { handleHangups } from "./hangups.ts";
import { reloadOnChange } from "./reload.ts";
import { Reloader } from "./reloader.ts";

async function setUp(content: object, inForce: readonly KeyRecord[] | null = null) {
  const folder = await mkdtemp(join(tmpdir(), "flint-reload-"));
  const config = join(folder, "flint.config.json");
  const write = (next: object | string) =>
    writeFile(config, typeof next === "string" ? next : JSON.stringify(next));
  await write(content);
  const keys = join(folder, "keys.json");
  const resolve = () => resolveConfig({ config, keys }, {});
  const effective = await resolve();
  const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });
  const server = await startServer({
    engine,
    limits: effective.config.limits,
    ...(inForce !== null && { keys: inForce }),
  });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
    await rm(folder, { recursive: true });
  });
  const logger = pino({ level: effective.config.logLevel }, { write: () => undefined });
  const acts: string[] = [];
  const audit: AuditLog = { append: (act) => acts.push(act), close: () => undefined };
  const post = (text: string) =>
    fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify({ input: text }) });
  const ask = async ({ text: key }: { readonly text: string }) => {
    const answer = await fetch(`${server.url}/models`, { headers: { authorization: `Bearer ${key}` } });
    return answer.status;
  };
  const options = { effective, resolve, server, logger, keys: inForce, audit };
  const reloader = new Reloader(options);
  return {
    write,
    config,
    keys,
    server,
    options,
    reload: () => reloader.reload(),
    reloadKeys: () => reloader.reloadKeys(),
    post,
    ask,
    logger,
    acts,
    audit,
  };
}

function keyOf({ id, digest }: { readonly id: string; readonly digest: string }): KeyRecord {
  return {
    ...{ id, digest, name: "one", user: "ann", scopes: ["models"], limits: {} },
    ...{ created: "2026-01-01T00:00:00Z", expires: null, revoked: null },
  };
}

test("a reload applies limits and the log level, and names what needs a restart", async () => {
  const { write, reload, post, logger } = await setUp({});
  const text = "x".repeat(2_000);
  expect((await post(text)).status).toBe(200);
  await write({ limits: { bodyBytes: 1_000 }, logLevel: "info", store: "disk" });
  expect(await reload()).toBe(
    "reload: changed logLevel, limits.bodyBytes; store will change at the next start",
  );
  expect((await post(text)).status).toBe(413);
  expect(logger.level).toBe("info");
  expect(await reload()).toBe("reload: nothing changed; store will change at the next start");
  await write({});
  expect(await reload()).toBe("reload: changed logLevel, limits.bodyBytes");
  expect((await post(text)).status).toBe(200);
});

test("a faulty configuration file changes nothing and is reported", async () => {
  const { write, reload, post } = await setUp({ limits: { bodyBytes: 1_000 } });
  for (const faulty of ['{"limits": ', { limits: { bodyBytes: "much" } }, { nonsense: 1 }]) {
    await write(faulty);
    expect(await reload()).toMatch(/^reload: the configuration is unchanged: .*flint\.config\.json/);
    expect((await post("x".repeat(2_000))).status).toBe(413);
  }
});

test("a configuration file that is deleted changes nothing and is reported, until it is back", async () => {
  const { write, config, options, acts } = await setUp({ prices: { nano: { input: 1, output: 1 } } });
  // As where no file is named: it is looked for, and may be missing.
  const resolve = () => resolveConfig(existsSync(config) ? { config } : {}, {});
  const reloader = new Reloader({ ...options, resolve, keys: [] });
  await rm(config);
  expect(await reloader.reload()).toContain(
    `reload: the configuration is unchanged: ${config} no longer exists`,
  );
  await write({});
  expect(await reloader.reload()).toContain("reload: changed prices");
  expect(acts.filter((act) => act.startsWith("config"))).toEqual(["config.refused", "config.reloaded"]);
});

test("keys follow their file, and a faulty or deleted file changes nothing", async () => {
  const { keys: path, reload, reloadKeys, server, acts, ask } = await setUp({});
  expect(await reloadKeys()).toBe("");
  const key = makeKey();
  const record = keyOf(key);
  await changeKeys(path, () => ({ keys: [record], result: null }));
  expect(await reload()).toBe("reload: nothing changed\nreload: 1 keys");
  expect((await fetch(`${server.url}/models`)).status).toBe(401);
  expect(await ask(key)).toBe(200);
  await writeFile(path, "{");
  expect(await reloadKeys()).toMatch(/^reload: the keys are unchanged: .*is not JSON/);
  expect(await ask(key)).toBe(200);
  await rm(path);
  expect(await reloadKeys()).toMatch(/keys\.json no longer exists$/);
  expect(await ask(key)).toBe(200);
  expect((await fetch(`${server.url}/models`)).status).toBe(401);
  await changeKeys(path, () => ({ keys: [{ ...record, revoked: "2026-01-01T00:00:00Z" }], result: null }));
  expect(await reloadKeys()).toBe("reload: 1 keys");
  expect(await ask(key)).toBe(401);
  expect(acts).toEqual(["keys.reloaded", "keys.refused", "keys.refused", "keys.reloaded"]);
});

test("a change that cannot be audited is refused, for configuration and keys separately", async () => {
  const { write, keys: path, reload, ask, audit } = await setUp({}, []);
  await write({ limits: { bodyBytes: 1_000 } });
  const key = makeKey();
  await changeKeys(path, () => ({ keys: [keyOf(key)], result: null }));
  const append = audit.append;
  audit.append = () => {
    throw new CliError("audit_unwritable", "the disk is full");
  };
  expect(await reload()).toBe("reload: the disk is full\nreload: the disk is full");
  expect(await ask(key)).toBe(401);
  // One that is refused leaves the other alone.
  audit.append = (act, facts) => {
    if (act === "config.reloaded") throw new CliError("audit_unwritable", "the disk is full");
    append(act, facts);
  };
  expect(await reload()).toBe("reload: the disk is full\nreload: 1 keys");
  expect(await ask(key)).toBe(200);
});

test("a revoked key is refused even while that cannot be audited, and other changes wait until it can", async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const hangups = handleHangups();
  onTestFinished(() => hangups.close());
  const [gone, revoked, kept, added] = [makeKey(), makeKey(), makeKey(), makeKey()];
  const before = [gone, revoked, kept].map(keyOf);
  const { keys: path, options, audit, acts, ask } = await setUp({}, before);
  const keysSince = await fileState(path);
  const append = audit.append;
  audit.append = () => {
    throw new CliError("audit_unwritable", "the disk is full");
  };
  const after = [{ ...keyOf(revoked), revoked: "2026-01-01T00:00:00Z" }, keyOf(kept), keyOf(added)];
  await changeKeys(path, () => ({ keys: after, result: null }));
  onTestFinished(reloadOnChange(options, { hangups, keysSince }).end);
  await vi.waitFor(() => expect(said).toEqual(["reload: the disk is full\n"]));
  expect(await Promise.all([gone, revoked, kept, added].map(ask))).toEqual([401, 401, 200, 401]);
  audit.append = append;
  await vi.waitFor(() => expect(acts).toEqual(["keys.reloaded"]), 10_000);
  await vi.waitFor(() => expect(said).toEqual(["reload: the disk is full\n", "reload: 3 keys\n"]));
  expect(await ask(added)).toBe(200);
});

test("changes and reloads from before the server was ready are applied once it is", async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const hangups = handleHangups();
  onTestFinished(() => hangups.close());
  const { write, keys: path, options } = await setUp({});
  const keysSince = await fileState(path);
  await changeKeys(path, () => ({ keys: [keyOf(makeKey())], result: null }));
  onTestFinished(reloadOnChange(options, { hangups, keysSince }).end);
  await vi.waitFor(() => expect(said).toEqual(["reload: 1 keys\n"]));

  const early = handleHangups();
  onTestFinished(() => early.close());
  await write({ logLevel: "info" });
  process.emit("SIGHUP");
  onTestFinished(reloadOnChange(options, { hangups: early, keysSince: await fileState(path) }).end);
  await vi.waitFor(() => expect(said).toContain("reload: changed logLevel\nreload: 1 keys\n"));
});
