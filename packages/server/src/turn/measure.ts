import type { Finish, PrefillResult } from "@flint/engine";
import type { CacheBreak, ResponseObject, Timings, Usage } from "@flint/protocol";
import type { ItemBurst } from "../item/index.ts";
import type { TurnContext, TurnOrder } from "./order.ts";
import { usageOf } from "./usage.ts";

/** Measures a turn. All times are in ms of `performance.now()`. */
export class Measure {
  readonly #arrived: number;
  /** When the steer arrived that this turn answers; null if there was none. */
  readonly #steered: number | null;
  /** Returns the cost in USD; null if the model has no price. */
  readonly #costOf: (usage: Usage | null) => number | null;
  #loadBegan: number | null = null;
  #loaded = 0;
  #prefillBegan: number | null = null;
  #prefillEnded: number | null = null;
  #firstBurst: number | null = null;
  #lastBurst = 0;
  #stopRequested: number | null = null;
  #stopped: number | null = null;
  #tokens = 0;
  #drafted = 0;
  #accepted = 0;

  constructor(arrived: number, { steers, model }: TurnOrder, { cost }: Pick<TurnContext, "cost">) {
    this.#arrived = arrived;
    this.#steered = steers[0]?.arrivedAt ?? null;
    this.#costOf = (usage) => cost(model.id, usage);
  }

  /** Notes that the turn has waited for the model to load since `began`. Called for each progress report. */
  loading(began: number): void {
    this.#loadBegan ??= began;
    this.#loaded = performance.now();
  }

  prefillBegins(): void {
    this.#prefillBegan = performance.now();
    if (this.#loadBegan !== null) this.#loaded = this.#prefillBegan;
  }

  prefillEnds(): void {
    this.#prefillEnded = performance.now();
  }

  burst(burst: ItemBurst): void {
    this.#lastBurst = performance.now();
    this.#firstBurst ??= this.#lastBurst;
    this.#tokens += burst.tokens;
    this.#drafted += burst.drafted;
    this.#accepted += burst.accepted;
  }

  stopRequested(): void {
    this.#stopRequested ??= performance.now();
  }

  stopped(): void {
    if (this.#stopRequested !== null) this.#stopped = performance.now();
  }

  /** Returns a response's timings, and the model's confidence if the engine provides it. */
  flintFields(prefill: PrefillResult | null, finish: Finish | null): NonNullable<ResponseObject["flint"]> {
    const timings = this.timings(prefill, finish);
    return finish?.confidence === undefined ? { timings } : { timings, confidence: finish.confidence };
  }

  timings(prefill: PrefillResult | null, finish: Finish | null): Timings {
    const now = performance.now();
    const first = this.#firstBurst;
    // Measured from the end of prefill: a busy process may see the first burst after the whole answer was generated.
    const generating = this.#prefillEnded === null ? 0 : this.#lastBurst - this.#prefillEnded;
    const prompt = finish?.prompt ?? prefill;
    const timings: Timings = {
      queue_ms: (this.#prefillBegan ?? now) - this.#arrived,
      prefill_ms: this.#prefillBegan === null ? 0 : (this.#prefillEnded ?? now) - this.#prefillBegan,
      first_token_ms: first === null ? null : first - this.#arrived,
      total_ms: now - this.#arrived,
      tokens_per_second: generating > 0 ? (this.#tokens / generating) * 1000 : null,
      output_tokens: finish?.outputTokens ?? 0,
      prompt_tokens: prompt?.promptTokens ?? 0,
      reused_tokens: prompt?.reusedTokens ?? 0,
      drafted: this.#drafted,
      accepted: this.#accepted,
    };
    if (prefill !== null && prompt !== null) {
      timings.cache = { reused: prompt.reusedTokens, broke: cacheBreakOf(prefill) };
    }
    const continuation = finish?.continuation ?? prefill?.continuation;
    if (continuation !== undefined) timings.continuation = continuation;
    if (finish?.route !== undefined) timings.upstream = finish.route;
    if (this.#loadBegan !== null) timings.load_ms = this.#loaded - this.#loadBegan;
    if (this.#stopRequested !== null) timings.stop_ms = (this.#stopped ?? now) - this.#stopRequested;
    if (this.#steered !== null && first !== null) timings.steer_ms = first - this.#steered;
    const cost = this.#costOf(usageOf(prefill, finish));
    if (cost !== null) timings.cost_usd = cost;
    return timings;
  }
}

function cacheBreakOf({ broke }: PrefillResult): CacheBreak | null {
  if (broke === undefined) return null;
  const { atToken, ...blame } = broke;
  return { at_token: atToken, ...blame };
}
