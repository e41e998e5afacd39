import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "./socket.fixture.ts";

describe("response.create", () => {
  it("streams one delta per burst between created and one terminal event, numbered without gaps", async () => {
    const server = await serve({ burst: 2, turns: [{ steps: [{ text: "one two three four" }] }] });
    const client = await Client.connect(server);
    client.create();
    const response = await client.completed();
    expect(textOf(response)).toBe("one two three four");
    assertStreamConforms(client.frames);
    expect(client.frames.map((frame) => frame.sequence_number)).toEqual(client.frames.map((_, at) => at));
    expect(client.types()).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      ...Array(4).fill("response.output_text.delta"),
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
  });

  it("reports usage, timings and the settings in force", async () => {
    const server = await serve({ turns: [{ steps: [{ reasoning: "a b" }, { text: "c d e" }] }] });
    const client = await Client.connect(server);
    client.create({
      instructions: "be brief",
      temperature: 0.5,
      max_output_tokens: 50,
      metadata: { a: "b" },
      stream: true,
      client_metadata: { ignored: "yes" },
    });
    const response = await client.completed();
    const { usage, flint } = response;
    expect(response).toMatchObject({
      object: "response",
      instructions: "be brief",
      temperature: 0.5,
      max_output_tokens: 50,
      metadata: { a: "b" },
      store: false,
      previous_response_id: null,
    });
    expect(usage?.output_tokens).toBeGreaterThan(usage?.output_tokens_details.reasoning_tokens ?? 0);
    expect(usage?.output_tokens_details.reasoning_tokens).toBeGreaterThan(0);
    expect(usage?.total_tokens).toBe((usage?.input_tokens ?? 0) + (usage?.output_tokens ?? 0));
    expect(flint?.timings).toMatchObject({
      output_tokens: usage?.output_tokens,
      prompt_tokens: usage?.input_tokens,
      reused_tokens: 0,
    });
    expect(flint?.timings?.first_token_ms).toBeGreaterThan(0);
  });

  it("outputs reasoning, messages and tool calls as items of their kinds", async () => {
    const server = await serve({
      turns: [
        {
          steps: [
            { reasoning: "think" },
            { text: "say" },
            {
              function_call: { name: "run", arguments: { a: 1 }, call_id: "call_1", namespace: "functions" },
            },
            { custom_tool_call: { name: "apply_patch", input: "*** Begin", call_id: "call_2" } },
          ],
        },
      ],
    });
    const client = await Client.connect(server);
    client.create();
    const { output } = await client.completed();
    assertStreamConforms(client.frames);
    expect(output).toMatchObject([
      { type: "reasoning", content: [{ type: "reasoning_text", text: "think" }] },
      { type: "message", status: "completed" },
      { type: "function_call", call_id: "call_1", arguments: '{"a":1}', namespace: "functions" },
      { type: "custom_tool_call", call_id: "call_2", input: "*** Begin" },
    ]);
    const done = client.frames.flatMap((frame) =>
      frame.type === "response.output_item.done" ? [frame.item] : [],
    );
    expect(done).toEqual(output);
  });

  it("ends as incomplete at max_output_tokens, with the text so far", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "a b c d e f g h" }] }] });
    const client = await Client.connect(server);
    client.create({ max_output_tokens: 3 });
    const { response } = await client.next("response.incomplete");
    expect(response.incomplete_details).toEqual({ reason: "max_output_tokens" });
    expect(response.output).toMatchObject([{ type: "message", status: "incomplete" }]);
    expect(response.usage?.output_tokens).toBe(3);
  });

  it("sends no output_item.done for a tool call whose arguments the model leaves unfinished", async () => {
    const call = { name: "run", arguments: '{"command":"cat > a <<E' };
    const server = await serve({ turns: [{ steps: [{ function_call: call }] }] });
    const client = await Client.connect(server);
    client.create();
    const { response } = await client.next("response.incomplete");
    expect(response.output).toMatchObject([{ type: "function_call", status: "incomplete" }]);
    expect(client.types()).not.toContain("response.output_item.done");
  });

  it("sends no output_item.done for a tool call that max_output_tokens cuts short", async () => {
    const call = { name: "run", arguments: '{"command":"a b c d e f g h i j"}' };
    const server = await serve({ turns: [{ steps: [{ function_call: call }] }] });
    const client = await Client.connect(server);
    client.create({ max_output_tokens: 3 });
    const { response } = await client.next("response.incomplete");
    expect(response.output).toMatchObject([{ type: "function_call", status: "incomplete" }]);
    expect(client.types()).not.toContain("response.output_item.done");
  });

  it("answers an engine failure with response.failed, and the next create works", async () => {
    const server = await serve({
      turns: [
        {
          when: { contains: "fail" },
          steps: [{ text: "half" }, { error: { code: "engine_crashed", message: "it died" } }],
        },
        { steps: [{ text: "well" }] },
      ],
    });
    const client = await Client.connect(server);
    client.create({ input: "please fail" });
    const { response } = await client.next("response.failed");
    expect(response.error).toEqual({ code: "server_error", message: "it died" });
    assertStreamConforms(client.frames);
    client.create({ input: "again" });
    expect(textOf(await client.completed())).toBe("well");
  });

  it("fails a prompt that does not fit with context_length_exceeded", async () => {
    const server = await serve({ model: { contextLength: 8 }, turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    client.create({ input: "a b c d e f g h i j k l m n o p" });
    const { response } = await client.next("response.failed");
    expect(response.error?.code).toBe("context_length_exceeded");
    client.create({ input: "a" });
    expect(textOf(await client.completed())).toBe("well");
  });

  it("answers an unknown model with a 404 frame that lists the known ones", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    client.create({ model: "gpt-9", stream_id: "a" });
    const error = await client.next("error");
    expect(error).toMatchObject({
      status: 404,
      stream_id: "a",
      error: { code: "model_not_found", param: "model" },
    });
    expect(error.error.message).toContain("script");
  });

  it.each([
    ["no JSON", "{oops", "invalid_json", undefined],
    ["an unknown type", '{"type":"response.nope"}', "unknown_frame_type", undefined],
    [
      "a bad field",
      '{"type":"response.create","input":"a","temperature":9,"stream_id":"x"}',
      "invalid_value",
      "x",
    ],
    [
      "an empty lane name",
      '{"type":"response.create","input":"a","stream_id":""}',
      "invalid_stream_id",
      undefined,
    ],
    [
      "a long lane name",
      `{"type":"response.create","input":"a","stream_id":"${"a".repeat(257)}"}`,
      "invalid_stream_id",
      undefined,
    ],
  ])("answers %s with a 400 frame and keeps the socket", async (_, text, code, lane) => {
    const server = await serve({ turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    client.socket.send(text);
    const error = await client.next("error");
    expect(error).toMatchObject({ status: 400, error: { code } });
    expect(error.stream_id).toBe(lane);
    client.create();
    expect(textOf(await client.completed())).toBe("well");
  });

  it("answers a binary frame with a 400 frame and keeps the socket", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server, "?client_version=1");
    client.socket.send(Buffer.from("{}"));
    expect((await client.next("error")).error.code).toBe("binary_frame");
    client.create();
    await client.completed();
  });

  it("accepts frames of 20 MiB", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    client.create({ client_metadata: { blob: "x".repeat(20 * 1024 * 1024) } });
    expect(textOf(await client.completed())).toBe("well");
  });
});

describe("lanes", () => {
  const slow = { tokens_per_second: 400, turns: [{ steps: [{ repeat: 20, text: "word " }] }] };

  it("run creates in order on one lane and side by side on different ones, and echo the lane's name", async () => {
    const server = await serve(slow);
    const client = await Client.connect(server);
    for (const stream_id of ["a", "a", "b"]) client.create({ stream_id });
    const ended = [];
    for (let n = 0; n < 3; n++) ended.push((await client.next("response.completed")).stream_id);
    const started = client.frames.flatMap((f) => (f.type === "response.created" ? [f.stream_id] : []));
    expect(started).toEqual(["a", "b", "a"]);
    expect(ended.at(-1)).toBe("a");
    expect(client.frames.every((frame) => frame.stream_id !== undefined)).toBe(true);
    for (const lane of ["a", "b"]) assertStreamConforms(client.frames.filter((f) => f.stream_id === lane));
  });

  it("run no more responses than the limit, and waiting lanes get keep-alives", async () => {
    const server = await serve(slow, { limits: { responsesInFlight: 2, keepAlive: 10 } });
    const client = await Client.connect(server);
    for (const stream_id of ["a", "b", "c"]) client.create({ stream_id });
    await client.next("keepalive", (frame) => frame.stream_id === "c");
    for (let n = 0; n < 3; n++) await client.next("response.completed");
    let running = 0;
    for (const frame of client.frames) {
      if (frame.type === "response.created") running++;
      if (frame.type === "response.completed") running--;
      expect(running).toBeLessThanOrEqual(2);
    }
  });

  it("refuse a name over the limit, and a create over the limit of one lane's queue", async () => {
    const server = await serve(slow, { limits: { laneNames: 2, queuedPerLane: 1 } });
    const client = await Client.connect(server);
    for (const stream_id of ["a", "b", "c"]) client.create({ stream_id });
    const names = await client.next("error");
    expect(names).toMatchObject({
      status: 400,
      stream_id: "c",
      error: { code: "websocket_stream_limit_reached", param: "stream_id" },
    });
    client.create({ stream_id: "a" });
    client.create({ stream_id: "a" });
    const queue = await client.next("error");
    expect(queue).toMatchObject({ status: 429, stream_id: "a", error: { code: "rate_limit_exceeded" } });
    client.create();
    await client.next("response.completed", (frame) => frame.stream_id === undefined);
  });
});
