import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScriptEngine, type Scenario } from "@flint/engine";
import type { Usage } from "@flint/protocol";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { recordOf } from "../access/keys.fixture.ts";
import { Client, serve } from "../door/websocket/socket.fixture.ts";
import { defaultLimits } from "../limits.ts";
import { type FlintServer, startServer } from "../server.ts";
import { Ledger } from "./ledger.ts";
import { costOf } from "./prices.ts";
import { reportOf } from "./report.ts";
import { UsageBook } from "./usage-book.ts";

const scenario: Scenario = { turns: [{ steps: [{ text: "well" }] }] };

function usage(input: number, cached: number, output: number): Usage {
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cached, cache_write_tokens: input - cached },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + output,
  };
}

async function ask(server: FlintServer, key: string, path: string, init: RequestInit = {}) {
  const answer = await fetch(`${server.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, connection: "close" },
  });
  return { status: answer.status, body: await answer.json() };
}

function post(server: FlintServer, key: string, body: object) {
  return ask(server, key, "/responses", { method: "POST", body: JSON.stringify(body) });
}

it("a response costs its new, cached and output tokens at its model's prices", () => {
  const prices = { a: { input: 2, cachedInput: 0.5, output: 10 }, b: { input: 2, output: 10 } };
  expect(costOf(prices, "a", usage(1_000_000, 400_000, 100_000))).toBeCloseTo(1.2 + 0.2 + 1);
  expect(costOf(prices, "b", usage(1_000_000, 400_000, 100_000))).toBeCloseTo(3);
  expect(costOf(prices, "c", usage(1, 0, 1))).toBeNull();
  expect(costOf(prices, "toString", usage(1, 0, 1))).toBeNull();
  expect(costOf(prices, "a", null)).toBeNull();
});

it("usage that could not be written is written when its server closes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "flint-usage-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "within", "usage.json");
  await writeFile(join(folder, "within"), "no folder");
  const failed: unknown[] = [];
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const logger = pino(
    { level: "error" },
    {
      write: (line: string) => {
        failed.push(JSON.parse(line).msg);
        tell();
      },
    },
  );
  const book = new UsageBook({
    file,
    logger,
    prices: {},
    limits: { ...defaultLimits, usageWrite: 1 },
  });
  book.add({ owner: null, key: null, model: "m", session: null, usage: usage(10, 4, 1), cost: null });
  await told;
  await rm(join(folder, "within"));
  await book.close();
  expect(JSON.parse(await readFile(file, "utf8")).days).toMatchObject([{ input_tokens: 10 }]);
  expect(failed).toEqual(["the usage could not be written"]);
});

describe("a ledger", () => {
  const one = { owner: "user:ann", key: "k1", model: "m", session: "s1", cost: 1 };
  it("sums by day and session, and drops the oldest rows over its limits", () => {
    let now = new Date("2026-01-01T23:59:59Z");
    const ledger = new Ledger({ usageRows: 2, usageSessions: 2 }, () => now);
    ledger.add({ ...one, usage: usage(10, 4, 1) });
    ledger.add({ ...one, usage: usage(5, 0, 2), cost: null });
    expect(ledger.content.days).toEqual([
      expect.objectContaining({
        day: "2026-01-01",
        responses: 2,
        input_tokens: 15,
        cached_tokens: 4,
        output_tokens: 3,
        cost_usd: 1,
      }),
    ]);
    now = new Date("2026-01-02T00:00:00Z");
    ledger.add({ ...one, usage: null });
    ledger.add({ ...one, session: "s2", usage: usage(1, 0, 1) });
    ledger.add({ ...one, session: null, usage: usage(1, 0, 1) });
    expect(ledger.content.days.map(({ day, responses }) => [day, responses])).toEqual([
      ["2026-01-01", 2],
      ["2026-01-02", 3],
    ]);
    expect(ledger.content.sessions.map(({ session, day, responses }) => [session, day, responses])).toEqual([
      ["s1", "2026-01-02", 3],
      ["s2", "2026-01-02", 1],
    ]);
    ledger.add({ ...one, usage: null });
    ledger.add({ ...one, model: "other", session: "s3", usage: null });
    expect(ledger.content.days.map(({ day, model }) => [day, model])).toEqual([
      ["2026-01-02", "m"],
      ["2026-01-02", "other"],
    ]);
    // The session that was used last stays, not the one that began last.
    expect(ledger.content.sessions.map(({ session }) => session)).toEqual(["s1", "s3"]);
  });

  it("truncates long session names, and restores none that are too long", () => {
    const ledger = new Ledger({ usageRows: 2, usageSessions: 2 });
    ledger.add({ ...one, session: "s".repeat(31 * 2 ** 20), usage: usage(1, 0, 1) });
    ledger.add({ ...one, session: "s".repeat(128), usage: usage(1, 0, 1) });
    const [row] = ledger.content.sessions;
    expect(row).toMatchObject({ session: "s".repeat(128), responses: 2 });
    const restored = new Ledger({ usageRows: 2, usageSessions: 2 });
    const { days, sessions } = ledger.content;
    const long = sessions.map((session) => ({ ...session, session: "t".repeat(129) }));
    restored.restore({ days, sessions: [...sessions, ...long] });
    expect(restored.content).toEqual({ days, sessions });
  });

  it("is reported for one server, grouped and filtered as asked, and to each user their own", () => {
    const ledger = new Ledger({ usageRows: 100, usageSessions: 100 }, () => new Date("2026-01-01T00:00:00Z"));
    ledger.add({ ...one, usage: usage(10, 4, 1) });
    ledger.add({ ...one, key: "k2", session: "s2", usage: usage(1, 0, 1) });
    ledger.add({ ...one, owner: "user:bob", key: "k3", usage: usage(100, 0, 1) });
    const told = (owner: string, isAdmin: boolean, query: string) =>
      reportOf(ledger.content, { owner, isAdmin }, new URLSearchParams(query));
    expect(told("user:ann", false, "")).toEqual({
      object: "list",
      covers: "this_server",
      currency: "usd",
      data: [
        {
          object: "usage",
          day: "2026-01-01",
          model: "m",
          ...{ responses: 2, input_tokens: 11, cached_tokens: 4, output_tokens: 2, cost_usd: 2 },
        },
      ],
      total: { responses: 2, input_tokens: 11, cached_tokens: 4, output_tokens: 2, cost_usd: 2 },
    });
    const keys = (report: ReturnType<typeof told>) =>
      report.data.map(({ user, key, session }) => [user, key, session]);
    expect(keys(told("user:ann", false, "group_by=key"))).toEqual([
      [undefined, "k1", undefined],
      [undefined, "k2", undefined],
    ]);
    expect(keys(told("user:eve", true, "group_by=user,session"))).toEqual([
      ["ann", undefined, "s1"],
      ["ann", undefined, "s2"],
      ["bob", undefined, "s1"],
    ]);
    expect(told("user:ann", false, "start=2026-01-02").data).toEqual([]);
    expect(told("user:ann", false, "end=2025-12-31").total.responses).toBe(0);
    expect(() => told("user:ann", false, "group_by=owner")).toThrow(
      /expected some of day, user, key, model, session/,
    );
    expect(() => told("user:ann", false, "start=yesterday")).toThrow(/expected a day such as 2026-02-03/);
  });
});

it("GET /v1/usage shows each user their own usage over HTTP and WebSocket, and an admin all of it", async () => {
  const [ann, bob, admin] = [
    recordOf({ user: "ann" }),
    recordOf({ user: "bob", scopes: ["responses"] }),
    recordOf({ user: "root", scopes: ["admin"] }),
  ];
  const prices = { script: { input: 1_000_000, output: 2_000_000 } };
  const server = await serve(scenario, { keys: [ann, bob, admin].map(({ record }) => record), prices });
  const { body } = await post(server, ann.text, { input: "hello there", prompt_cache_key: "thread" });
  const used = body.usage;
  expect(body.flint.timings.cost_usd).toBeCloseTo(used.input_tokens + 2 * used.output_tokens);
  const socket = await Client.connect(server, "", bob.text);
  socket.create();
  const { usage: bobs } = await socket.completed();
  const own = await ask(server, ann.text, "/usage?group_by=user,key,session");
  expect(own.body.data).toEqual([
    expect.objectContaining({
      user: "ann",
      key: ann.record.id,
      session: "thread",
      responses: 1,
      input_tokens: used.input_tokens,
      output_tokens: used.output_tokens,
    }),
  ]);
  const all = await ask(server, admin.text, "/usage?group_by=user");
  expect(all.body.data.map(({ user }: { user: string }) => user)).toEqual(["ann", "bob"]);
  expect(all.body.total.output_tokens).toBe(used.output_tokens + (bobs?.output_tokens ?? 0));
  expect((await ask(server, bob.text, "/usage")).body.error.code).toBe("insufficient_scope");
  expect((await ask(server, ann.text, "/usage?group_by=x")).body.error).toMatchObject({ param: "group_by" });
});

describe("a usage file", () => {
  async function file(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "flint-usage-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    return join(folder, "usage.json");
  }

  it("survives a restart, and is private to its owner", async () => {
    const usageFile = await file();
    const engine = createScriptEngine({ scenario });
    const responses = async () => {
      const server = await startServer({ engine, usageFile });
      await post(server, "ann", { input: "go" });
      const { body } = await ask(server, "ann", "/usage");
      await server.close();
      return body.total.responses;
    };
    expect(await responses()).toBe(1);
    expect(await responses()).toBe(2);
    expect((await stat(usageFile)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(usageFile, "utf8")).days).toHaveLength(1);
    await engine.close();
  });

  it.runIf(process.platform === "linux")(
    "that cannot be written is reported when the server starts",
    async () => {
      const engine = createScriptEngine({ scenario });
      await expect(startServer({ engine, usageFile: "/proc/flint/a/usage.json" })).rejects.toMatchObject({
        code: "usage_unwritable",
        message: expect.stringContaining("choose another path"),
      });
      await engine.close();
    },
  );

  it.each(["{", '{"version": 2}', '{"version": 1, "days": [{}], "sessions": []}'])(
    "that is damaged is refused and left unchanged: %s",
    async (text) => {
      const usageFile = await file();
      await writeFile(usageFile, text);
      const engine = createScriptEngine({ scenario });
      await expect(startServer({ engine, usageFile })).rejects.toMatchObject({
        code: "usage_unreadable",
        message: expect.stringContaining("move it away"),
      });
      expect(await readFile(usageFile, "utf8")).toBe(text);
      await engine.close();
    },
  );
});
