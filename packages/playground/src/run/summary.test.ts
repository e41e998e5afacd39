import type { EditResult } from "@flint/client/browser";
import { expect, test } from "vitest";
import { type EndedEdit, summary } from "./summary.ts";

const timings: EditResult["timings"] = {
  first_token_ms: 12,
  total_ms: 40,
  tokens_per_second: 900,
  output_tokens: 60,
  server: null,
};
const verified: EditResult["verification"] = {
  ...{ parses: true, parsedBefore: true, language: "javascript", errors: [], scope: null },
  ...{ confidence: null, doubtful: false },
};
const hunk = { kind: "replace", oldStart: 1, oldLines: ["a"], newStart: 1, newLines: ["b"] } as const;
const placed = { line: 1, verdict: "exact", search: ["a"] } as const;
const lost = { line: null, verdict: "missing", search: ["c"] } as const;

function told(ended: Partial<EndedEdit>) {
  return summary({ hunks: [hunk], status: "completed", timings, ...ended });
}

test("the summary gives an edit's changes and times, and why it ended early", () => {
  expect(told({})).toEqual({ text: "1 change in 40 ms, first token after 12 ms.", isFailure: false });
  expect(told({ anchors: [placed] }).text).toBe("1 change in 40 ms, first token after 12 ms.");
  expect(told({ hunks: [] }).text).toBe("No change proposed, in 40 ms, first token after 12 ms.");
  expect(told({ status: "interrupted", timings: { ...timings, interrupt_ms: 3 } }).text).toBe(
    "Stopped in 3.0 ms; 1 change so far.",
  );
  expect(told({ status: "incomplete", hunks: [hunk, hunk] }).text).toBe(
    "Cut off by the token limit; 2 changes so far, in 40 ms, first token after 12 ms.",
  );
});

test("the summary uses the number of changes shown", () => {
  expect(summary({ hunks: [hunk, hunk], status: "completed", timings }, 1).text).toMatch(
    /^1 change in 40 ms/,
  );
});

test("the summary warns of an answer that the model is not sure of", () => {
  const told = (verification: Partial<EditResult["verification"]>) =>
    summary({ hunks: [hunk], status: "completed", timings, verification: { ...verified, ...verification } });
  expect(told({ confidence: 0.314, doubtful: true })).toEqual({
    text: "1 change in 40 ms, first token after 12 ms. The model is not sure of this (31 %): check it closely, or rephrase the instruction.",
    isFailure: true,
  });
  expect(told({ confidence: 0.9, doubtful: false }).isFailure).toBe(false);
});

test("the summary reports changes without a place as a failure", () => {
  expect(told({ anchors: [lost, placed] })).toEqual({
    text: "1 change in 40 ms, first token after 12 ms. 1 of 2 changes could not be placed in the code and were left out.",
    isFailure: true,
  });
  expect(told({ anchors: [lost, placed], status: "interrupted" }).text).toMatch(
    /^Stopped; 1 change so far\. 1 of 2 changes could not be placed/,
  );
});

test("the summary of an edit whose changes all lack a place does not say that none was proposed", () => {
  expect(told({ hunks: [], anchors: [lost, lost] })).toEqual({
    text: "2 of 2 changes could not be placed in the code and were left out, in 40 ms, first token after 12 ms.",
    isFailure: true,
  });
});
