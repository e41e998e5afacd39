import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { SteppedEngine } from "../stepped-engine.fixture.ts";
import { Client, serve, textOf } from "./socket.fixture.ts";

const echo: Scenario = {
  turns: [
    { steps: [{ text: "first answer" }] },
    { steps: [{ text: "second answer" }] },
    { steps: [{ text: "third" }] },
  ],
};

function cachedTokens(response: {
  usage: { input_tokens_details: { cached_tokens: number } } | null;
}): number {
  return response.usage?.input_tokens_details.cached_tokens ?? -1;
}

describe("continuation", () => {
  it("continues a response with store:false and reuses its whole cache", async () => {
    const server = await serve(echo);
    const client = await Client.connect(server);
    client.create({ input: "a long question with many words" });
    const first = await client.completed();
    client.create({ input: "and", previous_response_id: first.id });
    const second = await client.completed();
    expect(textOf(second)).toBe("second answer");
    expect(second.previous_response_id).toBe(first.id);
    expect(cachedTokens(second)).toBeGreaterThanOrEqual(first.usage?.total_tokens ?? Number.NaN);
    expect(second.usage?.input_tokens).toBeGreaterThan(cachedTokens(second));
  });

  it("refuses to continue a deleted response, but continues one that came after it", async () => {
    const server = await serve(echo);
    const client = await Client.connect(server);
    client.create({ store: true });
    const first = await client.completed();
    client.create({ previous_response_id: first.id });
    const second = await client.completed();
    const deleted = await fetch(`${server.url}/responses/${first.id}`, { method: "DELETE" });
    expect(deleted.status).toBe(200);
    client.create({ previous_response_id: first.id });
    expect(await client.outcome()).toBe("previous_response_not_found");
    client.create({ previous_response_id: second.id });
    expect(textOf(await client.completed())).toBe("third");
  });

  it("accepts an empty input", async () => {
    const server = await serve(echo);
    const client = await Client.connect(server);
    client.create();
    const first = await client.completed();
    client.create({ input: [], previous_response_id: first.id });
    expect(textOf(await client.completed())).toBe("second answer");
  });

  it("cannot see another connection's response with store:false, but continues one with store:true", async () => {
    const server = await serve(echo);
    const one = await Client.connect(server);
    const two = await Client.connect(server);
    one.create();
    const local = await one.completed();
    one.create({ store: true });
    const stored = await one.completed();
    two.create({ previous_response_id: local.id });
    expect(await two.next("error")).toMatchObject({
      status: 400,
      error: { code: "previous_response_not_found", param: "previous_response_id" },
    });
    two.create({ previous_response_id: stored.id });
    expect(textOf(await two.completed())).toBe("second answer");
  });

  it("forks onto another lane while the source goes on", async () => {
    const server = await serve(echo);
    const client = await Client.connect(server);
    client.create({ input: "a long question with many words" });
    const parent = await client.completed();
    client.create({ input: "left", previous_response_id: parent.id, stream_id: "fork" });
    await client.next("response.in_progress");
    client.create({ input: "right", previous_response_id: parent.id });
    const left = await client.next("response.completed", (frame) => frame.stream_id === "fork");
    const right = client.frames.find(
      (frame) => frame.type === "response.completed" && frame.response.id !== parent.id && !frame.stream_id,
    );
    const other = right ?? (await client.next("response.completed", (frame) => !frame.stream_id));
    expect(cachedTokens(left.response)).toBeGreaterThanOrEqual(parent.usage?.total_tokens ?? Number.NaN);
    expect("response" in other && cachedTokens(other.response)).toBeGreaterThanOrEqual(
      parent.usage?.total_tokens ?? Number.NaN,
    );
  });

  it.each([{ store: true }, { store: false }, { store: false, flint: { grace: 10_000 } }])(
    "tells a fork of a response with %j that it still runs, and accepts it once that has ended",
    async (fields) => {
      const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
      const server = await serve(engine);
      const client = await Client.connect(server);
      client.create(fields);
      const { response } = await client.next("response.created");
      const fork = { previous_response_id: response.id, stream_id: "fork" };
      client.create(fork);
      expect((await client.next("error")).error).toMatchObject({
        code: "previous_response_not_found",
        message: expect.stringContaining("it still runs: continue it when it has ended"),
      });
      await engine.steps(2);
      await client.completed();
      client.create(fork);
      await engine.steps(2);
      expect((await client.completed()).previous_response_id).toBe(response.id);
    },
  );

  it("tells a continuation of another connection's running response that it is not kept here", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine);
    const [one, other] = [await Client.connect(server), await Client.connect(server)];
    one.create({ store: false, flint: { grace: 10_000 } });
    const { response } = await one.next("response.created");
    other.create({ previous_response_id: response.id });
    expect((await other.next("error")).error.message).toContain("it is not kept here");
    await engine.steps(2);
    await one.completed();
  });

  it("keeps a parent when a fork of it fails, and evicts it when its own lane's continuation fails", async () => {
    const server = await serve(echo);
    const client = await Client.connect(server);
    client.create();
    const parent = await client.completed();
    client.create({ model: "nope", previous_response_id: parent.id, stream_id: "fork" });
    await client.next("error");
    client.create({ temperature: 9, previous_response_id: parent.id, stream_id: "fork" });
    await client.next("error");
    client.create({ previous_response_id: parent.id });
    const child = await client.completed();
    client.create({ model: "nope", previous_response_id: child.id });
    await client.next("error");
    client.create({ previous_response_id: child.id });
    expect((await client.next("error")).error.code).toBe("previous_response_not_found");
  });

  it("evicts the parent of a malformed continuation", async () => {
    const server = await serve(echo);
    const client = await Client.connect(server);
    client.create();
    const parent = await client.completed();
    client.create({ temperature: 9, previous_response_id: parent.id });
    expect((await client.next("error")).error.param).toBe("temperature");
    client.create({ previous_response_id: parent.id });
    expect((await client.next("error")).error.code).toBe("previous_response_not_found");
  });

  it("keeps each lane's latest response even over the cache's limit", async () => {
    const server = await serve(echo, { limits: { cachedResponses: 2 } });
    const client = await Client.connect(server);
    client.create({ stream_id: "old" });
    const old = await client.completed();
    const ids = [];
    for (let n = 0; n < 4; n++) {
      client.create();
      ids.push((await client.completed()).id);
    }
    client.create({ previous_response_id: ids[0] });
    expect((await client.next("error")).error.code).toBe("previous_response_not_found");
    client.create({ previous_response_id: old.id, stream_id: "old" });
    expect((await client.completed()).previous_response_id).toBe(old.id);
  });

  it("cannot continue a response that failed", async () => {
    const server = await serve({
      turns: [{ steps: [{ error: { code: "engine_crashed", message: "it died" } }] }],
    });
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.failed");
    client.create({ previous_response_id: response.id });
    const { error } = await client.next("error");
    expect(error).toMatchObject({ code: "previous_response_not_found" });
    expect(error.message).toContain("failed");
  });
});

describe("a warm-up", () => {
  it("is answered at once with created and completed, and its input joins the chain", async () => {
    const server = await serve({
      prefill_tokens_per_second: 2_000,
      turns: [{ steps: [{ text: "well" }] }],
    });
    const client = await Client.connect(server);
    const instructions = "word ".repeat(400);
    client.create({ generate: false, input: [{ role: "developer", content: instructions }] });
    const warm = await client.completed();
    expect(warm).toMatchObject({ status: "completed", output: [] });
    expect(client.types()).toEqual(["response.created", "response.completed"]);

    client.create({ input: "go", previous_response_id: warm.id });
    const answer = await client.completed();
    assertStreamConforms(client.frames);
    expect(answer.usage?.input_tokens).toBeGreaterThan(400);
    expect(cachedTokens(answer)).toBeGreaterThanOrEqual(400);
    expect(answer.usage?.input_tokens).toBeLessThan(cachedTokens(answer) + 20);
  });

  it("reports a failed prefill on the create that continues it", async () => {
    const server = await serve({ model: { contextLength: 8 }, turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    client.create({ generate: false, input: "a b c d e f g h i j k l m n o p" });
    const warm = await client.completed();
    client.create({ previous_response_id: warm.id });
    const { response } = await client.next("response.failed");
    expect(response.error?.code).toBe("context_length_exceeded");
  });

  it("over the limit of warm-ups is kept without being prefilled", async () => {
    const server = await serve(echo, { limits: { warmUps: 0 } });
    const client = await Client.connect(server);
    client.create({ generate: false, input: "a b c d" });
    const warm = await client.completed();
    client.create({ previous_response_id: warm.id });
    const answer = await client.completed();
    expect(answer.usage?.input_tokens).toBeGreaterThan(4);
    expect(cachedTokens(answer)).toBe(0);
  });
});
