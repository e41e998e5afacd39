import { expect, test } from "vitest";
import { ask, asks, useEngine } from "./asking.fixture.ts";
import { Estimate } from "./estimate.ts";
import { useTestServer } from "./server.fixture.ts";

test("each token count from the server improves the next estimate", () => {
  const estimate = new Estimate();
  const first = estimate.tokens("m", 700);
  estimate.learn("m", 700, 100);
  expect(first).toBe(200);
  expect(estimate.tokens("m", 700)).toBe(100);
  expect(estimate.tokens("other", 700)).toBe(200);
  estimate.learn("m", 700, null);
  estimate.learn("m", 0, 5);
  expect(estimate.tokens("m", 1400)).toBe(200);
});

test("a prompt is estimated if the server counts nothing, and is never refused for the estimate", async () => {
  const server = await useTestServer({ contextLength: 60 });
  const engine = useEngine({ targets: [{ preset: "ollama", url: server.url }] });
  // By its length it is beyond the context; by the server's words it is not.
  const prompt = asks("incomprehensibilities ".repeat(20));
  expect(await engine.countTokens("story", prompt)).toBeGreaterThan(60);
  const thread = await engine.openThread({ model: "story" });
  expect(await thread.prefill(prompt)).toMatchObject({ estimated: true });
  thread.release();
  const { finish } = await ask(engine, prompt, { maxTokens: 2 });
  expect(finish).toMatchObject({ reason: "length", outputTokens: 2 });
  expect(await engine.countTokens("story", prompt)).toBe(finish.prompt?.promptTokens);
});
