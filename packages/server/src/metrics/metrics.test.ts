import { createScriptEngine, type Engine, type EngineStats, type Scenario } from "@flint/engine";
import { describe, expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";

const scenario: Scenario = {
  turns: [
    { when: { contains: "crash" }, steps: [{ error: { code: "engine_crashed", message: "it died" } }] },
    { when: { contains: "wait" }, steps: [{ text: "one" }, { pause_ms: 60_000 }, { text: "two" }] },
    { steps: [{ text: "one two three" }] },
  ],
};

const stats: EngineStats = {
  state: "running",
  deaths: 3,
  hangs: 1,
  memory: 1_000,
  models: [{ id: "script", bytes: 900 }],
  modelLoads: 5,
  modelEvictions: 4,
  steps: { bounds: [0.1, 1], counts: [7, 2, 1], seconds: 12.5 },
};

function engine(told: Partial<EngineStats> = {}): Engine {
  return Object.assign(createScriptEngine({ scenario }), { stats: () => ({ ...stats, ...told }) });
}

function at(server: FlintServer, path: string): Promise<Response> {
  return fetch(server.url.replace(/\/v1$/, path));
}

/** The figures by their name and labels. */
async function figures(server: FlintServer): Promise<Map<string, number>> {
  const answer = await at(server, "/metrics");
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, series = "", value] = /^(\S+|\S+\{.*\}) (\S+)$/.exec(line) ?? [];
      expect(series, line).not.toBe("");
      return [series, Number(value)];
    }),
  );
}

function post(server: FlintServer, input: string): Promise<unknown> {
  const body = JSON.stringify({ input, model: "script" });
  return fetch(`${server.url}/responses`, { method: "POST", body }).then((answer) => answer.json());
}

describe("/metrics", () => {
  it("counts responses by how they ended, with their times and tokens", async () => {
    const server = await serve(scenario, { metrics: true });
    await post(server, "hi");
    await post(server, "hi");
    await post(server, "crash");
    const client = await Client.connect(server);
    client.create({ input: "wait" });
    const { response_id } = { response_id: (await client.next("response.created")).response.id };
    await client.next("response.output_text.delta");
    const during = await figures(server);
    expect([during.get("flint_responses_running"), during.get("flint_sockets")]).toEqual([1, 1]);
    client.send({ type: "response.interrupt", response_id });
    await client.next("response.incomplete");

    const found = await figures(server);
    const of = (series: string) => found.get(series);
    expect(of('flint_responses_total{model="script",status="completed"}')).toBe(2);
    expect(of('flint_responses_total{model="script",status="incomplete"}')).toBe(1);
    expect(of('flint_responses_total{model="script",status="failed"}')).toBe(1);
    expect(of('flint_response_errors_total{code="server_error"}')).toBe(1);
    for (const name of ["queue_seconds", "prefill_seconds"]) {
      expect(of(`flint_${name}_count{model="script"}`), name).toBe(4);
    }
    for (const name of ["first_token_seconds", "output_tokens", "drafted_tokens", "accepted_tokens"]) {
      expect(of(`flint_${name}_count{model="script"}`), name).toBe(3);
    }
    expect(of('flint_stop_seconds_count{model="script"}')).toBe(1);
    expect(of('flint_prefill_tokens_count{model="script",kind="new"}')).toBe(4);
    expect(of('flint_prefill_tokens_count{model="script",kind="reused"}')).toBe(4);
    expect(of("flint_responses_running")).toBe(0);
  });

  it("counts refusals by code, and takes no label from a client", async () => {
    const server = await serve(scenario, { metrics: true });
    const secret = "sk-secret-model";
    await fetch(`${server.url}/responses`, {
      method: "POST",
      body: JSON.stringify({ input: "x", model: secret }),
    });
    await at(server, `/${secret}`);
    const client = await Client.connect(server);
    client.send({ type: "response.create", model: secret, input: "x" });
    await client.next("error");

    const found = await figures(server);
    expect(found.get('flint_refusals_total{code="model_not_found"}')).toBe(2);
    expect(found.get('flint_refusals_total{code="not_found"}')).toBe(1);
    expect([...found.keys()].join()).not.toContain(secret);
  });

  it("counts unlisted models under one label, as clients choose their names", async () => {
    const script = createScriptEngine({ scenario });
    const [listed] = await script.models();
    const behind = Object.assign(script, {
      unlisted: (id: string) => (listed === undefined ? null : { ...listed, id }),
    });
    const server = await serve(behind, { metrics: true });
    for (const model of ["script", "script:one", "script:two"]) {
      await fetch(`${server.url}/responses`, {
        method: "POST",
        body: JSON.stringify({ input: "hi", model }),
      });
    }
    const found = await figures(server);
    const series = [...found.keys()].filter((name) => name.startsWith("flint_responses_total"));
    expect(series).toHaveLength(2);
    expect([...found.keys()].join()).not.toContain("script:");
  });

  it("counts a warm-up as a response, but not in the queue times", async () => {
    const server = await serve(scenario, { metrics: true });
    const client = await Client.connect(server);
    client.create({ generate: false });
    await client.completed();
    const found = await figures(server);
    expect(found.get('flint_responses_total{model="script",status="completed"}')).toBe(1);
    expect(found.has('flint_queue_seconds_count{model="script"}')).toBe(false);
  });

  it("shows creates that wait on a lane", async () => {
    const server = await serve(scenario, { metrics: true });
    const client = await Client.connect(server);
    client.create({ input: "wait" });
    client.create();
    client.create();
    await client.next("response.output_text.delta");
    expect((await figures(server)).get("flint_responses_queued")).toBe(2);
  });

  it("passes on the engine's own counters", async () => {
    const found = await figures(await serve(engine(), { metrics: true }));
    const of = (series: string) => found.get(`flint_engine_${series}`);
    expect(of("up")).toBe(1);
    expect(of("deaths_total")).toBe(3);
    expect(of("hangs_total")).toBe(1);
    expect(of("memory_bytes")).toBe(1_000);
    expect(of("models")).toBe(1);
    expect(of("model_loads_total")).toBe(5);
    expect(of("model_evictions_total")).toBe(4);
    const buckets = ["0.1", "1", "+Inf"].map((bound) => of(`step_seconds_bucket{le="${bound}"}`));
    expect(buckets).toEqual([7, 9, 10]);
    expect([of("step_seconds_count"), of("step_seconds_sum")]).toEqual([10, 12.5]);
  });

  it("is absent unless enabled, and refused for other origins", async () => {
    expect((await at(await serve(scenario), "/metrics")).status).toBe(404);
    const server = await serve(scenario, { metrics: true });
    const headers = { origin: "https://elsewhere.example" };
    const answer = await fetch(server.url.replace(/\/v1$/, "/metrics"), { headers });
    expect(answer.status).toBe(403);
  });
});

describe("/readyz", () => {
  it("is 200 while the engine accepts work, and 503 with the reason while it rests", async () => {
    expect((await at(await serve(engine()), "/readyz")).status).toBe(200);
    const answer = await at(await serve(engine({ state: "resting" })), "/readyz");
    expect(answer.status).toBe(503);
    expect((await answer.json()).error).toMatchObject({
      code: "not_ready",
      message: expect.stringContaining("flint doctor"),
    });
  });
});

describe("timings", () => {
  it("come with chat completions, whole and streamed", async () => {
    const server = await serve(scenario);
    const ask = (stream: boolean) =>
      fetch(`${server.url}/chat/completions`, {
        method: "POST",
        body: JSON.stringify({ model: "script", stream, messages: [{ role: "user", content: "hi" }] }),
      });
    const timings = { output_tokens: expect.any(Number), first_token_ms: expect.any(Number) };
    expect(await (await ask(false)).json()).toMatchObject({ flint: { timings } });
    const chunks = (await (await ask(true)).text())
      .split("\n\n")
      .filter((line) => line.startsWith("data: {"))
      .map((line) => JSON.parse(line.slice("data: ".length)));
    const told = chunks.filter((chunk) => chunk.flint !== undefined);
    expect(told).toMatchObject([{ flint: { timings }, choices: [{ finish_reason: "stop" }] }]);
  });

  it("come with responses that fail or are cancelled", async () => {
    const server = await serve(scenario);
    expect(await post(server, "crash")).toHaveProperty("error");
    const client = await Client.connect(server);
    client.create({ input: "crash" });
    const failed = (await client.next("response.failed")).response;
    expect(failed.flint?.timings).toMatchObject({ first_token_ms: null, output_tokens: 0 });

    client.create({ input: "wait", store: true });
    const { id } = (await client.next("response.created")).response;
    await client.next("response.output_text.delta");
    await fetch(`${server.url}/responses/${id}/cancel`, { method: "POST" });
    const cancelled = (await client.next("response.incomplete")).response;
    expect(cancelled.status).toBe("cancelled");
    const timings = cancelled.flint?.timings;
    expect(timings?.stop_ms).toBeLessThanOrEqual(timings?.total_ms ?? 0);
    expect(timings?.first_token_ms).toBeLessThanOrEqual(timings?.total_ms ?? 0);
  });
});
