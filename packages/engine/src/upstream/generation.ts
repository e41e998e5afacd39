import {
  type Burst,
  EngineError,
  type Finish,
  type GenerateEvent,
  type GenerateRequest,
  type Prompt,
} from "../contract/index.ts";
import { StopText } from "../stop/index.ts";
import type { AnswerEnd } from "./answer.ts";
import type { Estimate } from "./estimate.ts";
import { failureOf, statusWithin, UpstreamFailure } from "./failure/index.ts";
import type { UpstreamLimits } from "./options.ts";
import type { Preset } from "./preset/index.ts";
import type { Question } from "./question.ts";
import { retryPause } from "./retry-pause.ts";
import type { Stopper } from "./stopper.ts";
import type { Target, Targets } from "./target/index.ts";
import { messagesOf } from "./transport/index.ts";
import { NOTHING_TOLD, type ToldUsage } from "./usage.ts";

export interface GenerationParts {
  readonly model: string;
  readonly chain: string;
  readonly prompt: Prompt;
  readonly questionFor: (preset: Preset) => Question;
  readonly request: GenerateRequest;
  readonly targets: Targets;
  readonly limits: UpstreamLimits;
  readonly estimate: Estimate;
  readonly stopper: Stopper;
}

/** One answer: asked for until its first token has come, then read to its end. */
export class Generation {
  readonly #parts: GenerationParts;
  /** Cuts the answer here where the server cannot be asked to. */
  #stop: StopText | null = null;
  #stopped = false;
  #last: Burst | null = null;
  #outputTokens = 0;
  #reasoningTokens = 0;
  #usage: ToldUsage = NOTHING_TOLD;

  constructor(parts: GenerationParts) {
    this.#parts = parts;
  }

  async *events(): AsyncGenerator<GenerateEvent, void> {
    const { stopper } = this.#parts;
    let ending: Pick<Finish, "reason" | "error">;
    try {
      ending = yield* this.#answer();
      if (this.#last !== null && stopper.reason === null) yield* this.#settle(this.#last);
    } catch (cause) {
      ending = endingOf(cause instanceof UpstreamFailure ? cause.error : cause);
    }
    if (stopper.reason !== null) ending = endingOf(stopper.reason);
    yield this.#finish(ending);
  }

  /** Asks one server after the other, or one again, as long as nothing has come. */
  async *#answer(): AsyncGenerator<Burst, Pick<Finish, "reason">> {
    const { model, chain, targets, limits, stopper } = this.#parts;
    const tried = new Set<Target>();
    for (let attempt = 0; ; ) {
      if (stopper.reason !== null) throw stopper.reason;
      const target = await targets.choose({ model, chain, tried });
      const question = this.#parts.questionFor(target.preset);
      const body = target.refused.without(model, this.#body(question, target));
      try {
        return yield* this.#read(target, question, body);
      } catch (cause) {
        const failure = target.failure(cause);
        target.health.failed(failure);
        if (stopper.reason !== null || this.#last !== null) throw failure;
        if (failure.refusedField !== null && target.refused.add(model, failure.refusedField, body)) continue;
        tried.add(target);
        attempt += 1;
        if (!failure.retryable || attempt > limits.retries) throw failure;
        if (targets.hasOther(model, tried)) continue;
        const pause = retryPause(attempt, failure.retryAfter);
        if (pause > limits.retryWait) throw failure;
        await stopper.pause(pause);
      }
    }
  }

  async *#read(
    target: Target,
    question: Question,
    body: Record<string, unknown>,
  ): AsyncGenerator<Burst, Pick<Finish, "reason">> {
    const { model, chain, limits, stopper } = this.#parts;
    const { signal } = stopper;
    const exchange = await target.stream(question.path, body, { model, cacheKey: chain, signal });
    const reader = question.reader({
      server: target.server,
      failureOf: (error) =>
        failureOf(
          { status: statusWithin(error), headers: {}, body: { error } },
          target.asked(model, question.path),
        ),
      checkModel: (name) => checkModel(name, model, target),
    });
    for await (const messages of messagesOf(exchange, limits.messageLength)) {
      for (const { data } of messages) {
        for (const burst of reader.push(data)) {
          const cut = this.#cut(burst);
          if (cut !== null) yield this.#count(cut);
          if (stopper.reason !== null) throw stopper.reason;
          if (this.#stopped) return { reason: "stop" };
        }
      }
    }
    target.health.succeeded();
    return yield* this.#end(reader.end());
  }

  *#end({ reason, bursts, usage }: AnswerEnd): Generator<Burst, Pick<Finish, "reason">> {
    for (const burst of bursts) yield this.#count(burst);
    const held = this.#stop?.end() ?? "";
    if (held !== "" && this.#last !== null) yield this.#count({ ...this.#last, text: held, tokens: 0 });
    this.#usage = usage;
    return { reason };
  }

  #body(question: Question, target: Target): Record<string, unknown> {
    const { model, chain, request } = this.#parts;
    const { stop = [] } = request;
    const isTold =
      stop.length <= target.preset.stops &&
      !target.refused.has(model, "stop") &&
      (question.path === "/chat/completions" || target.preset.prediction === "flint");
    this.#stop = isTold || stop.length === 0 ? null : new StopText(stop);
    return question.body(isTold ? request : { ...request, stop: [] }, { model, cacheKey: chain });
  }

  // ── stop texts, where the server knows none ───────────────────────────────────────────────────────────────

  #cut(burst: Burst): Burst | null {
    if (this.#stop === null || burst.part.type !== "text") return burst;
    const { text, stopped } = this.#stop.push(burst.text);
    this.#stopped = stopped;
    this.#last ??= { ...burst, text: "" };
    return text === "" && burst.text !== "" ? null : { ...burst, text };
  }

  // ── counts ────────────────────────────────────────────────────────────────────────────────────────────────

  #count(burst: Burst): Burst {
    this.#last = burst;
    this.#outputTokens += burst.tokens;
    if (burst.part.type === "reasoning") this.#reasoningTokens += burst.tokens;
    return burst;
  }

  /** What the server told at the end, as a burst without text: pieces of an answer are not always one token. */
  *#settle({ index, part }: Burst): Generator<Burst> {
    const { outputTokens, drafted, accepted } = this.#usage;
    const missing = Math.max(0, (outputTokens ?? 0) - this.#outputTokens);
    const proposed = Math.max(drafted ?? 0, accepted ?? 0);
    if (missing === 0 && proposed === 0) return;
    yield {
      type: "burst",
      index,
      part,
      text: "",
      tokens: missing,
      drafted: proposed,
      accepted: accepted ?? 0,
    };
  }

  #finish(ending: Pick<Finish, "reason" | "error">): Finish {
    const { promptTokens, reusedTokens, outputTokens, reasoningTokens } = this.#usage;
    return {
      type: "finish",
      ...ending,
      outputTokens: outputTokens ?? this.#outputTokens,
      reasoningTokens: reasoningTokens ?? this.#reasoningTokens,
      ...(promptTokens !== null && {
        prompt: { promptTokens, reusedTokens: Math.min(reusedTokens ?? 0, promptTokens) },
      }),
    };
  }
}

function endingOf(cause: unknown): Pick<Finish, "reason" | "error"> {
  if (!(cause instanceof EngineError)) throw cause;
  return cause.code === "aborted" ? { reason: "aborted" } : { reason: "error", error: cause };
}

/** Servers answer under a model's full name, its file's, or with a date behind it. */
function checkModel(name: string, asked: string, target: Target): void {
  if (isSameModel(name, asked)) return;
  const isAnother =
    target.preset.answersAsAsked || target.listed?.some(({ info }) => info.id === name) === true;
  if (!isAnother) return;
  throw new UpstreamFailure(
    "model_not_found",
    `${target.server} answers with ${name} where ${asked} was asked for; see which models it has`,
  );
}

function isSameModel(name: string, asked: string): boolean {
  const [a, b] = [baseName(name), baseName(asked)];
  return (
    a === b ||
    a.startsWith(`${b}-`) ||
    b.startsWith(`${a}-`) ||
    a.startsWith(`${b}:`) ||
    b.startsWith(`${a}:`)
  );
}

function baseName(model: string): string {
  return model
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/\.gguf$/, "");
}
