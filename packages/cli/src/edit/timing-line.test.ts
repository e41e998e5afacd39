import { expect, test } from "vitest";
import { timingLine } from "./timing-line.ts";

const TIMINGS = {
  first_token_ms: 38,
  tokens_per_second: 812,
  output_tokens: 96,
  total_ms: 157,
  server: null,
};

test("the line has an answer's first token, speed and length", () => {
  expect(timingLine({ timings: TIMINGS, model: "nano" })).toBe(
    "first token 38 ms · 812 tok/s · 96 tokens in 157 ms · nano",
  );
});

test("the line has no speed for an answer without text", () => {
  const timings = { ...TIMINGS, first_token_ms: null, tokens_per_second: 10, output_tokens: 1, total_ms: 89 };
  expect(timingLine({ timings, model: "nano" })).toBe("no text in 89 ms · nano");
});
