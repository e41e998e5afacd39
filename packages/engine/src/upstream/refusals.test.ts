import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { ask, asks, useEngine } from "./asking.fixture.ts";
import { type Behaviour, useTestServer } from "./server.fixture.ts";

async function before(behaviour: Behaviour) {
  const server = await useTestServer();
  server.behave(
    async (asked, response, nth) =>
      asked.path === "/v1/chat/completions" && (await behaviour(asked, response, nth)),
  );
  return { server, engine: useEngine({ targets: [{ preset: "vllm", url: server.url }] }) };
}

function refuse(response: ServerResponse, error: unknown): true {
  response.writeHead(400, { "content-type": "application/json" });
  response.end(JSON.stringify({ error }));
  return true;
}

test("a format that the server finds invalid fails its own request only, and the next format is sent", async () => {
  const schema = { type: "object", additionalProperties: false };
  const format = { type: "json_schema", name: "x", strict: true, schema } as const;
  const { server, engine } = await before((asked, response) =>
    JSON.stringify(asked.body.response_format).includes("additionalProperties")
      ? false
      : refuse(response, { message: "Invalid schema for response_format 'x'", param: "response_format" }),
  );
  const wrong = await ask(engine, asks("Tell me."), { format: { ...format, schema: { type: "object" } } });
  expect(wrong.finish.error?.code).toBe("prompt_unsupported");
  expect((await ask(engine, asks("Tell me."), { format })).finish.reason).toBe("stop");
  expect(server.asked.map(({ body }) => "response_format" in body)).toEqual([true, true]);
});

test("a value that the server refuses is left out only of requests that have it", async () => {
  const message =
    "1 validation error:\n  {'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), 'msg': \"Input should be 'low'\"}";
  const { server, engine } = await before((asked, response) =>
    asked.body.reasoning_effort === "minimal" ? refuse(response, { message, param: null }) : false,
  );
  for (const reasoningEffort of ["minimal", "low", "minimal"] as const)
    expect((await ask(engine, asks("Tell me.", { reasoningEffort }))).finish.reason).toBe("stop");
  const efforts = server.asked.map(({ body }) => body.reasoning_effort);
  expect(efforts).toEqual(["minimal", undefined, "low", undefined]);
});

test("concurrent first requests are each sent again without the field that the server refuses", async () => {
  let refuseAll: () => void = () => undefined;
  const allCame = new Promise<void>((resolve) => {
    refuseAll = resolve;
  });
  const { engine } = await before(async (asked, response, nth) => {
    if (!("temperature" in asked.body)) return false;
    if (nth === 3) refuseAll();
    await allCame;
    const message = "Unsupported value: 'temperature' does not support 0 with this model.";
    return refuse(response, { message, param: "temperature", code: "unsupported_value" });
  });
  const answers = await Promise.all([1, 2, 3].map(() => ask(engine)));
  expect(answers.map(({ finish }) => finish.reason)).toEqual(["stop", "stop", "stop"]);
});
