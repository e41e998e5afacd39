import { createUpstreamEngine, type UpstreamTarget } from "@flint/engine";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "./door/websocket/socket.fixture.ts";

/** A Flint whose tokens come from another server. */
function inFrontOf(target: UpstreamTarget) {
  return serve(createUpstreamEngine({ targets: [target], timeouts: { health: 20 } }));
}

const long = {
  tokens_per_second: 300,
  turns: [
    { when: { contains: "instead" }, steps: [{ text: "the other way" }] },
    { steps: [{ repeat: 4000, text: "word " }] },
  ],
};

const HTTP = { transport: "http", input: "whole" };
const WHOLE = { transport: "websocket", input: "whole" };
const NEW = { transport: "websocket", input: "new" };

describe.each([
  { way: "chat completions", api: "chat", webSocket: true, routes: [HTTP, HTTP] },
  { way: "responses over HTTP", api: "responses", webSocket: false, routes: [HTTP, HTTP] },
  { way: "responses over a socket", api: "responses", webSocket: true, routes: [WHOLE, NEW] },
] as const)("in front of another Flint, through its $way", ({ api, webSocket, routes }) => {
  const target = (url: string): UpstreamTarget => ({ preset: "flint", url, api, webSocket });

  it("a steer stops the upstream answer, and a successor follows", async () => {
    const behind = await serve(long, { metrics: true });
    const client = await Client.connect(await inFrontOf(target(behind.url)));
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.steer", previous_response_id: response.id, input: "do it instead" });
    const cut = (await client.next("response.incomplete")).response;
    expect(cut).toMatchObject({
      incomplete_details: { reason: "steered" },
      output: [{ status: "incomplete" }],
      flint: { timings: { upstream: routes[0] } },
    });
    const answer = await client.completed();
    expect(textOf(answer)).toBe("the other way");
    expect(answer.flint?.timings).toMatchObject({ continuation: "conversation", upstream: routes[1] });
    expect(await running(behind.port)).toBe(0);
  });

  it("a conversation sends only its new input where the route allows it", async () => {
    const turns = ["one", "two", "three"].map((name) => ({
      when: { contains: name },
      steps: [{ text: name }],
    }));
    const behind = await serve({ turns });
    const client = await Client.connect(await inFrontOf(target(behind.url)));
    let previous: string | undefined;
    const upstream = [];
    for (const input of ["one", "two", "three"]) {
      client.create({ input, ...(previous !== undefined && { previous_response_id: previous }) });
      const response = await client.completed();
      expect(textOf(response)).toBe(input);
      upstream.push(response.flint?.timings?.upstream);
      previous = response.id;
    }
    expect(upstream).toEqual([routes[0], routes[1], routes[1]]);
  });

  it("the upstream model's confidence is passed on", async () => {
    const behind = await serve({ turns: [{ confidence: 0.25, steps: [{ text: "perhaps" }] }] });
    const direct = await Client.connect(behind);
    direct.create();
    expect((await direct.completed()).flint?.confidence).toBe(0.25);
    const client = await Client.connect(await inFrontOf(target(behind.url)));
    client.create();
    expect((await client.completed()).flint?.confidence).toBe(0.25);
  });

  it("an interrupt stops the upstream answer", async () => {
    const behind = await serve(long, { metrics: true });
    const client = await Client.connect(await inFrontOf(target(behind.url)));
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.interrupt", response_id: response.id });
    await client.next("response.incomplete");
    expect(await running(behind.port)).toBe(0);
  });

  it("an upstream failure reaches only the client that asked", async () => {
    const turns = [
      {
        when: { contains: "fail" },
        steps: [{ text: "I" }, { error: { code: "engine_crashed" as const, message: "it died" } }],
      },
      { steps: [{ text: "fine" }] },
    ];
    const behind = await serve({ turns });
    const server = await inFrontOf(target(behind.url));
    const [one, other] = [await Client.connect(server), await Client.connect(server)];
    one.create({ input: "please fail" });
    other.create({ input: "please do not" });
    expect((await one.next("response.failed")).response.error).toMatchObject({
      code: "server_error",
      message: expect.stringContaining("it died"),
    });
    expect(textOf(await other.completed())).toBe("fine");
  });
});

it("an unreachable upstream server is named in answers and in the readiness check", async () => {
  const { url } = await inFrontOf({ preset: "vllm", url: "http://127.0.0.1:1/v1" });
  const ask = async (address: string, init?: RequestInit) => {
    const answer = await fetch(address, init);
    return { status: answer.status, ...(await answer.json()).error };
  };
  const message = expect.stringMatching(/127\.0\.0\.1:1.*check that it runs/);
  const post = { method: "POST", body: JSON.stringify({ input: "hi" }) };
  expect(await ask(`${url}/responses`, post)).toMatchObject({ code: "server_error", message });
  expect(await ask(`${url}/models`)).toMatchObject({ code: "server_error", message });
  expect(await ask(url.replace("/v1", "/readyz"))).toMatchObject({ status: 503, code: "not_ready", message });
});

it("a request that fails at the upstream server has no usage", async () => {
  const turns = [{ steps: [{ error: { code: "engine_crashed" as const, message: "it died" } }] }];
  const behind = await serve({ turns });
  const client = await Client.connect(await inFrontOf({ preset: "flint", url: behind.url, api: "chat" }));
  client.create({ input: "word ".repeat(1_000) });
  expect((await client.next("response.failed")).response.usage).toBeNull();
});

/** Answers that a server is giving, once those that were abandoned have had the time to end. */
async function running(port: number): Promise<number> {
  let last = -1;
  for (let attempt = 0; attempt < 200 && last !== 0; attempt++) {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
    last = Number(/^flint_responses_running (\d+)/m.exec(text)?.[1] ?? -1);
  }
  return last;
}
