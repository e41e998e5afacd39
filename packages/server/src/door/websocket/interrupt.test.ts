import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
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
  it("ends the response within a step: open item dropped, finished ones kept, chain goes on", async () => {
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

  it("answers a late, an unknown and a strange one with response.interrupt.failed, never with an error", async () => {
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

describe("closing the socket", () => {
  it("stops generation within a step and gives its threads back", async () => {
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
