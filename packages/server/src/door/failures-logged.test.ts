import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createScriptEngine, createUpstreamEngine, type Engine } from "@flint/engine";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { startServer } from "../server.ts";

/** What a response to that input fails with, and what the log has of it. */
async function failing(engine: Engine, input: string) {
  const lines: string[] = [];
  const logger = pino({ level: "info", base: null }, { write: (line: string) => void lines.push(line) });
  const server = await startServer({ engine, logger });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  const body = JSON.stringify({ model: (await engine.models())[0]?.id, input });
  const answer = await fetch(`${server.url}/responses`, { method: "POST", body });
  return { answer: await answer.text(), lines };
}

it("a request that is too long is logged as one line, without a stack or a warning", async () => {
  const engine = createScriptEngine({
    scenario: { model: { contextLength: 50 }, turns: [{ steps: [{ text: "well" }] }] },
  });
  const { lines } = await failing(engine, "word ".repeat(100));
  const told = lines.map((line) => JSON.parse(line)).filter(({ code }) => code !== undefined);
  expect(told).toEqual([
    {
      ...{ level: 30, time: expect.any(Number), msg: "a response failed" },
      response: expect.stringMatching(/^resp_/),
      code: "context_length_exceeded",
      reason: expect.stringContaining("send less"),
    },
  ]);
});

it.each([400, 413, 429, 500])(
  "an upstream error with status %i reaches the client but not the log, as it may repeat the prompt",
  async (status) => {
    const behind = createServer((request, response) => {
      const isList = request.url?.endsWith("/models");
      const said = { error: { message: "cannot take 'my secret words' with key sk-1234", type: "x" } };
      response.writeHead(isList ? 200 : status, { "content-type": "application/json" });
      response.end(JSON.stringify(isList ? { object: "list", data: [{ id: "m", object: "model" }] } : said));
    });
    await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void behind.close());
    const url = `http://127.0.0.1:${(behind.address() as AddressInfo).port}/v1`;
    const engine = createUpstreamEngine({ targets: [{ preset: "vllm", url }] });
    const { answer, lines } = await failing(engine, "my secret words");
    expect(answer).toContain("my secret words");
    expect(lines.join("")).toMatch(/"code":"\w+","reason":"/);
    expect(lines.join("")).not.toMatch(/secret words|sk-1234/);
  },
);

it("the text of an upstream failure reaches no other request, log or warning", async () => {
  let isBroken = false;
  const behind = createServer((_request, response) => {
    const said = { error: { message: "out of memory for 'my secret words'", type: "x" } };
    response.writeHead(isBroken ? 500 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(isBroken ? said : { object: "list", data: [{ id: "m", object: "model" }] }));
  });
  await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void behind.close());
  const url = `http://127.0.0.1:${(behind.address() as AddressInfo).port}/v1`;
  const warnings: string[] = [];
  const engine = createUpstreamEngine({
    targets: [{ preset: "vllm", url }],
    limits: { failures: 1, retries: 0 },
    onWarning: (text) => warnings.push(text),
  });
  await engine.models();
  isBroken = true;
  const first = await failing(engine, "my secret words");
  const second = await failing(engine, "other words");
  expect(first.answer).toContain("my secret words");
  expect(second.answer).toMatch(/failed \(500\).*it has failed several times/);
  expect(warnings).toEqual([expect.stringMatching(/is down: .*500/)]);
  expect([second.answer, ...first.lines, ...second.lines, ...warnings].join("")).not.toContain(
    "secret words",
  );
});
