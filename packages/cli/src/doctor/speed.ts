import { type EditOptions, type EditResult, FlintError } from "@flint/client";
import { count, duration } from "../measure/index.ts";
import { BUNDLED } from "../models/index.ts";
import { initializeSession } from "../sdk/index.ts";
import { broken, type Finding, ok } from "./finding.ts";

/** Returns different code for each `nth`, since the engine would not reread a known prompt. */
const codeOf = (nth: number) => `function total${nth}(items) {
  var sum = 0;
  for (var i = 0; i < items.length; i++) {
    var item = items[i];
    sum = sum + item.price;
  }
  return sum;
}
`;
const INSTRUCTION = "use const and let instead of var";

interface Sample {
  /** Milliseconds. */
  readonly first: number;
  readonly rate: number;
}

/** Runs real edits for about `budget` milliseconds through session, server and engine, and reports medians. */
export async function checkSpeed(budget = 1000): Promise<Finding> {
  try {
    const samples = await measure(budget);
    const first = median(samples.map((sample) => sample.first));
    const rate = median(samples.map((sample) => sample.rate));
    const found = `first token ${duration(first)}, ${count(rate)} tokens/s with ${BUNDLED.id}, median of ${samples.length} edit${samples.length === 1 ? "" : "s"}`;
    return ok("speed", found, { first_token_ms: first, tokens_per_second: rate, edits: samples.length });
  } catch (error) {
    if (!(error instanceof FlintError)) throw error;
    return broken(
      "speed",
      `an edit failed: ${error.message}`,
      "see the findings above; then install Flint again: npm ci",
    );
  }
}

async function measure(budget: number): Promise<Sample[]> {
  const session = await initializeSession({ model: BUNDLED.id });
  try {
    return await samplesOf((options) => session.edit(options), budget);
  } finally {
    await session.close();
  }
}

/** Runs one unmeasured edit, which waits for the model to load, then as many as the budget allows. */
export async function samplesOf(
  edit: (options: EditOptions) => PromiseLike<EditResult>,
  budget: number,
): Promise<Sample[]> {
  await edit({ code: codeOf(0), instruction: INSTRUCTION });
  const samples: Sample[] = [];
  const end = performance.now() + budget;
  do {
    const { timings } = await edit({ code: codeOf(samples.length + 1), instruction: INSTRUCTION });
    samples.push({
      first: timings.first_token_ms ?? timings.total_ms,
      rate: timings.tokens_per_second ?? 0,
    });
  } while (performance.now() < end);
  return samples;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
