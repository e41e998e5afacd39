import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { resolveConfig } from "../config/index.ts";
import { reloader } from "./reload.ts";

async function setUp(content: object) {
  const folder = await mkdtemp(join(tmpdir(), "flint-reload-"));
  const config = join(folder, "flint.config.json");
  const write = (next: object | string) =>
    writeFile(config, typeof next === "string" ? next : JSON.stringify(next));
  await write(content);
  const resolve = () => resolveConfig({ config }, {});
  const effective = await resolve();
  const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });
  const server = await startServer({ engine, limits: effective.config.limits });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
    await rm(folder, { recursive: true });
  });
  const logger = pino({ level: effective.config.logLevel }, { write: () => undefined });
  const post = (text: string) =>
    fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify({ input: text }) });
  return { write, reload: reloader({ effective, resolve, server, logger }), post, logger };
}

test("a reload puts limits and the log's level into force, and says what takes a restart until there is one", async () => {
  const { write, reload, post, logger } = await setUp({});
  const text = "x".repeat(2_000);
  expect((await post(text)).status).toBe(200);
  await write({ limits: { bodyBytes: 1_000 }, logLevel: "info", store: "disk" });
  expect(await reload()).toBe(
    "reload: changed logLevel, limits.bodyBytes; store will change with the next start",
  );
  expect((await post(text)).status).toBe(413);
  expect(logger.level).toBe("info");
  expect(await reload()).toBe("reload: nothing changed; store will change with the next start");
  await write({});
  expect(await reload()).toBe("reload: changed logLevel, limits.bodyBytes");
  expect((await post(text)).status).toBe(200);
});

test("a faulty file changes nothing, and says why", async () => {
  const { write, reload, post } = await setUp({ limits: { bodyBytes: 1_000 } });
  for (const faulty of ['{"limits": ', { limits: { bodyBytes: "much" } }, { nonsense: 1 }]) {
    await write(faulty);
    expect(await reload()).toMatch(/^reload: the configuration stays as it was: .*flint\.config\.json/);
    expect((await post("x".repeat(2_000))).status).toBe(413);
  }
});
