import { expect, test } from "vitest";
import { type MeasuredTurn, measuredTurn, medians } from "./measured-turn.ts";

function turn(way: MeasuredTurn["way"], firstToken: number | null): MeasuredTurn {
  const none = { queue: null, prefill: null, tokensPerSecond: null, stop: null, steer: null };
  return { ...none, number: 1, way, firstToken, total: 100 };
}

test("connections are compared by their median first token; turns without a token do not count", () => {
  const turns = [
    turn("HTTP", 40),
    turn("WebSocket, warm", 10),
    turn("HTTP", 20),
    turn("HTTP", 90),
    turn("WebSocket, warm", 20),
    turn("WebSocket, warm", null),
    turn("WebSocket, cold", null),
  ];
  expect(medians(turns)).toEqual([
    { way: "HTTP", turns: 3, firstToken: 40 },
    { way: "WebSocket, warm", turns: 2, firstToken: 15 },
  ]);
});

test("queue and prefill are left out for a restarted answer, as they belong to its last response only", () => {
  const server = { queue_ms: 1, prefill_ms: 9, tokens_per_second: 600, output_tokens: 60 } as never;
  const timings = { first_token_ms: 213, total_ms: 685, tokens_per_second: 600, output_tokens: 60, server };
  const measured = { firstToken: 213, total: 685, tokensPerSecond: 600 };
  expect(measuredTurn(1, "HTTP", { timings }, false)).toMatchObject({ ...measured, queue: 1, prefill: 9 });
  expect(measuredTurn(1, "HTTP", { timings }, true)).toMatchObject({
    ...measured,
    queue: null,
    prefill: null,
  });
});
