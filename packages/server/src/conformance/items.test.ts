import {
  createScriptEngine,
  type Engine,
  type GenerateRequest,
  type Prompt,
  type Thread,
} from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";
import { storeFile } from "../store/disk/store-file.fixture.ts";
import { openDiskStore } from "../store/index.ts";

/** A scripted engine that keeps what it is asked. */
class Listening implements Engine {
  readonly id = "listening";
  readonly prompts: Prompt[] = [];
  readonly requests: GenerateRequest[] = [];
  readonly #script = createScriptEngine({
    scenario: {
      turns: [
        {
          when: { contains: "call" },
          steps: [
            { reasoning: "I call." },
            { text: "Calling." },
            { function_call: { name: "run", arguments: "{}", call_id: "c1" } },
          ],
        },
        { steps: [{ text: "well" }] },
      ],
    },
  });

  models() {
    return this.#script.models();
  }

  async openThread(options: { model: string }): Promise<Thread> {
    return this.#heard(await this.#script.openThread(options));
  }

  #heard(thread: Thread): Thread {
    return {
      model: thread.model,
      prefill: (prompt, settings) => {
        this.prompts.push(prompt);
        return thread.prefill(prompt, settings);
      },
      generate: (request) => {
        this.requests.push(request);
        return thread.generate(request);
      },
      fork: async () => this.#heard(await thread.fork()),
      release: () => thread.release(),
    };
  }

  countTokens(model: string, prompt: Prompt) {
    return this.#script.countTokens(model, prompt);
  }

  close() {
    return this.#script.close();
  }
}

async function post(server: FlintServer, body: object) {
  const answer = await fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify(body) });
  return answer.json();
}

const run = { type: "function", name: "run", description: null, parameters: null, strict: null };
const schema = { type: "json_schema", name: "o", schema: { type: "object" }, strict: true };

/** A field of the request, and what the engine is asked for it. */
it.each<[string, object, (engine: Listening) => unknown, unknown]>([
  ["instructions", { instructions: "be kind" }, (it) => it.prompts[0]?.instructions, "be kind"],
  [
    "tools",
    { tools: [run, { type: "web_search" }] },
    (it) => it.prompts[0]?.tools,
    [run, { type: "web_search" }],
  ],
  ["tool_choice", { tools: [run], tool_choice: "required" }, (it) => it.prompts[0]?.toolChoice, "required"],
  [
    "tool_choice by name",
    { tools: [run], tool_choice: { type: "function", name: "run" } },
    (it) => it.prompts[0]?.toolChoice,
    { type: "function", name: "run" },
  ],
  ["tool_choice none", { tools: [run], tool_choice: "none" }, (it) => it.prompts[0]?.tools, []],
  ["parallel_tool_calls", { parallel_tool_calls: false }, (it) => it.prompts[0]?.parallelToolCalls, false],
  ["text.verbosity", { text: { verbosity: "low" } }, (it) => it.prompts[0]?.verbosity, "low"],
  ["reasoning.effort", { reasoning: { effort: "high" } }, (it) => it.prompts[0]?.reasoningEffort, "high"],
  ["text.format", { text: { format: schema } }, (it) => it.requests[0]?.format, schema],
  ["max_output_tokens", { max_output_tokens: 9 }, (it) => it.requests[0]?.maxTokens, 9],
  [
    "sampling",
    { temperature: 1, top_p: 0.5, flint: { seed: 3 } },
    (it) => it.requests[0]?.sampling,
    { temperature: 1, topP: 0.5, seed: 3 },
  ],
  ["flint.stop", { flint: { stop: ["END"] } }, (it) => it.requests[0]?.stop, ["END"]],
  ["flint.prediction", { flint: { prediction: "well" } }, (it) => it.requests[0]?.draft, "well"],
])("%s reaches the engine", async (_, fields, heard, expected) => {
  const engine = new Listening();
  await post(await serve(engine), { input: "a", ...fields });
  expect(heard(engine)).toEqual(expected);
});

describe("a reference to an item", () => {
  it("of a stored response is replaced by that item, as the ai package needs", async () => {
    const engine = new Listening();
    const server = await serve(engine);
    const first = await post(server, { input: "call" });
    const ids = first.output.map(({ id }: { id: string }) => id);
    const answer = await post(server, {
      input: [
        { role: "user", content: "call" },
        ...ids.map((id: string) => ({ type: "item_reference", id })),
        { type: "function_call_output", call_id: "c1", output: "done" },
      ],
    });
    expect(textOf(answer)).toBe("well");
    expect(engine.prompts[1]?.tip.items.slice(1, 4)).toEqual(first.output);
  });

  it("that the conversation already has adds nothing", async () => {
    const engine = new Listening();
    const server = await serve(engine);
    const first = await post(server, { input: "a" });
    await post(server, {
      previous_response_id: first.id,
      input: [
        { type: "item_reference", id: first.output[0].id },
        { role: "user", content: "b" },
      ],
    });
    expect(engine.prompts[1]?.tip.items).toHaveLength(1);
  });

  it("is listed among the input items as the item itself", async () => {
    const server = await serve(new Listening());
    const { output } = await post(server, { input: "a" });
    const { id } = await post(server, { input: [{ type: "item_reference", id: output[0].id }] });
    const listed = await (await fetch(`${server.url}/responses/${id}/input_items`)).json();
    expect(listed.data).toMatchObject([{ id: output[0].id, type: "message" }]);
  });

  it("still resolves after a restart on a disk store", async () => {
    const path = storeFile();
    const before = await openDiskStore({ path });
    const first = await serve(new Listening(), { store: before });
    const { output } = await post(first, { input: "a" });
    await first.close();
    await before.close();
    const after = await openDiskStore({ path });
    const engine = new Listening();
    const second = await serve(engine, { store: after });
    await post(second, {
      input: [
        { type: "item_reference", id: output[0].id },
        { role: "user", content: "b" },
      ],
    });
    expect(engine.prompts[0]?.tip.items[0]).toEqual(output[0]);
    await second.close();
    await after.close();
  });

  it("is refused over the limit of different references", async () => {
    const server = await serve(new Listening(), { limits: { references: 2 } });
    const input = ["a", "b", "c"].map((id) => ({ type: "item_reference", id }));
    const { error } = await post(server, { input });
    expect(error).toMatchObject({ code: "array_above_max_length", param: "input" });
    expect((await post(server, { input: [...input.slice(0, 2), ...input.slice(0, 2)] })).error.code).toBe(
      "item_not_found",
    );
  });

  it("of a response that is not stored is refused by its id", async () => {
    const server = await serve(new Listening());
    const { output } = await post(server, { input: "a", store: false });
    const { error } = await post(server, { input: [{ type: "item_reference", id: output[0].id }] });
    expect(error).toMatchObject({ code: "item_not_found", param: "input[0].id" });
    expect(error.message).toContain(output[0].id);
  });
});

describe("encrypted reasoning", () => {
  const include = ["reasoning.encrypted_content"];

  it("carries its text, and is read back when only the encrypted form is sent", async () => {
    const engine = new Listening();
    const server = await serve(engine);
    const { output } = await post(server, { input: "call", store: false, include });
    const [reasoning, message] = output;
    expect(reasoning).toMatchObject({
      content: [{ text: "I call." }],
      encrypted_content: expect.any(String),
    });
    expect(reasoning.encrypted_content).not.toContain(Buffer.from("I call").toString("base64url"));
    const { content: _, ...hidden } = reasoning;
    await post(server, { input: [hidden, message, { role: "user", content: "b" }] });
    expect(engine.prompts[1]?.tip.items[0]).toEqual(reasoning);
  });

  it("is left out unless requested, and is the same in the events and the final response", async () => {
    const server = await serve(new Listening());
    const { output } = await post(server, { input: "call" });
    expect(output[0]).toMatchObject({ type: "reasoning", content: [{ text: "I call." }] });
    expect(output[0]).not.toHaveProperty("encrypted_content");
    const client = await Client.connect(server);
    client.create({ input: "call", include });
    const done = await client.next("response.output_item.done");
    expect(done.item).toHaveProperty("encrypted_content");
    const { response } = await client.next("response.completed");
    expect(response.output[0]).toEqual(done.item);
    assertStreamConforms(client.frames);
  });

  it("of another server is passed on unread", async () => {
    const engine = new Listening();
    const server = await serve(engine);
    const foreign = { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "gAAAA" };
    expect(textOf(await post(server, { input: [foreign, { role: "user", content: "b" }] }))).toBe("well");
    expect(engine.prompts[0]?.tip.items[0]).toEqual(foreign);
  });
});

it("reasoning reaches the engine in every form that clients send, and so does a message's phase", async () => {
  const engine = new Listening();
  const client = await Client.connect(await serve(engine));
  const input = [
    { type: "reasoning", id: "rs_1", summary: [], content: null, encrypted_content: null },
    { type: "reasoning", summary: [{ type: "summary_text", text: "s" }] },
    { type: "reasoning", summary: [], content: [{ type: "reasoning_text", text: "r" }] },
    {
      type: "message",
      role: "assistant",
      phase: "final_answer",
      content: [{ type: "output_text", text: "x" }],
    },
    { role: "user", content: "a" },
  ];
  client.create({ input, include: ["reasoning.encrypted_content", "message.output_text.logprobs"] });
  expect(await client.outcome()).toBe("well");
  expect(engine.prompts[0]?.tip.items).toMatchObject(input);
});

it("usage counts reasoning tokens, reused tokens and new ones", async () => {
  const client = await Client.connect(await serve(new Listening()));
  client.create({ input: "call" });
  const first = await client.completed();
  expect(first.usage?.output_tokens_details.reasoning_tokens).toBeGreaterThan(0);
  client.create({
    previous_response_id: first.id,
    input: [{ type: "function_call_output", call_id: "c1", output: "done" }],
  });
  const { usage } = await client.completed();
  const { cached_tokens, cache_write_tokens } = usage?.input_tokens_details ?? {};
  expect(cached_tokens).toBeGreaterThan(0);
  expect((cached_tokens ?? 0) + (cache_write_tokens ?? 0)).toBe(usage?.input_tokens);
});
