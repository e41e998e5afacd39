import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { createScriptEngine, type Scenario } from "@flint/engine";
import { type ResponseEvent, SseDecoder } from "@flint/protocol";
import { assertResponseConforms, assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import type { FlintServer } from "../../server.ts";
import { createMemoryStore } from "../../store/index.ts";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve, textOf } from "../websocket/socket.fixture.ts";

const well: Scenario = { turns: [{ steps: [{ text: "all is well" }] }] };

function post(server: FlintServer, body: unknown, init: RequestInit = {}): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(`${server.url}/responses`, { method: "POST", body: text, ...init });
}

/** The status and error of an answer in the API's error shape. */
async function errorOf(answer: Response | Promise<Response>) {
  const response = await answer;
  const { error } = await response.json();
  expect(Object.keys(error).sort()).toEqual(["code", "message", "param", "type"]);
  return { status: response.status, ...error };
}

/** A request with headers that `fetch` does not let one set. */
async function statusWith(server: FlintServer, headers: Record<string, string>): Promise<number | undefined> {
  const request = httpRequest(`${server.url}/models`, { headers });
  request.end();
  const [response] = await once(request, "response");
  response.resume();
  return response.statusCode;
}

describe("POST /v1/responses", () => {
  it("answers with the whole response", async () => {
    const server = await serve(well);
    const answer = await post(server, { input: "hi", model: "script" });
    expect(answer.status).toBe(200);
    const response = await answer.json();
    assertResponseConforms(response);
    expect(textOf(response)).toBe("all is well");
    expect(response).toMatchObject({ status: "completed", store: true });
  });

  it("streams conforming events, each named by its type", async () => {
    const server = await serve(well);
    const answer = await post(server, { input: "hi", stream: true });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const messages = new SseDecoder().push(await answer.text());
    const events = messages.map(({ data }) => JSON.parse(data) as ResponseEvent);
    assertStreamConforms(events);
    expect(messages.map(({ event }) => event)).toEqual(events.map(({ type }) => type));
    const client = await Client.connect(server);
    client.create({ input: "hi" });
    await client.completed();
    // Deltas that come closely together are sent as one, on either way.
    const unlike = (types: readonly string[]) => types.filter((type, at) => type !== types[at - 1]);
    expect(unlike(events.map(({ type }) => type))).toEqual(unlike(client.types()));
  });

  it("sends the first delta at once and groups those that follow closely", async () => {
    const steps = [{ text: "first " }, { pause_ms: 600_000 }];
    const waiting = await serve({ turns: [{ steps }] }, { limits: { deltaWait: 60_000 } });
    const held = (await post(waiting, { input: "hi", stream: true })).body?.getReader();
    let text = "";
    while (!text.includes("response.output_text.delta"))
      text += String(Buffer.from((await held?.read())?.value ?? []));
    await held?.cancel();

    const server = await serve(
      { tokens_per_second: 2_000, turns: [{ steps: [{ repeat: 60, text: "word " }] }] },
      { limits: { deltaWait: 60_000 } },
    );
    const reader = (await post(server, { input: "hi", stream: true })).body?.getReader();
    let pieces = 0;
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
      if (String(Buffer.from(piece.value)).includes("response.output_text.delta")) pieces += 1;
    }
    // The first, and the rest with the end of the text, which does not wait; the way may cut it once or twice more.
    expect(pieces).toBeLessThan(6);
  });

  it("keeps a stream alive with repeated response.in_progress", async () => {
    const server = await serve(
      { turns: [{ steps: [{ pause_ms: 150 }, { text: "well" }] }] },
      { limits: { keepAlive: 20 } },
    );
    const answer = await post(server, { input: "hi", stream: true });
    const events = new SseDecoder().push(await answer.text()).map(({ data }) => JSON.parse(data));
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === "response.in_progress").length).toBeGreaterThan(2);
    expect(types).not.toContain("keepalive");
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, at) => at));
  });

  it("continues a stored response, which GET returns as well", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "one" }] }, { steps: [{ text: "two" }] }] });
    const first = await (await post(server, { input: "a b c d e" })).json();
    const second = await (await post(server, { input: "f", previous_response_id: first.id })).json();
    expect(textOf(second)).toBe("two");
    expect(second.usage.input_tokens_details.cached_tokens).toBeGreaterThanOrEqual(first.usage.total_tokens);
    expect(await (await fetch(`${server.url}/responses/${first.id}`)).json()).toEqual(first);
  });

  it("tells a client that continues a running response to wait for its end", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "first" }, { pause_ms: 600_000 }] }] });
    const leave = new AbortController();
    const answer = await post(server, { input: "a", stream: true }, { signal: leave.signal });
    const { value } = (await answer.body?.getReader().read()) ?? {};
    const [created] = new SseDecoder().push(new TextDecoder().decode(value));
    const { id } = JSON.parse(created?.data ?? "").response;
    expect(await errorOf(post(server, { previous_response_id: id, input: "b" }))).toMatchObject({
      code: "previous_response_not_found",
      message: `response \`${id}\` cannot be continued, it still runs: continue it when it has ended`,
    });
    leave.abort();
  });

  it("stores nothing with store:false", async () => {
    const server = await serve(well);
    const first = await (await post(server, { input: "a", store: false })).json();
    const missing = await errorOf(fetch(`${server.url}/responses/${first.id}`));
    expect(missing).toMatchObject({ status: 404, code: "response_not_found" });
    const unknown = await errorOf(post(server, { input: "b", previous_response_id: first.id }));
    expect(unknown).toMatchObject({
      status: 400,
      code: "previous_response_not_found",
      param: "previous_response_id",
    });
  });

  it("keeps only the latest stored responses up to the store's limit", async () => {
    const store = createMemoryStore({ limits: { responses: 1 } });
    const server = await serve(well, { store });
    const first = await (await post(server, { input: "a" })).json();
    await (await post(server, { input: "b" })).json();
    expect((await fetch(`${server.url}/responses/${first.id}`)).status).toBe(404);
  });

  it("reuses the thread of earlier requests with the same prompt_cache_key", async () => {
    const server = await serve(well);
    const ask = { input: "a long question of many words", store: false, prompt_cache_key: "k" };
    await (await post(server, ask)).json();
    const again = await (await post(server, ask)).json();
    expect(again.usage.input_tokens_details.cached_tokens).toBe(again.usage.input_tokens);
  });

  it.each([
    ["context_length_exceeded", 400, "context_length_exceeded"],
    ["prompt_unsupported", 400, "invalid_prompt"],
    ["engine_crashed", 500, "server_error"],
    ["engine_busy", 429, "rate_limit_exceeded"],
    ["rate_limited", 429, "rate_limit_exceeded"],
  ] as const)(
    "answers the engine's %s with %i %s, and in a stream with response.failed and an error",
    async (code, status, api) => {
      const server = await serve({ turns: [{ steps: [{ error: { code, message: "this is why" } }] }] });
      expect(await errorOf(post(server, { input: "a" }))).toMatchObject({
        status,
        code: api,
        message: "this is why",
      });
      const text = await (await post(server, { input: "a", stream: true })).text();
      const [failed, error] = new SseDecoder()
        .push(text)
        .slice(-2)
        .map(({ data }) => JSON.parse(data));
      expect(failed).toMatchObject({
        type: "response.failed",
        response: { error: { code: api, message: "this is why" } },
      });
      expect(error).toMatchObject({
        type: "error",
        status,
        error: { code: api, message: "this is why", param: null },
        sequence_number: failed.sequence_number + 1,
      });
    },
  );

  it("runs no more responses at once than its limit", async () => {
    const server = await serve(
      { tokens_per_second: 100, turns: [{ steps: [{ repeat: 2000, text: "word " }] }] },
      { limits: { httpResponses: 1 } },
    );
    const running = await post(server, { input: "a", stream: true });
    const refused = await post(server, { input: "a" });
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await errorOf(refused)).toMatchObject({ status: 429, code: "rate_limit_exceeded" });
    await running.body?.cancel();
  });

  it("keeps to its limit for requests that waited together for the model list", async () => {
    const script = createScriptEngine({ scenario: well });
    const models = await script.models();
    let tell = (): void => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    let asked = 0;
    const engine = Object.assign(script, {
      models: async () => {
        asked++;
        if (asked === 3) tell();
        await told;
        return models;
      },
    });
    const server = await serve(engine, { limits: { httpResponses: 1 } });
    const answers = await Promise.all(["a", "b", "c"].map((input) => post(server, { input })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
  });

  it.each([true, false])("stops generation when the client goes away (stream: %s)", async (stream) => {
    const engine = new WatchedEngine({
      tokens_per_second: 100,
      turns: [{ steps: [{ repeat: 4000, text: "word " }] }],
    });
    const server = await serve(engine);
    const finished = once(engine, "finish");
    const leave = new AbortController();
    const answer = post(server, { input: "a", stream }, { signal: leave.signal });
    if (stream) {
      const reader = (await answer).body?.getReader();
      await reader?.read();
    } else {
      await once(engine, "generate");
    }
    leave.abort();
    await expect(answer.then((response) => response.text())).rejects.toThrow();
    expect((await finished)[0].reason).toBe("aborted");
  });

  it("refuses an invalid request with its code and field", async () => {
    const server = await serve(well);
    expect(await errorOf(post(server, "{"))).toMatchObject({ status: 400, code: "invalid_json" });
    expect(await errorOf(post(server, { input: 5 }))).toMatchObject({ status: 400, param: "input" });
    expect(await errorOf(post(server, { input: "a", temperature: 9 }))).toMatchObject({
      param: "temperature",
    });
    expect(await errorOf(post(server, { input: "a", background: true }))).toMatchObject({
      param: "background",
    });
    expect(await errorOf(post(server, { input: "a", generate: false }))).toMatchObject({
      code: "unsupported_parameter",
      param: "generate",
    });
    const unknown = await errorOf(post(server, { input: "a", model: "gpt-9" }));
    expect(unknown).toMatchObject({ status: 404, code: "model_not_found", param: "model" });
    expect(unknown.message).toContain("script");
  });

  it("refuses a body over the limit, with or without a content-length", async () => {
    const server = await serve(well, { limits: { bodyBytes: 1000 } });
    const body = JSON.stringify({ input: "x".repeat(2000) });
    const told = await errorOf(post(server, body));
    expect(told).toMatchObject({ status: 413, code: "body_too_large" });
    expect(told.message).toContain("1000 bytes");
    const stream = new Blob([body]).stream();
    const untold = await errorOf(post(server, "", { body: stream, duplex: "half" } as RequestInit));
    expect(untold).toMatchObject({ status: 413, code: "body_too_large" });
  });
});

describe("the other paths", () => {
  it("list the models for the API's clients and for Codex in one body", async () => {
    const server = await serve({ ...well, model: { id: "user/some-model:q4", contextLength: 4096 } });
    const list = await (await fetch(`${server.url}/models?client_version=0.169.0`)).json();
    expect(list).toMatchObject({
      object: "list",
      data: [{ id: "user/some-model:q4", object: "model", owned_by: "flint" }],
      models: [{ slug: "user/some-model:q4", context_window: 4096, apply_patch_tool_type: "freeform" }],
    });
    for (const field of [
      "display_name",
      "supported_reasoning_levels",
      "shell_type",
      "visibility",
      "supported_in_api",
      "priority",
      "support_verbosity",
      "truncation_policy",
      "experimental_supported_tools",
      "base_instructions",
    ]) {
      expect(list.models[0]).toHaveProperty(field);
    }
    expect(await (await fetch(`${server.url}/models/user/some-model:q4`)).json()).toEqual(list.data[0]);
    expect(await errorOf(fetch(`${server.url}/models/none`))).toMatchObject({
      status: 404,
      code: "model_not_found",
    });
  });

  it("answer HEAD, a GET without an upgrade and the health check", async () => {
    const server = await serve(well);
    expect((await fetch(`${server.url}/responses`, { method: "HEAD" })).status).toBe(200);
    const bare = await fetch(`${server.url}/responses`);
    expect(bare.headers.get("upgrade")).toBe("websocket");
    expect(await errorOf(bare)).toMatchObject({ status: 426 });
    expect(await (await fetch(`${server.url.replace("/v1", "")}/healthz`)).json()).toEqual({ status: "ok" });
  });

  it("refuse unknown paths and methods in the API's error shape", async () => {
    const server = await serve(well);
    expect(await errorOf(fetch(`${server.url}/nope`))).toMatchObject({ status: 404, code: "not_found" });
    const put = await fetch(`${server.url}/responses`, { method: "PUT" });
    expect(put.headers.get("allow")).toContain("POST");
    expect(await errorOf(put)).toMatchObject({ status: 405, code: "method_not_allowed" });
  });

  it("refuse bytes that are not HTTP in the API's error shape", async () => {
    const server = await serve(well);
    const socket = connect(server.port, "127.0.0.1");
    socket.end("this is no request\r\n\r\n");
    const answer = (await socket.toArray()).join("");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({ error: { code: "bad_request" } });
  });

  it("refuse host names and origins other than the server's own", async () => {
    const server = await serve(well);
    expect(await statusWith(server, { host: `localhost:${server.port}` })).toBe(200);
    expect(await statusWith(server, { host: `rebound.example:${server.port}` })).toBe(403);
    expect(await statusWith(server, { origin: "https://evil.example" })).toBe(403);
    expect(await statusWith(server, { origin: `http://127.0.0.1:${server.port}` })).toBe(200);
  });
});
