import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
import { resolveConfig } from "../config/index.ts";
import { checkUpstreams } from "../doctor/index.ts";
import { initializeSession } from "../sdk/index.ts";
import { upstreamsIn, upstreamTimeouts } from "./index.ts";

const EDITED = "const a = 1;\n";

async function serve(): Promise<string> {
  const turns = [{ steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] }];
  const engine = createScriptEngine({ scenario: { model: { id: "coder", contextLength: 4096 }, turns } });
  const server = await startServer({ engine, metrics: true });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  return server.url;
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

test("an edit uses the model of another server", async () => {
  const session = await initializeSession({ engine: `flint=${await serve()}` });
  onTestFinished(() => session.close());
  const { code } = await session.edit({ code: "var a = 1;\n", instruction: "use const" });
  expect(code).toBe(EDITED);
});

test("a model that the server does not have is refused with the models it has", async () => {
  const session = initializeSession({ engine: `flint=${await serve()}`, model: "other" });
  await expect(session).rejects.toMatchObject({
    name: "FlintError",
    serverCode: "model_not_found",
    message: expect.stringContaining("coder"),
  });
});

test("doctor reports what a server can do and how fast it is", async () => {
  const findings = await all(checkUpstreams(`flint=${await serve()}`, undefined));
  expect(findings.map(({ check, status }) => [check, status])).toEqual([
    ["upstream", "ok"],
    ["speed", "ok"],
  ]);
  expect(findings[0]?.facts).toMatchObject({
    models: [{ id: "coder", contextLength: 4096 }],
    ...{ responses: true, webSocket: true, chat: true, completions: false, tokenize: false, metrics: true },
    ...{ looksLike: "flint", counting: "exact", continuation: "conversation" },
  });
});

test("doctor suggests a better preset for a server", async () => {
  const [, advice] = await all(checkUpstreams(await serve(), undefined));
  expect(advice).toMatchObject({ status: "warning", remedy: expect.stringContaining("--engine flint=URL") });
});

test("the time to wait for an answer is a setting", async () => {
  const { config } = await resolveConfig({ upstreamFirstByte: "15m" }, { FLINT_UPSTREAM_SILENCE: "0" });
  expect(upstreamTimeouts(config)).toEqual({ firstByte: 900_000, silence: 0 });
  expect(upstreamTimeouts({})).toEqual({});
});

test("doctor waits for an answer only as long as the setting allows", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/v1/models") response.end(JSON.stringify({ data: [{ id: "m" }] }));
    else if (request.url !== "/v1/chat/completions") response.writeHead(404).end("{}");
    else
      request
        .resume()
        .on("end", () => response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1`;
  const findings = await all(checkUpstreams(`vllm=${url}`, "m", { firstByte: 100 }));
  expect(findings.at(-1)).toMatchObject({
    status: "broken",
    found: expect.stringMatching(/no answer in time.*--upstream-first-byte/),
  });
});

test("doctor reports an unreachable server as broken", async () => {
  const [finding] = await all(checkUpstreams("vllm=http://127.0.0.1:9/v1", undefined));
  expect(finding).toMatchObject({ status: "broken", found: expect.stringContaining("cannot connect") });
});

test.each([
  ["what", "bad_option", 'there is no server "what": name one such as vllm=http'],
  ["llama", "bad_option", "or none to use this machine"],
  ["openai", "key_missing", "set OPENAI_API_KEY"],
  ["vllm=gpu", "bad_url", "not a URL"],
])("--engine %s is refused", (text, code, message) => {
  expect(() => upstreamsIn(text, {})).toThrowError(
    expect.objectContaining({ name: "CliError", code, message: expect.stringContaining(message) }),
  );
});

test("an edit names the server that is down", async () => {
  const session = await initializeSession({ engine: "vllm=http://127.0.0.1:1/v1" });
  onTestFinished(() => session.close());
  const turn = session.edit({ code: "var a = 1;\n", instruction: "use const" });
  await expect(turn).rejects.toThrow(/127\.0\.0\.1:1.*check that it runs/);
});
