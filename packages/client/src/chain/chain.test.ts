import type { InputItem, OutputItem } from "@flint/protocol";
import { expect, test } from "vitest";
import { ChainLedger, type ChainLimits } from "./chain.ts";

const asked = (text: string): InputItem => ({ role: "user", content: text });
const answered = (text: string): OutputItem => ({
  type: "message",
  id: `msg_${text}`,
  status: "completed",
  role: "assistant",
  content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
});

const LIMITS: ChainLimits = { chainResponses: 10, chainLength: 10_000 };

function conversation(epochs: readonly number[], limits: Partial<ChainLimits> = {}): ChainLedger {
  const ledger = new ChainLedger({ ...LIMITS, ...limits });
  for (const [n, epoch] of epochs.entries()) {
    ledger.record({
      responseId: `r${n}`,
      previousResponseId: n === 0 ? null : `r${n - 1}`,
      input: [asked(`q${n}`)],
      output: [answered(`a${n}`)],
      epoch,
    });
  }
  return ledger;
}

test("a response made on this connection is continued by its id alone", () => {
  expect(conversation([1, 1]).continuation("r1", 1)).toEqual({ previousResponseId: "r1", items: [] });
});

test("on another connection the whole conversation is sent, in order", () => {
  expect(conversation([1, 1]).continuation("r1", 2)).toEqual({
    previousResponseId: null,
    items: [asked("q0"), answered("a0"), asked("q1"), answered("a1")],
  });
});

test("a response made after a reconnect is continued by its id again", () => {
  expect(conversation([1, 2]).continuation("r1", 2)).toEqual({ previousResponseId: "r1", items: [] });
});

test("over HTTP, where the server keeps nothing, the whole conversation is always sent", () => {
  expect(conversation([1]).continuation("r0", null).items).toHaveLength(2);
});

test("the whole conversation is sent again to a server that has lost it", () => {
  expect(conversation([1, 1]).continuation("r1", 1, true).items).toHaveLength(4);
});

test("a response that this session did not make is continued by its id", () => {
  expect(conversation([]).continuation("resp_stored", 1)).toEqual({
    previousResponseId: "resp_stored",
    items: [],
  });
});

test("the oldest responses are dropped beyond limits.chainResponses", () => {
  expect(conversation([1, 1, 1], { chainResponses: 2 }).continuation("r2", 2)).toEqual({
    previousResponseId: "r0",
    items: [asked("q1"), answered("a1"), asked("q2"), answered("a2")],
  });
});

test("the oldest responses are dropped beyond limits.chainLength, each counted once", () => {
  const ledger = conversation([1, 1], { chainLength: 3_000 });
  const code = "x".repeat(2_000);
  ledger.record({
    responseId: "r2",
    previousResponseId: "r1",
    input: [asked(code)],
    output: [],
    epoch: 1,
  });
  expect(ledger.continuation("r2", 2).items).toHaveLength(5);
  ledger.record({
    responseId: "r3",
    previousResponseId: "r2",
    input: [asked(code)],
    output: [],
    epoch: 1,
  });
  expect(ledger.continuation("r3", 2)).toEqual({ previousResponseId: "r2", items: [asked(code)] });
  // Recorded again, it counts once.
  ledger.record({ responseId: "r3", previousResponseId: "r2", input: [asked(code)], output: [], epoch: 2 });
  expect(ledger.continuation("r3", 3)).toEqual({ previousResponseId: "r2", items: [asked(code)] });
});

test("a response longer than limits.chainLength is continued by its id", () => {
  const ledger = conversation([1], { chainLength: 10 });
  expect(ledger.continuation("r0", 2)).toEqual({ previousResponseId: "r0", items: [] });
});

test("a branch keeps the conversation it started from, and does not change the original", () => {
  const ledger = conversation([1], { chainResponses: 1 });
  const branch = ledger.branch();
  branch.record({
    responseId: "edit",
    previousResponseId: "r0",
    input: [asked("edit")],
    output: [answered("edited")],
    epoch: 1,
  });
  expect(branch.continuation("edit", 2).items).toEqual([
    asked("q0"),
    answered("a0"),
    asked("edit"),
    answered("edited"),
  ]);
  expect(ledger.continuation("edit", 2)).toEqual({ previousResponseId: "edit", items: [] });
  expect(ledger.continuation("r0", 2).items).toHaveLength(2);
});
