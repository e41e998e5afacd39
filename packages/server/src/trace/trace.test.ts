import { createScriptEngine, type Engine, type GenerateRequest } from "@flint/engine";
import { expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";
import { traceContextOf } from "./index.ts";

const PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const OTHER = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

/** A script engine that notes what it is told of traces. */
function tracedEngine() {
  const engine: Engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });
  const traces: GenerateRequest["trace"][] = [];
  const open = engine.openThread.bind(engine);
  engine.openThread = async (options) => {
    const thread = await open(options);
    const generate = thread.generate.bind(thread);
    thread.generate = (request) => {
      traces.push(request.trace);
      return generate(request);
    };
    return thread;
  };
  return { engine, traces };
}

it("a client's trace reaches the engine from headers or metadata, and metadata takes precedence", async () => {
  const { engine, traces } = tracedEngine();
  const server = await serve(engine);
  // Each another conversation, for which a thread is opened.
  let asked = 0;
  const post = (headers: Record<string, string>, body: object) =>
    fetch(`${server.url}/responses`, {
      method: "POST",
      headers,
      body: JSON.stringify({ input: `go ${++asked}`, ...body }),
    });
  await (await post({}, {})).text();
  await (await post({ traceparent: PARENT, tracestate: "a=b" }, {})).text();
  await (await post({ traceparent: PARENT }, { metadata: { traceparent: OTHER } })).text();
  const socket = await Client.connect(server);
  socket.create({ metadata: { traceparent: OTHER, tracestate: "c=d" } });
  await socket.completed();
  expect(traces).toEqual([
    undefined,
    { traceparent: PARENT, tracestate: "a=b" },
    { traceparent: OTHER },
    { traceparent: OTHER, tracestate: "c=d" },
  ]);
});

it.each([
  "",
  "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
  "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  "00-00000000000000000000000000000000-b7ad6b7169203331-01",
  "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
  `${PARENT}\r\nx: y`,
])("an invalid traceparent is ignored: %j", (text) => {
  expect(traceContextOf(text)).toBeNull();
});

it("a tracestate that is too long is left out", () => {
  expect(traceContextOf(PARENT, "x".repeat(513))).toEqual({ traceparent: PARENT });
});
