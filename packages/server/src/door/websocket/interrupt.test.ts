import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { SteppedEngine } from "../stepped-engine.fixture.ts";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve, textOf } from "./socket.fixture.ts";

const long: Scenario = {
  tokens_per_second: 200,
  turns: [
    { steps: [{ reasoning: "hm" }, { repeat: 4000, text: "word " }] },
    { when: { contains: "brief" }, steps: [{ text: "well" }] },
  ],
};

describe("response.interrupt", () => {
  it("ends the response, drops its open item, keeps finished ones, and the chain goes on", async () => {
    const server = await serve(long);
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.interrupt", response_id: response.id, mode: "discard_partial_items" });
    await client.next("response.interrupt.accepted");
    const interrupted = await client.next("response.output_item.interrupted");
    const end = await client.next("response.incomplete");
    const after = client.frames.slice(client.types().indexOf("response.interrupt.accepted") + 1);
    expect(after.map((frame) => frame.type)).toEqual([
      "response.output_item.interrupted",
      "response.incomplete",
    ]);
    expect(interrupted).toMatchObject({ response_id: response.id, output_index: 1 });
    expect(end.response.incomplete_details).toEqual({ reason: "interrupted" });
    expect(end.response.output).toMatchObject([{ type: "reasoning" }]);
    expect(end.response.usage?.output_tokens).toBeGreaterThan(0);
    expect(end.response.flint?.timings?.stop_ms).toBeLessThan(1000);
    assertStreamConforms(client.frames);

    client.create({ input: "be brief", previous_response_id: response.id });
    expect(textOf(await client.completed())).toBe("well");
  });

  it("stops a prefill", async () => {
    const server = await serve({ ...long, prefill_tokens_per_second: 50 });
    const client = await Client.connect(server);
    client.create({ input: "word ".repeat(2000) });
    const { response } = await client.next("response.in_progress");
    client.send({ type: "response.interrupt", response_id: response.id });
    const end = await client.next("response.incomplete");
    expect(end.response).toMatchObject({
      output: [],
      usage: null,
      incomplete_details: { reason: "interrupted" },
    });
  });

  it("answers a late, an unknown and an unsupported one with response.interrupt.failed, never an error", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    client.create();
    const { id } = await client.completed();
    client.send({ type: "response.interrupt", response_id: id });
    expect((await client.next("response.interrupt.failed")).error.code).toBe("response_not_active");
    client.send({ type: "response.interrupt", response_id: "resp_none" });
    expect((await client.next("response.interrupt.failed")).error.code).toBe("response_not_found");
    client.send({ type: "response.interrupt", response_id: id, mode: "keep_everything" });
    expect((await client.next("response.interrupt.failed")).error.code).toBe("interrupt_not_supported");
    expect(client.types()).not.toContain("error");
    client.create();
    await client.completed();
  });

  it("refuses a second one for the same response", async () => {
    const server = await serve(long);
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.created");
    client.send({ type: "response.interrupt", response_id: response.id });
    client.send({ type: "response.interrupt", response_id: response.id });
    await client.next("response.interrupt.failed");
    await client.settle();
    expect(client.types().filter((type) => type === "response.incomplete")).toHaveLength(1);
  });
});

describe("response.interrupt of a waiting create, by its request id", () => {
  const queued = { flint: { request_id: "req_b" } };
  const withdraw = { type: "response.interrupt", response_id: "req_b" };

  it.each([{}, { store: true }, { generate: false }])(
    "with %j ends it in its turn on its lane without running it, and later creates go on",
    async (fields) => {
      const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
      const client = await Client.connect(await serve(engine));
      client.create();
      const { response: first } = await client.next("response.created");
      client.create({ ...queued, ...fields });
      client.create();
      client.send({ ...withdraw, mode: "discard_partial_items" });
      expect(await client.next("response.interrupt.accepted")).toMatchObject({ response_id: "req_b" });
      await engine.steps(2);
      expect((await client.completed()).id).toBe(first.id);
      const { response } = await client.next("response.incomplete");
      expect(response).toMatchObject({
        output: [],
        usage: null,
        incomplete_details: { reason: "interrupted" },
      });
      await engine.steps(2);
      await client.completed();
      expect(engine.prompts).toHaveLength(2);
      assertStreamConforms(client.frames);
      client.create({ previous_response_id: response.id });
      await engine.steps(2);
      expect((await client.completed()).previous_response_id).toBe(response.id);
    },
  );

  it("reaches a create that waits for a place, and fails if repeated or with an unknown mode", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
    const client = await Client.connect(await serve(engine, { limits: { responsesInFlight: 1 } }));
    client.create();
    await client.next("response.created");
    client.create({ ...queued, stream_id: "b" });
    client.send({ ...withdraw, mode: "keep" });
    expect(await client.next("response.interrupt.failed")).toMatchObject({
      response_id: "req_b",
      error: { code: "interrupt_not_supported" },
    });
    client.send(withdraw);
    expect((await client.next("response.interrupt.accepted")).stream_id).toBe("b");
    client.send(withdraw);
    expect((await client.next("response.interrupt.failed")).error.code).toBe("response_not_active");
    await engine.steps(2);
    await client.completed();
    expect((await client.next("response.incomplete")).stream_id).toBe("b");
    expect(engine.prompts).toHaveLength(1);
  });

  it("sent right behind the create keeps it from running", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
    const client = await Client.connect(await serve(engine));
    client.create(queued);
    client.send(withdraw);
    expect((await client.next("response.incomplete")).response.status).toBe("incomplete");
    expect(engine.prompts).toHaveLength(0);
    client.send(withdraw);
    expect((await client.next("response.interrupt.failed")).error.code).toBe("response_not_found");
  });

  it("stops the response that the same create began earlier on another connection", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 9 }], [{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine);
    const [one, other] = [await Client.connect(server), await Client.connect(server)];
    one.create({ flint: { ...queued.flint, grace: 10_000 } });
    const { response } = await one.next("response.created");
    other.create();
    await other.next("response.created");
    other.create({ flint: { ...queued.flint, grace: 10_000 } });
    other.send(withdraw);
    await other.next("response.interrupt.accepted");
    await engine.steps(4);
    for (const client of [one, other]) {
      const end = await client.next("response.incomplete");
      expect(end.response).toMatchObject({ id: response.id, incomplete_details: { reason: "interrupted" } });
    }
  });
});

describe("closing the socket", () => {
  it("stops generation and releases its threads", async () => {
    const engine = new WatchedEngine(long);
    const server = await serve(engine);
    const client = await Client.connect(server);
    client.create();
    await client.next("response.output_text.delta");
    const finished = once(engine, "finish");
    client.socket.terminate();
    const [finish] = await finished;
    expect(finish.reason).toBe("aborted");
    if (engine.threads > 0) await once(engine, "release");
    expect(engine.threads).toBe(0);
  });
});
