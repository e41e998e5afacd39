import { once } from "node:events";
import type { GenerateRequest, Scenario } from "@flint/engine";
import { expect, it, vi } from "vitest";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve } from "../websocket/socket.fixture.ts";

const some: Scenario = { tokens_per_second: 100, turns: [{ steps: [{ repeat: 50, text: "word " }] }] };

it("a server closes only after its running responses have ended", async () => {
  const held: (() => void)[] = [];
  /** Takes its time to stop. */
  class SlowEngine extends WatchedEngine {
    override async openThread(options: { model: string }) {
      const thread = await super.openThread(options);
      return {
        ...thread,
        async *generate(request: GenerateRequest) {
          for await (const event of thread.generate(request)) {
            if (event.type === "finish") await new Promise<void>((resolve) => held.push(resolve));
            yield event;
          }
        },
      };
    }
  }
  const engine = new SlowEngine({ turns: [{ steps: [{ text: "one " }, { pause_ms: 600_000 }] }] });
  const server = await serve(engine, { limits: { drain: 20, socketClose: 20 } });
  const client = await Client.connect(server);
  for (const [stream_id, store] of [
    ["kept", true],
    ["not-kept", false],
  ] as const) {
    client.create({ stream_id, store });
    await client.next("response.output_text.delta", (frame) => frame.stream_id === stream_id);
  }
  let isClosed = false;
  const closed = server.close().then(() => {
    isClosed = true;
  });
  await client.untilClosed();
  await vi.waitFor(() => expect(held).toHaveLength(2));
  for (const letGo of held) {
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    letGo();
  }
  await closed;
});

it("a closing server announces it, lets responses finish, and closes its sockets with 1012", async () => {
  const server = await serve(some, { limits: { drainNotice: 600_000, drain: 60_000 } });
  const origin = server.url.replace("/v1", "");
  const client = await Client.connect(server);
  client.create();
  await client.next("response.output_text.delta");
  const closed = server.close();
  const ready = await fetch(`${origin}/readyz`);
  expect(ready.status).toBe(503);
  expect((await ready.json()).error.code).toBe("server_shutting_down");
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  // What a balancer sends it still is served.
  const late = await Client.connect(server);
  late.create({ stream_id: "late" });
  await late.next("response.output_text.delta");
  void server.close();
  const [one, other] = await Promise.all([client.completed(), late.completed()]);
  expect([one.status, other.status]).toEqual(["completed", "completed"]);
  expect([(await client.untilClosed()).code, (await late.untilClosed()).code]).toEqual([1012, 1012]);
  await closed;
  await expect(fetch(`${origin}/readyz`)).rejects.toThrow();
});

it("responses over the drain limit are cancelled and waiting ones refused before connections are cut", async () => {
  const engine = new WatchedEngine({ turns: [{ steps: [{ text: "one " }, { pause_ms: 600_000 }] }] });
  const server = await serve(engine, { limits: { drain: 20, socketClose: 600_000 } });
  const post = (path: string, body: object) =>
    fetch(`${server.url}/${path}`, { method: "POST", body: JSON.stringify({ model: "script", ...body }) });
  const client = await Client.connect(server);
  client.create();
  client.create({ input: "waits" });
  await client.next("response.output_text.delta");
  const stream = await post("responses", { input: "a", stream: true });
  const answering = once(engine, "generate");
  const answer = post("responses", { input: "b" });
  await answering;
  const completing = once(engine, "generate");
  const completion = post("chat/completions", { messages: [{ role: "user", content: "c" }] });
  await completing;
  const closed = server.close();
  expect((await client.next("response.incomplete")).response.status).toBe("cancelled");
  expect((await client.next("error")).error.code).toBe("server_shutting_down");
  expect((await client.untilClosed()).code).toBe(1012);
  expect(await stream.text()).toMatch(/event: response\.incomplete\ndata: .*"status":"cancelled"/);
  for (const refused of [await answer, await completion]) {
    expect(refused.status).toBe(503);
    expect((await refused.json()).error.code).toBe("server_shutting_down");
  }
  await closed;
});

it("a drain limit longer than a timer can wait cuts nothing short", async () => {
  const server = await serve(some, { limits: { drain: 40 * 24 * 60 * 60_000 } });
  const client = await Client.connect(server);
  client.create();
  await client.next("response.output_text.delta");
  const closed = server.close();
  expect((await client.completed()).status).toBe("completed");
  await closed;
});
