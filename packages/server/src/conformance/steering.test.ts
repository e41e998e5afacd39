import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";

const scenario: Scenario = {
  tokens_per_second: 300,
  turns: [
    {
      when: { contains: "call" },
      steps: [
        { function_call: { name: "run", arguments: { a: Array(40).fill(1) }, call_id: "c1" } },
        { custom_tool_call: { name: "patch", input: "a b c d", call_id: "c2" } },
      ],
    },
    { when: { contains: "first, second" }, steps: [{ text: "both" }] },
    { when: { contains: "second" }, steps: [{ text: "the second" }] },
    { when: { contains: "first" }, steps: [{ text: "the first" }] },
    { when: { contains: "short" }, steps: [{ repeat: 60, text: "a " }] },
    {
      when: { contains: "fail" },
      steps: [{ repeat: 60, text: "word " }, { error: { code: "engine_crashed", message: "it died" } }],
    },
    { steps: [{ repeat: 4000, text: "word " }] },
  ],
};

const steer = (previous_response_id: string, input: unknown = "first") => ({
  type: "response.steer",
  previous_response_id,
  input,
});
const outputs = [
  { type: "function_call_output", call_id: "c1", output: "done" },
  { type: "custom_tool_call_output", call_id: "c2", output: "done" },
];

/** A connection with a response in progress, some of whose output has come. */
async function running(fields: object = {}) {
  const client = await Client.connect(await serve(scenario));
  client.create(fields);
  const { response } = await client.next("response.created");
  const isCall = JSON.stringify(fields).includes("call");
  await client.next(isCall ? "response.function_call_arguments.delta" : "response.output_text.delta");
  return { client, id: response.id };
}

describe("a steer", () => {
  it("for an unknown response fails as response_not_found, with its input and without an id", async () => {
    const { client } = await running();
    client.send(steer("resp_unknown"));
    const { steer: told, error } = await client.next("response.steer.failed");
    expect(error).toMatchObject({ type: "invalid_request_error", code: "response_not_found" });
    expect(told).toEqual({
      previous_response_id: "resp_unknown",
      input: [{ type: "message", role: "user", content: [{ type: "input_text", text: "first" }] }],
    });
  });

  it.each<[string, object]>([
    ["another role", { input: [{ role: "system", content: "x" }] }],
    ["an output", { input: outputs }],
    ["nothing", { input: [] }],
    ["no text", { input: "" }],
    ["no input", { input: undefined }],
    ["a lane", { stream_id: "a" }],
    ["settings", { temperature: 1 }],
    ["an item with more fields", { input: [{ role: "user", content: "x", id: "msg_1" }] }],
  ])("with %s fails as invalid_input, and the response goes on", async (_, fields) => {
    const { client, id } = await running();
    client.send({ ...steer(id), ...fields });
    expect((await client.next("response.steer.failed")).error.code).toBe("invalid_input");
    await client.next("response.output_text.delta");
  });

  it("for a running response is accepted with an id of its own and the next sequence number", async () => {
    const { client, id } = await running();
    client.send(steer(id));
    client.send(steer(id));
    const [one, other] = [
      await client.next("response.steer.accepted"),
      await client.next("response.steer.accepted"),
    ];
    expect(one.steer.previous_response_id).toBe(id);
    expect(one.steer.id).not.toBe(other.steer.id);
    const { response } = await client.next("response.incomplete");
    const numbers = client.frames.slice(0, client.types().lastIndexOf("response.incomplete") + 1);
    expect(numbers.map(({ sequence_number }) => sequence_number)).toEqual(numbers.map((_, at) => at));
    expect(response.incomplete_details).toEqual({ reason: "steered" });
  });

  it("is applied once, by a successor that starts by itself with the same settings", async () => {
    const { client, id } = await running({
      instructions: "be kind",
      metadata: { a: "b" },
      stream_id: "lane",
    });
    client.send(steer(id));
    await client.next("response.incomplete");
    const next = (await client.next("response.created")).response;
    expect(next).toMatchObject({ previous_response_id: id, instructions: "be kind", metadata: { a: "b" } });
    expect(await client.outcome()).toBe("the first");
    // Sent again, as after a lost answer, it cannot take effect a second time.
    client.send(steer(id));
    expect((await client.next("response.steer.failed")).error.code).toBe("response_not_active");
    client.create({ previous_response_id: next.id, stream_id: "lane", max_output_tokens: 1 });
    await client.next("response.incomplete");
    expect(client.types().filter((type) => type === "response.created")).toHaveLength(3);
    expect(client.frames.every(({ stream_id }) => stream_id === "lane")).toBe(true);
  });

  it("queued behind another keeps its order, at either boundary", async () => {
    for (const steer_boundary of ["step", "item"]) {
      const { client, id } = await running({ flint: { steer_boundary }, max_output_tokens: 100 });
      client.send(steer(id, "first"));
      client.send(steer(id, "second"));
      await client.next("response.incomplete");
      expect(await client.outcome()).toBe("the second");
      assertStreamConforms(client.frames);
    }
  });

  it("at the item boundary starts the successor of a response that completes", async () => {
    const { client, id } = await running({ input: "short", flint: { steer_boundary: "item" } });
    client.send(steer(id));
    expect(textOf(await client.completed())).toBe("a ".repeat(60));
    expect((await client.next("response.created")).response.previous_response_id).toBe(id);
    expect(await client.outcome()).toBe("the first");
  });

  it("during tool calls stays pending until their outputs are sent, and is then applied", async () => {
    const { client, id } = await running({ input: "call" });
    client.send(steer(id));
    const completed = await client.completed();
    const pending = await client.next("response.steer.pending");
    const calls = completed.output.flatMap((item) => ("call_id" in item ? [item.call_id] : []));
    expect(pending).toMatchObject({
      steer: { previous_response_id: id },
      reason: "waiting_for_required_input",
    });
    expect(pending.required_input.map(({ call_id }) => call_id)).toEqual(calls);
    client.create({
      previous_response_id: id,
      metadata: { own: "settings" },
      input: outputs.filter(({ call_id }) => calls.includes(call_id)),
      max_output_tokens: 3,
    });
    const next = (await client.next("response.created")).response;
    expect(next).toMatchObject({ previous_response_id: id, metadata: { own: "settings" } });
    await client.next("response.incomplete");
    client.send(steer(id));
    expect((await client.next("response.steer.failed")).error.code).toBe("response_already_completed");
  });

  it("is applied by a create that was queued with the outputs before they were requested", async () => {
    const { client, id } = await running({ input: "call" });
    client.send(steer(id, "first, second"));
    await client.next("response.steer.accepted");
    client.create({
      previous_response_id: id,
      input: [...outputs.slice(0, 1), { role: "user", content: "first, second" }],
    });
    await client.completed();
    expect(await client.outcome()).toBe("both");
    expect(client.types()).not.toContain("response.steer.failed");
  });

  it.each<[string, object, string, string]>([
    ["completed", { input: "short" }, "response.completed", "response_already_completed"],
    ["incomplete", { max_output_tokens: 3 }, "response.incomplete", "response_not_active"],
    ["failed", { input: "fail" }, "response.failed", "response_not_active"],
  ])("for a response that is %s fails with the matching code", async (_, fields, end, code) => {
    const { client, id } = await running(fields);
    await client.next(end as "response.completed");
    client.send(steer(id));
    const { error, steer: told } = await client.next("response.steer.failed");
    expect(error.code).toBe(code);
    expect(told.input).toHaveLength(1);
  });

  it.each<[string, object, (client: Client, id: string) => void]>([
    ["fails", { input: "fail", flint: { steer_boundary: "item" } }, () => {}],
    [
      "is interrupted",
      { flint: { steer_boundary: "item" } },
      (client, id) => client.send({ type: "response.interrupt", response_id: id }),
    ],
  ])("whose response %s is given back once, with its id and input", async (_, fields, then) => {
    const { client, id } = await running(fields);
    client.send(steer(id, "keep me"));
    const { steer: accepted } = await client.next("response.steer.accepted");
    then(client, id);
    const failed = await client.next("response.steer.failed");
    expect(failed.error.code).toBe("successor_creation_failed");
    expect(failed.steer).toMatchObject({ id: accepted.id, previous_response_id: id });
    expect(JSON.stringify(failed.steer.input)).toContain("keep me");
    await client.settle();
    expect(client.types().filter((type) => type === "response.created")).toHaveLength(1);
  });
});

describe("an interrupt", () => {
  it("is accepted, reports the open item, and ends the response as incomplete without it", async () => {
    const { client, id } = await running();
    client.send({ type: "response.interrupt", response_id: id, mode: "discard_partial_items" });
    expect((await client.next("response.interrupt.accepted")).response_id).toBe(id);
    expect((await client.next("response.output_item.interrupted")).output_index).toBe(0);
    const { response } = await client.next("response.incomplete");
    expect(response).toMatchObject({ output: [], incomplete_details: { reason: "interrupted" } });
    expect(response.usage?.output_tokens).toBeGreaterThan(0);
    client.create({ previous_response_id: id, input: "first" });
    expect(await client.outcome()).toBe("the first");
    assertStreamConforms(client.frames);
  });

  it.each<[string, object, string]>([
    ["of an unknown response", { response_id: "resp_x" }, "response_not_found"],
    ["of an unknown mode", { mode: "dance" }, "interrupt_not_supported"],
  ])("%s is answered with response.interrupt.failed, never with an error", async (_, fields, code) => {
    const { client, id } = await running();
    client.send({ type: "response.interrupt", response_id: id, ...fields });
    expect((await client.next("response.interrupt.failed")).error.code).toBe(code);
    await client.next("response.output_text.delta");
    expect(client.types()).not.toContain("error");
  });

  it("that comes late fails, and the next request is not affected", async () => {
    const { client, id } = await running({ input: "short" });
    await client.completed();
    client.send({ type: "response.interrupt", response_id: id });
    expect((await client.next("response.interrupt.failed")).error.code).toBe("response_not_active");
    client.create({ input: "first" });
    expect(await client.outcome()).toBe("the first");
  });
});
