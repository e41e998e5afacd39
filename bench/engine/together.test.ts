import { expect, test } from "vitest";
import { paceOf } from "./together.ts";

const answer = (first_at: number, last_at: number) => ({ first_at, last_at, decode_tokens: 100 });

test("answers that run at the same time add up their pace", () => {
  expect(paceOf([answer(1_000, 2_000), answer(1_000, 2_000)])).toEqual({
    tokens_per_second: 200,
    step_ms: 10,
  });
});

test("answers that run one after another are no faster together than one", () => {
  expect(paceOf([answer(1_000, 2_000), answer(2_000, 3_000)]).tokens_per_second).toBe(100);
});
