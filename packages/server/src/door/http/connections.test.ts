import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Scenario } from "@flint/engine";
import { describe, expect, it, onTestFinished } from "vitest";
import type { FlintServer } from "../../server.ts";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve, textOf } from "../websocket/socket.fixture.ts";

const well: Scenario = { turns: [{ steps: [{ text: "all is well" }] }] };
const endless: Scenario = { turns: [{ steps: [{ text: "first " }, { pause_ms: 600_000 }] }] };

/** An engine whose models are known only once the test says so. */
class LateEngine extends WatchedEngine {
  readonly asked: Promise<void>;
  readonly #known: Promise<void>;
  #ask: () => void = () => {};
  know: () => void = () => {};

  constructor(scenario: Scenario) {
    super(scenario);
    this.asked = new Promise((resolve) => {
      this.#ask = resolve;
    });
    this.#known = new Promise((resolve) => {
      this.know = resolve;
    });
  }

  override async models() {
    this.#ask();
    await this.#known;
    return super.models();
  }
}

function requestText(body: object, path = "/v1/responses"): string {
  const text = JSON.stringify(body);
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
}

/** A bare connection, and what it has been sent. */
async function connected(server: FlintServer): Promise<{ socket: Socket; text: () => string }> {
  const socket = connect(server.port, "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
  });
  let text = "";
  socket.setEncoding("utf8").on("data", (piece) => {
    text += piece;
  });
  await once(socket, "connect");
  return { socket, text: () => text };
}

/** Resolves with how that many answers ended. */
function finishes(engine: WatchedEngine, count: number): Promise<string[]> {
  const reasons: string[] = [];
  return new Promise((resolve) => {
    engine.on("finish", ({ reason }) => {
      reasons.push(reason);
      if (reasons.length === count) resolve(reasons);
    });
  });
}

describe("a body without a content-length", () => {
  const chunked = (server: FlintServer, input: string) =>
    fetch(`${server.url}/responses`, {
      method: "POST",
      body: new Blob([JSON.stringify({ input })]).stream(),
      duplex: "half",
    } as RequestInit);

  it("is read", async () => {
    const answer = await chunked(await serve(well), "hi ".repeat(50_000));
    expect(answer.status).toBe(200);
    expect(textOf(await answer.json())).toBe("all is well");
  });

  it("is refused over the limit, and the server goes on", async () => {
    const server = await serve(well, { limits: { bodyBytes: 10_000 } });
    const answer = await chunked(server, "x".repeat(1_000_000));
    expect([answer.status, (await answer.json()).error.code]).toEqual([413, "body_too_large"]);
    expect((await chunked(server, "hi")).status).toBe(200);
  });
});

describe("requests over the limit of all request bytes", () => {
  const limits = { allRequestBytes: 100_000 };
  const statusOf = async (server: FlintServer, bytes: number) => {
    const body = JSON.stringify({ input: "x".repeat(bytes), store: false });
    const answer = await fetch(`${server.url}/responses`, { method: "POST", body });
    await answer.body?.cancel();
    return answer.status;
  };

  it("are refused while a partial body holds the space, and accepted once its client is gone", async () => {
    const server = await serve(well, { limits });
    const { socket } = await connected(server);
    socket.write(requestText({ input: "x".repeat(90_000) }).slice(0, -10_000));
    await expect.poll(() => statusOf(server, 40_000)).toBe(429);
    expect(await statusOf(server, 1_000)).toBe(200);
    socket.destroy();
    await expect.poll(() => statusOf(server, 40_000)).toBe(200);
  });

  it("are refused while another's response holds the space, and accepted once it ends", async () => {
    const server = await serve(endless, { limits });
    const left = new AbortController();
    const body = JSON.stringify({ input: "x".repeat(90_000), store: false, stream: true });
    await fetch(`${server.url}/responses`, { method: "POST", body, signal: left.signal });
    const input = "x".repeat(40_000);
    const next = () =>
      fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify({ input, stream: true }) });
    const refused = await next();
    expect([refused.status, (await refused.json()).error.code]).toEqual([429, "rate_limit_exceeded"]);
    left.abort();
    await expect
      .poll(async () => {
        const { status, body } = await next();
        await body?.cancel();
        return status;
      })
      .toBe(200);
  });

  it("are accepted again once a chat client has left before its request was admitted", async () => {
    const engine = new LateEngine(well);
    const server = await serve(engine, { limits });
    const { socket } = await connected(server);
    const messages = [{ role: "user", content: "x".repeat(90_000) }];
    socket.write(requestText({ messages, stream: true }, "/v1/chat/completions"));
    await engine.asked;
    socket.destroy();
    // By its answer the server has seen that the other connection is closed.
    await fetch(new URL("/healthz", server.url));
    engine.know();
    await expect.poll(() => statusOf(server, 40_000)).toBe(200);
  });
});

it("no response runs for a client that left before its answer began", async () => {
  const engine = new LateEngine(endless);
  const server = await serve(engine, { limits: { drain: 600_000 } });
  const { socket } = await connected(server);
  socket.write(requestText({ input: "hi" }));
  await engine.asked;
  socket.destroy();
  // By its answer the server has seen that the other connection is closed.
  await fetch(`${server.url.replace("/v1", "")}/healthz`);
  engine.know();
  // It waits for what runs.
  await server.close();
});

it("pipelined requests are all stopped when their connection closes", async () => {
  const engine = new WatchedEngine(endless);
  const server = await serve(engine);
  const finished = finishes(engine, 3);
  const begun = new Promise<void>((resolve) => {
    let count = 0;
    engine.on("generate", () => {
      if (++count === 3) resolve();
    });
  });
  const { socket } = await connected(server);
  socket.write(
    requestText({ input: "one", stream: true }) +
      requestText({ input: "two", stream: true }) +
      requestText({ input: "three" }),
  );
  await begun;
  socket.destroy();
  expect(await finished).toEqual(["aborted", "aborted", "aborted"]);
  await server.close();
});

it("pipelined requests are answered in order", async () => {
  const server = await serve(well);
  const { socket, text } = await connected(server);
  socket.write(requestText({ input: "one", stream: true }) + requestText({ input: "two" }));
  const answers = () => text().split("HTTP/1.1 200 OK");
  while (!answers()[2]?.includes('"object":"response"')) await once(socket, "data");
  const [, first, second] = answers();
  expect(first).toContain("event: response.completed");
  expect(second).toContain("application/json");
});

it("bytes that are not HTTP in the middle of an answer close the connection silently", async () => {
  const engine = new WatchedEngine(endless);
  const server = await serve(engine);
  const finished = finishes(engine, 1);
  const { socket, text } = await connected(server);
  socket.write(requestText({ input: "hi", stream: true }));
  while (!text().includes("output_text.delta")) await once(socket, "data");
  socket.write("this is no HTTP\r\n\r\n");
  await once(socket, "close");
  expect(text().split("HTTP/1.1")).toHaveLength(2);
  expect(await finished).toEqual(["aborted"]);
});

it("a connection left open after a refused upgrade does not keep the server from closing", async () => {
  const server = await serve(well);
  const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
  onTestFinished(() => {
    socket.destroy();
  });
  const head = ["GET /elsewhere HTTP/1.1", "host: 127.0.0.1", "connection: upgrade", "upgrade: websocket"];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 4\d\d /);
  await server.close();
});

it("a HEAD request for a stream does not count as a reader that keeps the response going", async () => {
  const engine = new WatchedEngine(endless);
  const server = await serve(engine);
  const finished = finishes(engine, 1);
  const client = await Client.connect(server);
  client.create({ store: true, flint: { grace: 50 } });
  const { response } = await client.next("response.created");
  const url = `${server.url}/responses/${response.id}?stream=true`;
  expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
  client.socket.terminate();
  expect(await finished).toEqual(["aborted"]);
});

describe("events larger than the limit of unread bytes", () => {
  const limits = { unreadBytes: 100_000 };
  const instructions = "x".repeat(1_000_000);

  it("reach a client over HTTP", async () => {
    const server = await serve(well, { limits });
    const body = JSON.stringify({ input: "hi", instructions, stream: true });
    const answer = await fetch(`${server.url}/responses`, { method: "POST", body });
    expect(await answer.text()).toContain("event: response.completed");
  });

  it("reach a client over a WebSocket", async () => {
    const client = await Client.connect(await serve(well, { limits }));
    client.create({ instructions });
    expect((await client.completed()).instructions).toBe(instructions);
  });
});
