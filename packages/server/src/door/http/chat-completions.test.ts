import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import { recordOf } from "../../access/keys.fixture.ts";
import type { FlintServer } from "../../server.ts";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve } from "../websocket/socket.fixture.ts";

const weather = { name: "weather", arguments: '{"city":"Oslo"}', call_id: "call_w" };
const scenario: Scenario = {
  turns: [
    { when: { contains: "weather" }, steps: [{ text: "Looking." }, { function_call: weather }] },
    { when: { last: "function_call_output" }, steps: [{ text: "It rains." }] },
    { when: { last: "custom_tool_call_output" }, steps: [{ text: "Patched." }] },
    { when: { contains: "think" }, steps: [{ reasoning: "hm, well" }, { text: "Yes." }] },
    {
      when: { contains: "patch" },
      steps: [{ custom_tool_call: { name: "patch", input: "+a", call_id: "call_p" } }],
    },
    { when: { contains: "crash" }, steps: [{ error: { code: "engine_crashed", message: "it died" } }] },
    {
      when: { contains: "halfway" },
      steps: [{ text: "Half" }, { error: { code: "engine_crashed", message: "it died" } }],
    },
    { steps: [{ text: "one two three four five" }] },
  ],
};
const tools = [
  {
    type: "function" as const,
    function: { name: "weather", parameters: { type: "object", properties: { city: { type: "string" } } } },
  },
];
const user = (content: string) => ({ role: "user" as const, content });

function chatOf(server: FlintServer) {
  return new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 }).chat.completions;
}

async function post(server: FlintServer, body: object) {
  return fetch(`${server.url}/chat/completions`, { method: "POST", body: JSON.stringify(body) });
}

describe("a chat completion", () => {
  it("answers messages, with usage", async () => {
    const chat = chatOf(await serve(scenario));
    const completion = await chat.create({
      model: "script",
      messages: [
        { role: "system", content: "Be kind." },
        user("a"),
        { role: "assistant", content: "b" },
        { role: "user", content: [{ type: "text", text: "c" }] },
      ],
    });
    expect(completion.id).toMatch(/^chatcmpl-/);
    expect(completion).toMatchObject({ object: "chat.completion", model: "script" });
    expect(completion.choices).toMatchObject([
      {
        index: 0,
        finish_reason: "stop",
        message: { role: "assistant", content: "one two three four five", refusal: null },
      },
    ]);
    const { usage } = completion;
    expect(usage?.prompt_tokens).toBeGreaterThan(5);
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
  });

  it("returns the model's refusal, whole and in chunks", async () => {
    const chat = chatOf(await serve({ turns: [{ steps: [{ refusal: "not this" }] }] }));
    const asked = { model: "script", messages: [user("a")] };
    const { choices } = await chat.create(asked);
    expect(choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: null, refusal: "not this" },
    });
    let refusal = "";
    for await (const chunk of await chat.create({ ...asked, stream: true }))
      refusal += chunk.choices[0]?.delta.refusal ?? "";
    expect(refusal).toBe("not this");
  });

  it("ends at max_completion_tokens and at a stop text", async () => {
    const chat = chatOf(await serve(scenario));
    const short = await chat.create({ model: "script", messages: [user("a")], max_completion_tokens: 3 });
    expect(short.choices[0]).toMatchObject({ finish_reason: "length", message: { content: "one two" } });
    const stopped = await chat.create({ model: "script", messages: [user("a")], stop: " three" });
    expect(stopped.choices[0]).toMatchObject({ finish_reason: "stop", message: { content: "one two" } });
  });

  it("calls tools and takes their results", async () => {
    const chat = chatOf(await serve(scenario));
    const question = user("How is the weather?");
    const asked = await chat.create({ model: "script", messages: [question], tools });
    const message = asked.choices[0]?.message;
    expect(asked.choices[0]?.finish_reason).toBe("tool_calls");
    expect(message).toMatchObject({
      content: "Looking.",
      tool_calls: [
        { id: "call_w", type: "function", function: { name: "weather", arguments: '{"city":"Oslo"}' } },
      ],
    });
    if (message === undefined) throw new Error("no message");
    const answered = await chat.create({
      model: "script",
      messages: [question, message, { role: "tool", tool_call_id: "call_w", content: "rain" }],
      tools,
    });
    expect(answered.choices[0]?.message.content).toBe("It rains.");
  });

  it("calls custom tools and takes their results", async () => {
    const chat = chatOf(await serve(scenario));
    const custom = [{ type: "custom" as const, custom: { name: "patch" } }];
    const messages = [user("patch it")];
    const asked = await chat.create({ model: "script", messages, tools: custom });
    const message = asked.choices[0]?.message;
    expect(message).toMatchObject({
      content: null,
      tool_calls: [{ id: "call_p", type: "custom", custom: { name: "patch", input: "+a" } }],
    });
    if (message === undefined) throw new Error("no message");
    const answered = await chat.create({
      model: "script",
      messages: [...messages, message, { role: "tool", tool_call_id: "call_p", content: "done" }],
    });
    expect(answered.choices[0]?.message.content).toBe("Patched.");
  });

  it("uses a prediction as the draft, and reports how many tokens were accepted", async () => {
    const chat = chatOf(await serve(scenario));
    const { usage, choices } = await chat.create({
      model: "script",
      messages: [user("a")],
      prediction: { type: "content", content: "one two three four six" },
    });
    expect(choices[0]?.message.content).toBe("one two three four five");
    expect(usage?.completion_tokens_details?.accepted_prediction_tokens).toBeGreaterThan(3);
  });

  it("separates reasoning from the answer", async () => {
    const chat = chatOf(await serve(scenario));
    const { choices, usage } = await chat.create({ model: "script", messages: [user("think")] });
    expect(choices[0]?.message).toMatchObject({ content: "Yes.", reasoning_content: "hm, well" });
    expect(usage?.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(0);
  });

  it("is stored only if the request asks for it", async () => {
    const server = await serve(scenario);
    for (const [store, status] of [
      [undefined, 404],
      [true, 200],
    ] as const) {
      const { id } = await (await post(server, { messages: [user("a")], store })).json();
      const stored = await fetch(`${server.url}/responses/${id.replace("chatcmpl-", "resp_")}`);
      expect(stored.status).toBe(status);
    }
  });
});

describe("a streamed chat completion", () => {
  it("works with the openai package's stream helper", async () => {
    const chat = chatOf(await serve(scenario));
    const stream = chat.stream({
      model: "script",
      messages: [user("How is the weather?")],
      tools,
      stream_options: { include_usage: true },
    });
    const deltas: string[] = [];
    stream.on("content.delta", ({ delta }) => deltas.push(delta));
    const completion = await stream.finalChatCompletion();
    expect(deltas.join("")).toBe("Looking.");
    expect(completion.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: {
        content: "Looking.",
        tool_calls: [{ id: "call_w", function: { name: "weather", arguments: '{"city":"Oslo"}' } }],
      },
    });
    expect(completion.usage?.completion_tokens).toBeGreaterThan(0);
  });

  it.each([true, false])("ends with [DONE], and has a usage chunk only if requested (%s)", async (wanted) => {
    const server = await serve(scenario);
    const answer = await post(server, {
      messages: [user("a")],
      stream: true,
      stream_options: { include_usage: wanted },
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const data = (await answer.text()).split("\n\n").filter((text) => text !== "");
    expect(data.at(-1)).toBe("data: [DONE]");
    const chunks = data.slice(0, -1).map((text) => JSON.parse(text.slice("data: ".length)));
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks[0].choices).toEqual([
      { index: 0, delta: { role: "assistant", content: "" }, finish_reason: null, logprobs: null },
    ]);
    expect(chunks.filter(({ choices }) => choices.length === 0)).toHaveLength(wanted ? 1 : 0);
    if (wanted) expect(chunks.at(-1).usage.total_tokens).toBeGreaterThan(0);
    else expect(chunks.every((chunk) => !("usage" in chunk))).toBe(true);
    expect(
      chunks.flatMap(({ choices }) =>
        choices.map((choice: { finish_reason: unknown }) => choice.finish_reason),
      ),
    ).toContain("stop");
  });

  it("is kept alive by comments while the model is silent", async () => {
    const server = await serve(
      { turns: [{ steps: [{ pause_ms: 150 }, { text: "well" }] }] },
      { limits: { keepAlive: 20 } },
    );
    const text = await (await post(server, { messages: [user("a")], stream: true })).text();
    expect(text.match(/^: keep-alive$/gm)?.length).toBeGreaterThan(2);
    expect(text).toContain('"content":"well"');
  });

  it("reports an immediate failure by its status, and a later one in the stream", async () => {
    const server = await serve(scenario);
    const chat = chatOf(server);
    await expect(
      chat.create({ model: "script", messages: [user("crash")], stream: true }),
    ).rejects.toMatchObject({
      status: 500,
      code: "server_error",
    });
    const stream = await chat.create({ model: "script", messages: [user("halfway")], stream: true });
    let text = "";
    await expect(async () => {
      for await (const { choices } of stream) text += choices[0]?.delta.content ?? "";
    }).rejects.toThrow("it died");
    expect(text).toBe("Half");
  });

  const endless: Scenario = {
    tokens_per_second: 500,
    turns: [
      {
        when: { contains: "weather" },
        steps: [{ function_call: { ...weather, arguments: `{"city":"${"Oslo ".repeat(100_000)}"}` } }],
      },
      { steps: [{ repeat: 100_000, text: "word " }] },
    ],
  };

  /** What a stream says after its answer has begun, once it was stopped. */
  async function afterStop(answer: Response, stop: (id: string) => unknown) {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (reader === undefined) throw new Error("the answer has no body");
    let text = "";
    let isStopped = false;
    for (let more = await reader.read(); !more.done; more = await reader.read()) {
      text += more.value;
      const id = /"id":"chatcmpl-([^"]+)"/.exec(text)?.[1];
      if (isStopped || id === undefined) continue;
      isStopped = true;
      await stop(`resp_${id}`);
    }
    return text;
  }

  it.each<[string, string, (server: FlintServer, id: string) => unknown]>([
    [
      "a text that is cancelled",
      "say much",
      (server, id) => fetch(`${server.url}/responses/${id}/cancel`, { method: "POST" }),
    ],
    [
      "a call that is cancelled",
      "weather",
      (server, id) => fetch(`${server.url}/responses/${id}/cancel`, { method: "POST" }),
    ],
    [
      "a text that is interrupted",
      "say much",
      async (server, id) => {
        const client = await Client.connect(server);
        client.send({ type: "response.resume", response_id: id, starting_after: 0 });
        await client.next("response.in_progress");
        client.send({ type: "response.interrupt", response_id: id });
      },
    ],
    [
      "a text that is steered",
      "say much",
      async (server, id) => {
        const client = await Client.connect(server);
        client.send({ type: "response.resume", response_id: id, starting_after: 0 });
        await client.next("response.in_progress");
        client.send({ type: "response.steer", previous_response_id: id, input: "no" });
      },
    ],
  ])("ends with an error and no finish_reason for %s", async (_, content, stop) => {
    const server = await serve(endless);
    const answer = await post(server, { messages: [user(content)], tools, store: true, stream: true });
    const text = await afterStop(answer, (id) => stop(server, id));
    const last = JSON.parse(text.trim().split("\n\n").at(-1)?.replace("data: ", "") ?? "");
    expect(last.error).toMatchObject({ code: "response_cancelled", type: "invalid_request_error" });
    expect(text).not.toMatch(/"finish_reason":"/);
  });

  it("ends with the key's error if the key is revoked meanwhile", async () => {
    const ann = recordOf({});
    const server = await serve(endless, { keys: [ann.record] });
    const answer = await fetch(`${server.url}/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${ann.text}` },
      body: JSON.stringify({ messages: [user("say much")], stream: true }),
    });
    const text = await afterStop(answer, () => server.reload({ keys: [] }));
    const last = JSON.parse(text.trim().split("\n\n").at(-1)?.replace("data: ", "") ?? "");
    expect(last.error).toMatchObject({ code: "revoked_api_key", type: "authentication_error" });
    expect(text).not.toMatch(/"finish_reason":"/);
  });

  it.each([true, false])("stops when the client goes away (stream: %s)", async (stream) => {
    const engine = new WatchedEngine({
      tokens_per_second: 100,
      turns: [{ steps: [{ repeat: 4000, text: "word " }] }],
    });
    const server = await serve(engine);
    const finished = once(engine, "finish");
    const generates = once(engine, "generate");
    const leave = new AbortController();
    const answer = fetch(`${server.url}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ messages: [user("a")], stream }),
      signal: leave.signal,
    });
    await generates;
    leave.abort();
    await expect(answer.then((response) => response.text())).rejects.toThrow();
    expect((await finished)[0].reason).toBe("aborted");
  });
});

describe("a chat request that is refused", () => {
  it("names the place in its messages", async () => {
    const server = await serve(scenario);
    const image = { type: "image_url", image_url: { url: "data:image/png;base64,AA" } };
    for (const [messages, code, param] of [
      [[user("a"), { role: "user", content: [image] }], "unsupported_content", "messages[1].content[0]"],
      [
        [{ role: "tool", tool_call_id: "x", content: "y" }],
        "tool_call_not_found",
        "messages[0].tool_call_id",
      ],
      [[], "invalid_value", "messages"],
    ]) {
      const answer = await post(server, { messages });
      expect(answer.status).toBe(400);
      expect((await answer.json()).error).toMatchObject({ code, param, type: "invalid_request_error" });
    }
  });

  it("has the code tool_not_found for a tool_choice that no tool matches", async () => {
    const server = await serve(scenario);
    const named = { type: "function", function: { name: "wether" } };
    const listed = { type: "allowed_tools", allowed_tools: { mode: "auto", tools: [named] } };
    for (const tool_choice of [named, listed, "required"]) {
      const given = tool_choice === "required" ? {} : { tools };
      const answer = await post(server, { messages: [user("a")], ...given, tool_choice });
      expect((await answer.json()).error.code).toBe("tool_not_found");
    }
  });

  it("names the place of an unsupported schema", async () => {
    const server = await serve(scenario);
    const schema = { not: { const: 1 } };
    const format = { type: "json_schema", json_schema: { name: "a", strict: true, schema } };
    const tool = { type: "function", function: { name: "f", strict: true, parameters: schema } };
    for (const [fields, param] of [
      [{ response_format: format }, "response_format.json_schema.schema"],
      [{ tools: [tool] }, "tools[0].function.parameters"],
    ] as const) {
      const answer = await post(server, { messages: [user("a")], ...fields });
      expect(answer.status).toBe(400);
      const { error } = await answer.json();
      expect(error).toMatchObject({ code: "invalid_json_schema", param });
      expect(error.message).toContain(`${param}\`: /not: `);
    }
  });

  it("becomes the openai package's own error class, and names its field", async () => {
    const chat = chatOf(await serve(scenario));
    await expect(chat.create({ model: "gpt-9", messages: [user("a")] })).rejects.toBeInstanceOf(
      OpenAI.NotFoundError,
    );
    await expect(chat.create({ model: "script", messages: [user("a")], n: 2 })).rejects.toMatchObject({
      status: 400,
      param: "n",
    });
  });
});
