import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { collectOutput, Workspace } from "./flint.fixture.ts";
import { SCENARIO } from "./scenario.fixture.ts";

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

let workspace: Workspace;
let collector: Server;
const received: { path: string | undefined; text: string }[] = [];
beforeAll(async () => {
  workspace = await Workspace.open();
  await workspace.file("scenario.json", JSON.stringify(SCENARIO));
  collector = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    received.push({ path: request.url, text });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => collector.close(resolve));
  await workspace.dispose();
});

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CALLER = "b7ad6b7169203331";

test("responses reach the collector as spans with parts, in the client's trace and without code", {
  timeout: 60_000,
}, async () => {
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const { url, child } = await workspace.serve(["--engine", "script", "--scenario", "scenario.json"], {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_SERVICE_NAME: "flint-test",
      OTEL_RESOURCE_ATTRIBUTES: "service.namespace=lab%2C",
    },
  });
  const ended = collectOutput(child);
  const input = "```js\nvar swordfish = 1\n```\nuse const";
  const headers = { traceparent: `00-${TRACE}-${CALLER}-01` };
  const answer = await fetch(`${url}/responses`, {
    method: "POST",
    headers,
    body: JSON.stringify({ input }),
  });
  const { id } = await answer.json();
  await overSocket(url, { input, metadata: headers });
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);

  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(["/v1/traces"]));
  const text = received.map((one) => one.text).join("");
  expect(text).toContain("flint-test");
  expect(text).toContain('"lab,"');
  expect(text).not.toContain("swordfish");
  const spans = received.flatMap((one) => spansIn(JSON.parse(one.text)));
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  const responses = spans.filter(({ name }) => name === "response");
  expect(responses.map(({ parentSpanId }) => parentSpanId)).toEqual([CALLER, CALLER]);
  const [first] = responses;
  expect(first?.attributes).toContainEqual({ key: "gen_ai.response.id", value: { stringValue: id } });
  expect(first?.attributes).toContainEqual({
    key: "flint.response.status",
    value: { stringValue: "completed" },
  });
  const parts = spans.filter(({ parentSpanId }) => parentSpanId === first?.spanId);
  expect(parts.map(({ name }) => name)).toEqual(["queue", "prefill", "generate"]);
  for (const part of parts) {
    expect(BigInt(part.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(first?.startTimeUnixNano ?? 0));
    expect(BigInt(part.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(part.startTimeUnixNano));
  }
});

test("an unreachable collector disturbs neither responses nor the stop", { timeout: 60_000 }, async () => {
  const { url, child } = await workspace.serve(["--engine", "script", "--scenario", "scenario.json"], {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9", OTEL_EXPORTER_OTLP_TIMEOUT: "200" },
  });
  const ended = collectOutput(child);
  const answer = await fetch(`${url}/responses`, { method: "POST", body: JSON.stringify({ input: "go" }) });
  expect(answer.status).toBe(200);
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test("a collector that does not answer does not hold up the stop", {
  timeout: 60_000,
}, async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => silent.closeAllConnections());
  onTestFinished(() => void silent.close());
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const { url, child } = await workspace.serve(["--engine", "script", "--scenario", "scenario.json"], {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_TIMEOUT: "600000" },
  });
  const ended = collectOutput(child);
  await fetch(`${url}/responses`, { method: "POST", body: JSON.stringify({ input: "go" }) });
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("the last traces were not sent: no answer within 2000 ms"),
  });
});

function spansIn(body: { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }): Span[] {
  return body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

function overSocket(url: string, fields: object): Promise<void> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/responses`);
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("open", () => socket.send(JSON.stringify({ type: "response.create", ...fields })));
    socket.on("message", (data) => {
      const { type } = JSON.parse(String(data));
      if (type !== "response.completed") return;
      socket.close();
      resolve();
    });
  });
}
