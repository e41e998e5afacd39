import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve, textOf } from "./socket.fixture.ts";

const long: Scenario = {
  tokens_per_second: 300,
  turns: [{ steps: [{ repeat: 4000, text: "word " }] }],
};
const short: Scenario = { tokens_per_second: 300, turns: [{ steps: [{ text: "a b c d e f g h" }] }] };

/** The status and body of a refused upgrade. */
function refusal(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; code: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on("open", () => reject(new Error("the upgrade was accepted")));
    socket.on("error", () => {});
    socket.on("unexpected-response", (_, response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        const body = JSON.parse(String(Buffer.concat(parts)));
        resolve({ status: response.statusCode ?? 0, code: body.error.code });
      });
    });
  });
}

describe("the upgrade", () => {
  it("is refused for other paths, host names and origins", async () => {
    const server = await serve(short);
    const base = server.url.replace("http", "ws");
    expect(await refusal(`${base}/models`)).toEqual({ status: 404, code: "not_found" });
    const url = `${base}/responses`;
    expect(await refusal(url, { host: `evil.example:${server.port}` })).toEqual({
      status: 403,
      code: "host_not_allowed",
    });
    for (const origin of ["https://evil.example", "http://localhost:1", "null"]) {
      expect(await refusal(url, { origin })).toEqual({ status: 403, code: "origin_not_allowed" });
    }
    const own = new WebSocket(url, { origin: `http://127.0.0.1:${server.port}` });
    await new Promise((resolve) => own.once("open", resolve));
    own.terminate();
  });

  it("is answered with 426 where WebSocket is off", async () => {
    const server = await serve(short, { webSocket: false });
    const url = `${server.url.replace("http", "ws")}/responses`;
    expect(await refusal(url)).toEqual({ status: 426, code: "websocket_disabled" });
  });

  it("is refused with 503 when there are too many connections", async () => {
    const server = await serve(short, { limits: { connections: 1 } });
    await Client.connect(server);
    const url = `${server.url.replace("http", "ws")}/responses`;
    expect(await refusal(url)).toEqual({ status: 503, code: "too_many_connections" });
  });
});

describe("keep-alive", () => {
  it("is sent during a prefill, with its progress", async () => {
    const server = await serve({ ...short, prefill_tokens_per_second: 100 }, { limits: { keepAlive: 20 } });
    const client = await Client.connect(server);
    client.create({ input: "word ".repeat(1000) });
    const { response } = await client.next("response.created");
    const alive = await client.next("keepalive", (frame) => frame.flint !== undefined);
    expect(alive.flint?.prefill?.total).toBeGreaterThan(1000);
    expect(alive.flint?.prefill?.done).toBeGreaterThan(0);
    client.send({ type: "response.interrupt", response_id: response.id });
    await client.next("response.incomplete");
    const numbers = client.frames.map((frame) => frame.sequence_number);
    expect(numbers).toEqual(numbers.map((_, at) => at));
    await client.settle();
    expect(client.types().at(-1)).toBe("response.incomplete");
  });

  it("is sent while the engine is silent for long", async () => {
    const server = await serve(
      { turns: [{ steps: [{ pause_ms: 200 }, { text: "well" }] }] },
      { limits: { keepAlive: 20 } },
    );
    const client = await Client.connect(server);
    client.create();
    await client.next("keepalive");
    await client.next("keepalive");
    expect(textOf(await client.completed())).toBe("well");
  });
});

describe("a limit of 0 that means no limit", () => {
  it.each(["connectionAge", "keepAlive", "pingInterval"])(
    "%s leaves a connection and its responses alone",
    async (name) => {
      const steps = [{ text: "well " }, { pause_ms: 50 }, { text: "done" }];
      const server = await serve({ turns: [{ steps }] }, { limits: { [name]: 0 } });
      const client = await Client.connect(server);
      client.create();
      expect((await client.completed()).status).toBe("completed");
      expect(client.types()).not.toContain("keepalive");
      client.create();
      expect((await client.completed()).status).toBe("completed");
    },
  );
});

describe("a connection's age", () => {
  it("closes an idle connection after an error that gives the reason", async () => {
    const server = await serve(short, { limits: { connectionAge: 30 } });
    const client = await Client.connect(server);
    expect((await client.next("error")).error.code).toBe("websocket_connection_limit_reached");
    expect((await client.untilClosed()).code).toBe(1001);
  });

  it("may be longer than a timer can wait", async () => {
    const server = await serve(short, { limits: { connectionAge: 2 ** 40 } });
    const client = await Client.connect(server);
    client.create();
    await client.completed();
    client.create();
    await client.completed();
  });

  it("lets a running response end, and refuses new creates meanwhile", async () => {
    const server = await serve(
      { tokens_per_second: 200, turns: [{ steps: [{ repeat: 40, text: "word " }] }] },
      { limits: { connectionAge: 50 } },
    );
    const client = await Client.connect(server);
    client.create();
    await client.next("response.output_text.delta");
    const refused = client.next("error");
    const timer = setInterval(() => client.create({ stream_id: "b" }), 100);
    expect(await refused).toMatchObject({ status: 400, stream_id: "b" });
    clearInterval(timer);
    await client.completed();
    expect((await client.untilClosed()).code).toBe(1001);
  });
});

describe("size limits", () => {
  it("close the socket with 1009 on a frame over the limit", async () => {
    const server = await serve(short, { limits: { frameBytes: 1000 } });
    const client = await Client.connect(server);
    client.create({ input: "x".repeat(2000) });
    expect((await client.untilClosed()).code).toBe(1009);
  });

  it("refuse a create over its connection's request bytes, while another connection is served", async () => {
    const server = await serve(long, { limits: { requestBytes: 64 * 1024 } });
    const [client, other] = [await Client.connect(server), await Client.connect(server)];
    const input = "x".repeat(20 * 1024);
    client.create({ input });
    const { response } = await client.next("response.created");
    for (const stream_id of ["a", "a"]) client.create({ input, stream_id });
    client.create({ input, stream_id: "b" });
    const refused = await client.next("error");
    expect(refused).toMatchObject({ status: 429, stream_id: "b", error: { code: "rate_limit_exceeded" } });
    other.create({ input, store: false });
    await other.next("response.created");
    client.send({ type: "response.interrupt", response_id: response.id });
    await client.next("response.incomplete");
    client.create({ input, stream_id: "b" });
    await client.next("response.created", (frame) => frame.stream_id === "b");
  });

  it("close a socket that leaves too much unread, and stop its response", async () => {
    // An event for each token: far more bytes than the system keeps for a socket, before the context ends the answer.
    const engine = new WatchedEngine({
      burst: 1,
      turns: [{ steps: [{ repeat: 60_000, text: `${"x".repeat(10_000)} ` }] }],
    });
    const server = await serve(engine, { limits: { unreadBytes: 256 * 1024, socketClose: 100 } });
    const client = await Client.connect(server);
    const finished = once(engine, "finish");
    client.socket.pause();
    client.create();
    const [finish] = await finished;
    expect(finish.reason).toBe("aborted");
    client.socket.resume();
    expect([1006, 1013]).toContain((await client.untilClosed()).code);
    expect(client.types()).not.toContain("response.completed");
  });
});

describe("close()", () => {
  it("closes idle sockets with 1012 at once and refuses new connections", async () => {
    const server = await serve(short);
    const client = await Client.connect(server);
    await server.close();
    expect((await client.untilClosed()).code).toBe(1012);
    await expect(fetch(`${server.url}/models`)).rejects.toThrow();
  });

  it("lets running responses end, and starts no new ones and no successors", async () => {
    const server = await serve(short);
    const client = await Client.connect(server);
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.steer", previous_response_id: response.id, input: "more" });
    await client.next("response.steer.accepted");
    const closed = server.close();
    client.create({ stream_id: "b" });
    expect(await client.next("error")).toMatchObject({
      status: 503,
      error: { code: "server_shutting_down" },
    });
    expect(textOf(await client.completed())).toBe("a b c d e f g h");
    const failed = await client.next("response.steer.failed");
    expect(failed.error.code).toBe("successor_creation_failed");
    await closed;
    expect((await client.untilClosed()).code).toBe(1012);
  });

  it("waits no longer than the drain limit", async () => {
    const server = await serve(long, { limits: { drain: 50 } });
    const client = await Client.connect(server);
    client.create();
    await client.next("response.output_text.delta");
    const before = performance.now();
    await server.close();
    expect(performance.now() - before).toBeLessThan(1500);
    expect((await client.untilClosed()).code).toBe(1012);
  });
});
