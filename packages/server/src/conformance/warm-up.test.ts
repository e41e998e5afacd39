import type { Scenario } from "@flint/engine";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";

const scenario: Scenario = {
  turns: [
    { when: { contains: "fail" }, steps: [{ error: { code: "engine_crashed", message: "it died" } }] },
    { steps: [{ text: "one" }] },
    { steps: [{ text: "two" }] },
  ],
};
const warmUp = { generate: false, input: [{ type: "message", role: "developer", content: "the rules" }] };

describe("a warm-up", () => {
  it("sends only created and completed, has no items, and can be continued like any response", async () => {
    const client = await Client.connect(await serve(scenario));
    client.create(warmUp);
    const warm = await client.completed();
    await client.settle();
    expect(client.types()).toEqual(["response.created", "response.completed"]);
    expect(warm).toMatchObject({ status: "completed", output: [], error: null, incomplete_details: null });
    expect(client.frames.map(({ sequence_number }) => sequence_number)).toEqual([0, 1]);

    client.create({ previous_response_id: warm.id });
    const first = await client.completed();
    client.create({ previous_response_id: first.id });
    await client.completed();
    client.create({ previous_response_id: warm.id, stream_id: "later" });
    expect(textOf(await client.completed())).toBe("one");
  });

  it("has its input read by the model in the response that continues it", async () => {
    const server = await serve({
      turns: [
        { when: { contains: "the rules" }, steps: [{ text: "by the rules" }] },
        { steps: [{ text: "no" }] },
      ],
    });
    const client = await Client.connect(server);
    client.create(warmUp);
    client.create({ input: [], previous_response_id: (await client.completed()).id });
    expect(textOf(await client.completed())).toBe("by the rules");
  });

  it("is answered at once however long the prefill takes, and its continuation reuses the prefill", async () => {
    const server = await serve({ ...scenario, prefill_tokens_per_second: 1000 });
    const client = await Client.connect(server);
    const before = performance.now();
    client.create({ ...warmUp, input: "word ".repeat(150) });
    const warm = await client.completed();
    expect(performance.now() - before).toBeLessThan(150);
    client.create({ input: "on", previous_response_id: warm.id });
    const { usage } = await client.completed();
    expect(usage?.input_tokens_details.cached_tokens).toBeGreaterThan(250);
  });

  it("accepts an empty input, tools and settings, and may be the first create on a lane", async () => {
    const client = await Client.connect(await serve(scenario));
    client.create({ generate: false, input: [], stream_id: "a", tools: [], parallel_tool_calls: false });
    const { response, stream_id } = await client.next("response.completed");
    expect([response.parallel_tool_calls, stream_id]).toEqual([false, "a"]);
    client.create({ stream_id: "a", previous_response_id: response.id });
    expect(textOf(await client.completed())).toBe("one");
  });

  it("may follow a response and be followed by another warm-up", async () => {
    const client = await Client.connect(await serve(scenario));
    let id: string | undefined;
    for (const fields of [{}, warmUp, warmUp]) {
      client.create(id === undefined ? fields : { ...fields, previous_response_id: id });
      id = (await client.completed()).id;
    }
    client.create({ previous_response_id: id });
    expect(textOf(await client.completed())).toBe("two");
  });

  it("that is refused does not affect the next one", async () => {
    const client = await Client.connect(await serve(scenario));
    client.create({ ...warmUp, input: 5 });
    expect((await client.next("error")).status).toBe(400);
    client.create({ generate: "no" });
    expect((await client.next("error")).error.param).toBe("generate");
    client.create(warmUp);
    await client.completed();
  });
});
