import type { ResponseObject } from "@flint/protocol";
import { Counter, Histogram, type Registry } from "prom-client";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const TOKENS = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144];
const RATES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
const UNLISTED = "other";

export interface ResponseFigures {
  refused(code: string): void;
  ended(response: ResponseObject, isListed: boolean): void;
}

/** Counters and histograms of responses, filled from each one's timings when it has ended. */
export function responseFigures(registry: Registry): ResponseFigures {
  const registers = [registry];
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, buckets, registers, labelNames: ["model"] });
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
  const queue = histogram("flint_queue_seconds", "Time from a request's arrival to its prefill.", SECONDS);
  const load = histogram(
    "flint_load_seconds",
    "Time spent waiting for a model to load, if there was any.",
    SECONDS,
  );
  const prefill = histogram("flint_prefill_seconds", "Time to read the prompt.", SECONDS);
  const promptTokens = new Histogram({
    name: "flint_prefill_tokens",
    help: "Tokens of a prompt: new ones, and cached ones.",
    buckets: TOKENS,
    registers,
    labelNames: ["model", "kind"],
  });
  const first = histogram(
    "flint_first_token_seconds",
    "Time from a request's arrival to its first output.",
    SECONDS,
  );
  const rate = histogram(
    "flint_tokens_per_second",
    "Tokens per second of an answer, not counting the time to read its prompt.",
    RATES,
  );
  const output = histogram("flint_output_tokens", "Tokens of an answer.", TOKENS);
  const drafted = histogram("flint_drafted_tokens", "Drafted tokens of an answer.", TOKENS);
  const accepted = histogram("flint_accepted_tokens", "Accepted drafted tokens.", TOKENS);
  const stop = histogram(
    "flint_stop_seconds",
    "Time from an interrupt, cancel or steer until the engine stops.",
    SECONDS,
  );
  const steer = histogram(
    "flint_steer_seconds",
    "Time from a steer to the first output that follows it.",
    SECONDS,
  );

  return {
    refused: (code) => refusals.inc({ code }),
    ended({ model: id, status, error, flint }, isListed) {
      const model = isListed ? id : UNLISTED;
      responses.inc({ model, status });
      if (error !== null) errors.inc({ code: error.code });
      const timings = flint?.timings;
      // A warm-up completes before anything is measured.
      if (timings === undefined || (status === "completed" && timings.prompt_tokens === 0)) return;
      const labels = { model };
      const broke = timings.cache?.broke;
      if (broke) breaks.inc({ model, reason: broke.reason });
      const seconds = (to: Histogram<"model">, milliseconds: number | null | undefined) => {
        if (milliseconds != null) to.observe(labels, milliseconds / 1000);
      };
      seconds(queue, timings.queue_ms);
      seconds(load, timings.load_ms);
      seconds(first, timings.first_token_ms);
      seconds(stop, timings.stop_ms);
      seconds(steer, timings.steer_ms);
      if (timings.prompt_tokens > 0) {
        seconds(prefill, timings.prefill_ms);
        promptTokens.observe({ model, kind: "new" }, timings.prompt_tokens - timings.reused_tokens);
        promptTokens.observe({ model, kind: "reused" }, timings.reused_tokens);
      }
      if (timings.tokens_per_second !== null) rate.observe(labels, timings.tokens_per_second);
      if (timings.output_tokens > 0) {
        output.observe(labels, timings.output_tokens);
        drafted.observe(labels, timings.drafted);
        accepted.observe(labels, timings.accepted);
      }
    },
  };
}
