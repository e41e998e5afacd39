import OpenAI from "openai";
import { expect, it } from "vitest";
import { serve } from "../websocket/socket.fixture.ts";

const scenario = {
  model: { contextLength: 200 },
  turns: [
    { when: { contains: "unreadable" }, steps: [{ text: "no" }] },
    { steps: [{ text: "one two three" }] },
  ],
};

it("counts the same input tokens as a create with the same fields", async () => {
  const server = await serve(scenario);
  const { responses } = new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 });
  const parameters = { type: "object", properties: {} };
  const body = {
    model: "script",
    instructions: "Be kind.",
    input: [{ role: "user" as const, content: "how many tokens are these?" }],
    tools: [{ type: "function" as const, name: "run", parameters, strict: false }],
  };
  const first = await responses.create(body);
  expect(await responses.inputTokens.count(body)).toEqual({
    object: "response.input_tokens",
    input_tokens: first.usage?.input_tokens,
  });

  const next = { model: "script", input: "and these?", previous_response_id: first.id };
  const counted = await responses.inputTokens.count(next);
  expect(counted.input_tokens).toBe((await responses.create(next)).usage?.input_tokens);
});

it("counts an empty request as 0, and an input larger than the context", async () => {
  const server = await serve(scenario);
  const { inputTokens } = new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 }).responses;
  expect((await inputTokens.count({})).input_tokens).toBe(0);
  expect((await inputTokens.count({ model: null, input: "word ".repeat(500) })).input_tokens).toBeGreaterThan(
    500,
  );
});

it("refuses an unknown model or parent as a create does", async () => {
  const server = await serve(scenario);
  const { inputTokens } = new OpenAI({ baseURL: server.url, apiKey: "none", maxRetries: 0 }).responses;
  await expect(inputTokens.count({ model: "gpt-9", input: "a" })).rejects.toMatchObject({
    status: 404,
    code: "model_not_found",
  });
  await expect(inputTokens.count({ input: "a", previous_response_id: "resp_x" })).rejects.toMatchObject({
    code: "previous_response_not_found",
  });
});
