import type { ResponseObject, Timings } from "@flint/protocol";
import { Counter, Histogram, type Registry } from "prom-client";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const TOKENS = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144];
const RATES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
const UNLISTED = "other";

/** A histogram of responses by model. */
interface Figure {
  readonly name: string;
  readonly help: string;
  readonly buckets: number[];
  /** Returns a response's value; null if it has none. */
  readonly read: (timings: Timings) => number | null;
}

const FIGURES: readonly Figure[] = [
  {
    name: "flint_queue_seconds",
    help: "Time from a request's arrival to its prefill.",
    buckets: SECONDS,
    read: ({ queue_ms }) => secondsOf(queue_ms),
  },
  {
    name: "flint_load_seconds",
    help: "Time spent waiting for a model to load, if there was any.",
    buckets: SECONDS,
    read: ({ load_ms }) => secondsOf(load_ms),
  },
  {
    name: "flint_prefill_seconds",
    help: "Time to read the prompt.",
    buckets: SECONDS,
    read: ({ prompt_tokens, prefill_ms }) => (prompt_tokens > 0 ? secondsOf(prefill_ms) : null),
  },
  {
    name: "flint_first_token_seconds",
    help: "Time from a request's arrival to its first output.",
    buckets: SECONDS,
    read: ({ first_token_ms }) => secondsOf(first_token_ms),
  },
  {
    name: "flint_tokens_per_second",
    help: "Tokens per second of an answer, not counting the time to read its prompt.",
    buckets: RATES,
    read: ({ tokens_per_second }) => tokens_per_second,
  },
  {
    name: "flint_output_tokens",
    help: "Tokens of an answer.",
    buckets: TOKENS,
    read: ({ output_tokens }) => (output_tokens > 0 ? output_tokens : null),
  },
  {
    name: "flint_drafted_tokens",
    help: "Drafted tokens of an answer.",
    buckets: TOKENS,
    read: ({ output_tokens, drafted }) => (output_tokens > 0 ? drafted : null),
  },
  {
    name: "flint_accepted_tokens",
    help: "Accepted drafted tokens.",
    buckets: TOKENS,
    read: ({ output_tokens, accepted }) => (output_tokens > 0 ? accepted : null),
  },
  {
    name: "flint_stop_seconds",
    help: "Time from an interrupt, cancel or steer until the engine stops.",
    buckets: SECONDS,
    read: ({ stop_ms }) => secondsOf(stop_ms),
  },
  {
    name: "flint_steer_seconds",
    help: "Time from a steer to the first output that follows it.",
    buckets: SECONDS,
    read: ({ steer_ms }) => secondsOf(steer_ms),
  },
];

function secondsOf(milliseconds: number | null | undefined): number | null {
  return milliseconds == null ? null : milliseconds / 1000;
}

export interface ResponseFigures {
  countRefused(code: string): void;
  countEnded(response: ResponseObject, isListed: boolean): void;
}

/** Registers counters and histograms of responses, filled from each response's timings when it ends. */
export function responseFigures(registry: Registry): ResponseFigures {
  const registers = [registry];
  const responses = new Counter({
    name: "flint_responses_total",
    help: "Finished responses.",
    labelNames: ["model", "status"],
    registers,
  });
  const errors = new Counter({
    name: "flint_response_errors_total",
    help: "Failed responses.",
    labelNames: ["code"],
    registers,
  });
  const refusals = new Counter({
    name: "flint_refusals_total",
    help: "Errors returned for a request, including failed responses.",
    labelNames: ["code"],
    registers,
  });
  const breaks = new Counter({
    name: "flint_cache_breaks_total",
    help: "Prompts that differed from the state that the engine kept of their conversation.",
    labelNames: ["model", "reason"],
    registers,
  });
  const promptTokens = new Histogram({
    name: "flint_prefill_tokens",
    help: "Tokens of a prompt: new ones, and cached ones.",
    buckets: TOKENS,
    registers,
    labelNames: ["model", "kind"],
  });
  const histograms = FIGURES.map(({ name, help, buckets, read }) => ({
    histogram: new Histogram({ name, help, buckets, registers, labelNames: ["model"] }),
    read,
  }));

  return {
    countRefused: (code) => refusals.inc({ code }),
    countEnded({ model: id, status, error, flint }, isListed) {
      const model = isListed ? id : UNLISTED;
      responses.inc({ model, status });
      if (error !== null) errors.inc({ code: error.code });
      const timings = flint?.timings;
      // A warm-up completes before anything was measured.
      if (timings === undefined || (status === "completed" && timings.prompt_tokens === 0)) return;
      const broke = timings.cache?.broke;
      if (broke) breaks.inc({ model, reason: broke.reason });
      if (timings.prompt_tokens > 0) {
        promptTokens.observe({ model, kind: "new" }, timings.prompt_tokens - timings.reused_tokens);
        promptTokens.observe({ model, kind: "reused" }, timings.reused_tokens);
      }
      for (const { histogram, read } of histograms) {
        const value = read(timings);
        if (value !== null) histogram.observe({ model }, value);
      }
    },
  };
}
