import type { Scenario } from "@flint/engine";
import OpenAI from "openai";
import type { ResponseInput } from "openai/resources/responses/responses";
import { describe, expect, it } from "vitest";
import { serve } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";

const scenario: Scenario = {
  tokens_per_second: 500,
  turns: [
    { when: { contains: "long" }, steps: [{ repeat: 4000, text: "word " }] },
    { when: { contains: "Write a summary" }, steps: [{ text: "short" }] },
    { steps: [{ text: "one" }] },
    { steps: [{ text: "two" }] },
  ],
};

async function connect(): Promise<{ server: FlintServer; client: OpenAI }> {
  const server = await serve(scenario);
  return { server, client: new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 }) };
}

const ask = { model: "script", input: "a" };

describe("the openai package over HTTP", () => {
  it("POST /v1/responses, new and continuing a stored response", async () => {
    const { responses } = (await connect()).client;
    const first = await responses.create(ask);
    const second = await responses.create({ ...ask, previous_response_id: first.id });
    expect([first.output_text, second.output_text]).toEqual(["one", "two"]);
    expect(second.usage?.input_tokens_details.cached_tokens).toBeGreaterThan(0);
  });

  it("POST /v1/responses with stream, as raw events and through the stream helper", async () => {
    const { responses } = (await connect()).client;
    const types: string[] = [];
    for await (const event of await responses.create({ ...ask, stream: true })) types.push(event.type);
    expect([types[0], types.at(-1)]).toEqual(["response.created", "response.completed"]);
    const final = await responses.stream(ask).finalResponse();
    expect(final.output_text).toBe("one");
  });

  it("GET /v1/responses/{id}, plain, streamed and from a given event", async () => {
    const { responses } = (await connect()).client;
    const first = await responses.create(ask);
    expect(await responses.retrieve(first.id)).toMatchObject({ id: first.id, output: first.output });
    const numbers: number[] = [];
    for await (const event of await responses.retrieve(first.id, { stream: true, starting_after: 2 })) {
      numbers.push(event.sequence_number);
    }
    expect(numbers[0]).toBe(3);
    const replayed = await responses.stream({ response_id: first.id }).finalResponse();
    expect(replayed.output_text).toBe("one");
  });

  it("POST /v1/responses/{id}/cancel and DELETE /v1/responses/{id}", async () => {
    const { responses } = (await connect()).client;
    const stream = await responses.create({ ...ask, input: "long", stream: true });
    let [id, last, status]: [string, string, string | undefined] = ["", "", undefined];
    for await (const event of stream) {
      last = event.type;
      if (event.type === "response.created") id = event.response.id;
      if (event.type === "response.output_text.delta") status ??= (await responses.cancel(id)).status;
    }
    expect([status, last]).toEqual(["cancelled", "response.incomplete"]);
    expect((await responses.retrieve(id)).status).toBe("cancelled");

    const first = await responses.create(ask);
    expect((await responses.cancel(first.id)).status).toBe("completed");
    await responses.delete(first.id);
    await expect(responses.retrieve(first.id)).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it("GET /v1/responses/{id}/input_items in pages", async () => {
    const { responses } = (await connect()).client;
    const input: ResponseInput = ["x", "y", "z"].map((content) => ({ role: "user", content }));
    const { id } = await responses.create({ ...ask, input });
    const texts: unknown[] = [];
    for await (const item of responses.inputItems.list(id, { limit: 2, order: "asc" })) {
      texts.push("content" in item && Array.isArray(item.content) ? item.content[0] : null);
    }
    expect(texts).toMatchObject([{ text: "x" }, { text: "y" }, { text: "z" }]);
  });

  it("POST /v1/responses/input_tokens", async () => {
    const { responses } = (await connect()).client;
    const counted = await responses.inputTokens.count(ask);
    expect(counted.input_tokens).toBe((await responses.create(ask)).usage?.input_tokens);
  });

  it("POST /v1/responses/compact", async () => {
    const { responses } = (await connect()).client;
    const compacted = await responses.compact(ask);
    expect(compacted.object).toBe("response.compaction");
    const input = [...compacted.output, { role: "user", content: "on" }] as ResponseInput;
    expect((await responses.create({ ...ask, input })).output_text).toBe("one");
  });

  it("GET /v1/models and /v1/models/{id}", async () => {
    const { models } = (await connect()).client;
    expect((await models.list()).data.map(({ id }) => id)).toEqual(["script"]);
    expect(await models.retrieve("script")).toMatchObject({ id: "script", object: "model" });
    await expect(models.retrieve("none")).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it("POST /v1/chat/completions, plain and streamed", async () => {
    const chat = (await connect()).client.chat.completions;
    const messages = [{ role: "user" as const, content: "a" }];
    const whole = await chat.create({ model: "script", messages });
    expect(whole.choices[0]?.message.content).toBe("one");
    let text = "";
    for await (const { choices } of await chat.create({ model: "script", messages, stream: true })) {
      text += choices[0]?.delta.content ?? "";
    }
    expect(text).toBe("one");
  });
});

describe("Codex over HTTP", () => {
  it("gets its own and the API's model list in one body, and can probe the path with HEAD", async () => {
    const { server } = await connect();
    const list = await (await fetch(`${server.url}/models?client_version=0.169.0`)).json();
    expect(list.data).toHaveLength(1);
    expect(list.models).toHaveLength(1);
    expect((await fetch(`${server.url}/responses`, { method: "HEAD" })).status).toBe(200);
  });

  it("streams a response with the accept header and fields that it sends", async () => {
    const { server } = await connect();
    const input = [
      { role: "user", content: "a" },
      { type: "reasoning", summary: [], encrypted_content: "gAAAA" },
      { type: "function_call", call_id: "c1", name: "run", arguments: "{}" },
      { type: "function_call_output", call_id: "c1", output: "done" },
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "one" }] },
      { role: "user", content: "b" },
    ];
    const answer = await fetch(`${server.url}/responses`, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({
        ...{ ...ask, input, stream: true, store: false, include: ["reasoning.encrypted_content"] },
      }),
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const text = await answer.text();
    expect(text).toMatch(/^event: response\.created\ndata: \{/);
    expect(text).toContain("event: response.completed\n");
    expect(text).toContain('"text":"two"');
    expect(answer.headers.has("openai-model")).toBe(false);
  });
});
