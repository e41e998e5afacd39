import { expect, test } from "vitest";
import type { Prompt } from "../../contract/index.ts";
import { BatchCosts, Drafts } from "../../draft/index.ts";
import { chatFormat } from "../../prompt/index.ts";
import type { Sampler } from "../binding/index.ts";
import { Answer } from "./answer.ts";
import { toEngineError } from "./fault.ts";
import { Generation } from "./generation.ts";
import { ThreadState } from "./thread-state.ts";

const GREEDY: Sampler = {
  config: { temperature: 0, topP: 1, seed: 0 },
  stuck: false,
  fault: null,
  uncertainty: null,
  dispose() {},
};

/** An answer that its draft, of sevens, is very sure of. */
function drafted(): Generation {
  const costs = BatchCosts.guessed();
  const terms = {
    ...{ known: true, cost: (size: number) => costs.of(size), beside: 0, doubtful: () => true },
    ...{ max: 62, exact: false },
  };
  const sevens = { agreement: 9, push() {}, proposal: (length: number) => new Uint32Array(length).fill(7) };
  const tip: Prompt["tip"] = { parent: null, items: [{ role: "user", content: "?" }] };
  const format = chatFormat({
    modelId: "test",
    template: "{% for message in messages %}{{ message.content }}{% endfor %}",
  });
  const parser = format.render({ tip, instructions: null, tools: [] }).reading.parser();
  return new Generation({
    ...{ thread: new ThreadState(1, { id: "model", path: "/model.gguf" }, null), sampler: GREEDY },
    ...{
      answer: new Answer({ ends: [], stop: [], parser, maxCalls: 1 }),
      drafts: new Drafts([sevens], terms),
    },
    ...{ contextLength: 1_000, maxTokens: 100, isEnd: () => false, bytesOf: () => Buffer.from("7") },
    ...{ fault: (cause: unknown) => toEngineError(cause, () => {}), bursts() {}, ended() {} },
  });
}

test("an undecided token gets a step without a draft, and the next step has a draft again", () => {
  const generation = drafted();
  const { length } = generation.next().draft;
  expect(length).toBeGreaterThan(1);
  // As far as it was decided, it was the draft.
  generation.addOutput([7], length);
  expect(generation.next().draft).toHaveLength(0);
  generation.addOutput([7], 0);
  expect(generation.next().draft.length).toBeGreaterThan(0);
});

test("a rejected draft is followed by another draft at once", () => {
  const generation = drafted();
  const { length } = generation.next().draft;
  generation.addOutput([7, 8], length);
  expect(generation.next().draft.length).toBeGreaterThan(0);
});
