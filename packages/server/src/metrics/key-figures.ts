import type { Usage } from "@flint/protocol";
import { Counter, type Registry } from "prom-client";

/** Maximum number of keys with their own label value; later keys share one. */
const MOST_KEYS = 1_000;
const OTHERS = "other";

export interface KeyFigures {
  countUsed(key: string, usage: Usage | null, cost: number | null): void;
  countRefused(key: string, code: string): void;
}

/** Registers counters of each key's usage. */
export function keyFigures(registry: Registry): KeyFigures {
  const known = new Set<string>();
  const registers = [registry];
  const responses = new Counter({
    name: "flint_key_responses_total",
    help: "Finished responses of a key.",
    labelNames: ["key"],
    registers,
  });
  const tokens = new Counter({
    name: "flint_key_tokens_total",
    help: "Tokens of a key: of prompts, of the cached part of them, and of answers.",
    labelNames: ["key", "kind"],
    registers,
  });
  const dollars = new Counter({
    name: "flint_key_cost_usd_total",
    help: "Cost of a key's responses, for models that have a price.",
    labelNames: ["key"],
    registers,
  });
  const refusals = new Counter({
    name: "flint_key_refusals_total",
    help: "Errors returned for a key's requests.",
    labelNames: ["key", "code"],
    registers,
  });
  const labelOf = (key: string) => {
    if (known.size < MOST_KEYS) known.add(key);
    return known.has(key) ? key : OTHERS;
  };
  return {
    countUsed(id, usage, cost) {
      const key = labelOf(id);
      responses.inc({ key });
      if (cost !== null) dollars.inc({ key }, cost);
      if (usage === null) return;
      tokens.inc({ key, kind: "input" }, usage.input_tokens);
      tokens.inc({ key, kind: "cached" }, usage.input_tokens_details.cached_tokens);
      tokens.inc({ key, kind: "output" }, usage.output_tokens);
    },
    countRefused: (id, code) => refusals.inc({ key: labelOf(id), code }),
  };
}
