import { expect, test } from "vitest";
import { type MeasuredTurn, medians } from "./measured-turn.ts";

function turn(way: MeasuredTurn["way"], firstToken: number | null): MeasuredTurn {
  const none = { queue: null, prefill: null, tokensPerSecond: null, stop: null, steer: null };
  return { ...none, number: 1, way, firstToken, total: 100 };
}

test("ways are compared by their medians; turns without a token do not count", () => {
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
