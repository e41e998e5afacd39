import { expect, test } from "vitest";
import type { Burst, GenerateEvent } from "../contract/index.ts";
import { EventQueue } from "./event-queue.ts";

const burst = (text: string): Burst => ({
  type: "burst",
  index: 0,
  part: { type: "text" },
  text,
  tokens: 1,
  drafted: 0,
  accepted: 0,
});
const FINISH = { type: "finish", reason: "stop", outputTokens: 0, reasoningTokens: 0 } as const;

test("events are read in order, whether they were queued before or come later", async () => {
  const queue = new EventQueue();
  queue.push(burst("a"));
  const events = queue.events();
  expect(await events.next()).toEqual({ done: false, value: burst("a") });
  const next = events.next();
  queue.push(burst("b"));
  queue.push(FINISH);
  expect(await next).toEqual({ done: false, value: burst("b") });
  expect(await events.next()).toEqual({ done: false, value: FINISH });
  expect((await events.next()).done).toBe(true);
});

test("a reader that is far behind gets merged bursts, with all text and tokens", async () => {
  const queue = new EventQueue();
  for (let index = 0; index < 10_000; index++) queue.push(burst("x"));
  queue.push(FINISH);
  const events: GenerateEvent[] = [];
  for await (const event of queue.events()) events.push(event);
  expect(events.length).toBeLessThan(100);
  const bursts = events.filter((event) => event.type === "burst");
  expect(bursts.map(({ text }) => text).join("")).toHaveLength(10_000);
  expect(bursts.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(10_000);
});
