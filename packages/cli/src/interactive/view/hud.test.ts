import { EditState, type SessionEvent, type SessionState } from "@flint/client";
import { expect, test } from "vitest";
import { hudLine } from "./hud.ts";

const OPEN: Pick<SessionState, "contextLength" | "connection"> = {
  contextLength: 8_100,
  connection: { type: "connection", status: "open" },
};

function ended(cost_usd?: number, firstToken: number | null = 38, promptTokens = 100): EditState {
  const edit = new EditState({
    ...{ id: "e1", path: "a.js", instruction: "go", selection: null, from: null, beside: null },
    ...{ base: "a\n", input: "a\n", begun: 0, tokenLength: null },
  });
  const server = {
    ...{ prompt_tokens: promptTokens, output_tokens: 20, reused_tokens: 91, drafted: 0, accepted: 0 },
    ...(cost_usd !== undefined && { cost_usd }),
  };
  edit.ended({
    ...{ type: "ended", edit: "e1", status: "completed", hunks: [], verification: {} },
    ...{ timings: { first_token_ms: firstToken, tokens_per_second: 812, total_ms: 400, server } },
    ...{ declined: null, model: "script", contextLength: 8_100 },
  } as unknown as Extract<SessionEvent, { type: "ended" }>);
  return edit;
}

test.each([
  [0, "$0.00"],
  [1.254, "$1.25"],
  [0.0004321, "$0.00043"],
  [0.00000512, "$0.0000051"],
  [0.0000004, "<$0.000001"],
])("a cost of %s is shown as %s", (cost, told) => {
  expect(hudLine(ended(cost), OPEN, 400)).toBe(
    `first 38 ms · 812 tok/s · in 400 ms · cache 91 % · ${told} · 7.9k left`,
  );
});

test("no cost is shown without prices", () => {
  expect(hudLine(ended(), OPEN, 400)).toBe("first 38 ms · 812 tok/s · in 400 ms · cache 91 % · 7.9k left");
});

test("no first token and no speed are shown for an answer without text", () => {
  expect(hudLine(ended(undefined, null), OPEN, 400)).toBe("no text in 400 ms · cache 91 % · 7.9k left");
});

test("the remaining context is not shown for a prompt that was not read", () => {
  expect(hudLine(ended(undefined, null, 0), OPEN, 400)).toBe("no text in 400 ms");
});
