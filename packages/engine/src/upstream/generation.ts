import {
  type Burst,
  type Continuation,
  type Ending,
  EngineError,
  endingOf,
  type GenerateRequest,
  type Route,
} from "../contract/index.ts";
import { StopText } from "../stop/index.ts";
import type { Answer, AnswerEnd } from "./answer.ts";
import { failureOf, headersWithin, shortened, statusWithin, UpstreamFailure } from "./failure/index.ts";
import type { UpstreamLimits } from "./options.ts";
import type { Preset } from "./preset/index.ts";
import type { AnswerContext, Question } from "./question.ts";
import { retryPause } from "./retry-pause.ts";
import type { Stopper } from "./stopper.ts";
import type { Target, Targets } from "./target/index.ts";
import { NO_USAGE, type ReportedUsage } from "./usage.ts";

export interface GenerationParts {
  readonly model: string;
  /** Whose conversation it is; null for requests without a user. */
  readonly user: string | null;
  readonly chain: string;
  readonly questionFor: (preset: Preset) => Question;
  readonly request: GenerateRequest;
  readonly targets: Targets;
  readonly limits: UpstreamLimits;
  readonly stopper: Stopper;
}

/** Most tokens of a merged burst: an answer can only be interrupted between bursts. */
const JOINED = 8;

/**
 * Gets an answer: retries until its first token arrives, then reads it to its end. Buffers bursts until they are taken;
 * a slow reader applies backpressure to the server.
 */
export class Generation {
  readonly #parts: GenerationParts;
  #waiting: Burst[] = [];
  /** Number of leading bursts already taken. */
  #taken = 0;
  /** Number of buffered characters. */
  #unread = 0;
  #currentAnswer: Answer | null = null;
  #route: Route | null = null;
  #continuation: Continuation | null = null;
  #isHeldUp = false;
  #wake: (() => void) | null = null;
  #ending: Ending | null = null;
  /** An unexpected exception, thrown to the reader. */
  #bug: { readonly cause: unknown } | null = null;
  /** Applies stop sequences if the server does not. */
  #stop: StopText | null = null;
  #stopped = false;
  /** The latest burst of the part being searched for stop sequences. */
  #searchedBurst: Burst | null = null;
  #last: Burst | null = null;
  #tokens = 0;
  #usage: ReportedUsage = NO_USAGE;

  constructor(parts: GenerationParts) {
    this.#parts = parts;
    const { signal } = parts.stopper;
    signal.addEventListener("abort", () => this.#wakeReader(), { once: true });
    void this.#run();
  }

  /** How the answer ended; null while it is running or bursts are left. */
  get ending(): Ending | null {
    if (this.#bug !== null) throw this.#bug.cause;
    return this.#taken < this.#waiting.length ? null : this.#ending;
  }

  /** The server's usage report; empty for an interrupted answer. */
  get usage(): ReportedUsage {
    return this.#usage;
  }

  /** How the server was asked; null if it was not. */
  get route(): Route | null {
    return this.#currentAnswer?.route ?? this.#route;
  }

  /** How an interrupted answer was actually continued, which may differ from the plan. */
  get continuation(): Continuation | null {
    return this.#continuation;
  }

  /** Returns the next burst, or null if none has arrived. */
  take(): Burst | null {
    const burst = this.#waiting[this.#taken];
    if (burst === undefined) return null;
    this.#taken += 1;
    this.#unread -= burst.text.length;
    if (this.#taken === this.#waiting.length) {
      this.#waiting = [];
      this.#taken = 0;
    }
    if (this.#isHeldUp && this.#unread <= this.#parts.limits.unreadBytes / 2) {
      this.#isHeldUp = false;
      this.#currentAnswer?.resume();
    }
    return burst;
  }

  /** Resolves when there is a burst to take, or the answer has ended or was stopped. */
  async waitForBurst(): Promise<void> {
    if (this.#taken < this.#waiting.length || this.#ending !== null || this.#bug !== null) return;
    if (this.#parts.stopper.reason !== null) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async #run(): Promise<void> {
    try {
      this.#ending = await this.#answer();
      if (this.#last !== null) this.#addFinalCounts(this.#last);
    } catch (cause) {
      const error = cause instanceof UpstreamFailure ? cause.error : cause;
      if (error instanceof EngineError) this.#ending = endingOf(error);
      else this.#bug = { cause };
    }
    this.#wakeReader();
  }

  /** Tries servers one after another, with retries, until something arrives. */
  async #answer(): Promise<Ending> {
    const { model, chain, targets, limits, stopper } = this.#parts;
    const tried = new Set<Target>();
    for (let attempt = 0; ; ) {
      if (stopper.reason !== null) throw stopper.reason;
      const target = await targets.choose({ model, chain, tried, answers: true });
      const preset = target.presetFor(model);
      const question = this.#parts.questionFor(preset);
      const body = target.refused.without(model, this.#body(question, target));
      try {
        return await this.#read(target, question, body);
      } catch (cause) {
        const failure = target.toFailure(cause);
        target.health.failed(failure);
        if (failure.error.code === "model_not_found") target.recordMissingModel(model);
        if (stopper.reason !== null || this.#last !== null) throw failure;
        if (this.#omitsRefused(target, preset, failure, body)) continue;
        tried.add(target);
        attempt += 1;
        const isFinal = !failure.retryable && !failure.elsewhere;
        if (isFinal || attempt > limits.retries) throw failure;
        if (targets.hasOther(model, tried)) continue;
        if (!failure.retryable) throw failure;
        const pause = retryPause(attempt, failure.retryAfter);
        if (pause > limits.retryWait) throw failure;
        await stopper.pause(pause);
      }
    }
  }

  /** Whether the target rejected a field that the next request omits, which does not count as a failed attempt. */
  #omitsRefused(
    target: Target,
    preset: Preset,
    failure: UpstreamFailure,
    body: Record<string, unknown>,
  ): boolean {
    const { model } = this.#parts;
    if (failure.refusesPrefill && preset.prefill !== "turn") {
      target.recordPrefillRefusal(model);
      return true;
    }
    return failure.refusedField !== null && target.refused.add(model, failure.refusedField, body);
  }

  async #read(target: Target, question: Question, body: Record<string, unknown>): Promise<Ending> {
    const { model, user, chain, request, stopper } = this.#parts;
    const { signal } = stopper;
    const listening: AnswerContext = {
      server: target.server,
      failureOf: (error) =>
        failureOf(
          { status: statusWithin(error), headers: headersWithin(error), body: { error } },
          target.requestContext(model, question.path),
        ),
      checkModel: (name) => checkModel(name, model, target),
    };
    const asking = { model, user, cacheKey: chain, trace: request.trace, signal };
    const answer = await target.answer(question, body, listening, asking);
    this.#currentAnswer = answer;
    this.#continuation = question.continuation;
    const end = await this.#readAll(answer, target);
    target.health.succeeded();
    if (end === null) return { reason: "stop" };
    const { reason, bursts, usage } = end;
    for (const burst of bursts) this.#applyStop(burst);
    this.#emitHeld();
    this.#usage = usage;
    return { reason };
  }

  /** Resolves to null if the answer was cut at a stop sequence. */
  async #readAll(answer: Answer, { health }: Target): Promise<AnswerEnd | null> {
    try {
      const end = await answer.read((bursts) => {
        if (this.#last === null) health.answerStarted();
        for (const burst of bursts) this.#applyStop(burst);
        if (this.#stopped) answer.cancel();
      });
      return this.#stopped ? null : end;
    } catch (cause) {
      if (this.#stopped) return null;
      throw cause;
    } finally {
      this.#route = answer.route;
      this.#currentAnswer = null;
    }
  }

  #body(question: Question, target: Target): Record<string, unknown> {
    const { model, chain, request } = this.#parts;
    const { stop = [] } = request;
    const isTold =
      stop.length <= target.preset.stops &&
      !target.refused.has(model, "stop", stop) &&
      (question.path === "/chat/completions" || target.preset.prediction === "flint");
    this.#stop = isTold || stop.length === 0 ? null : new StopText(stop);
    return question.body(isTold ? request : { ...request, stop: [] }, { model, cacheKey: chain });
  }

  #applyStop(burst: Burst): void {
    if (this.#stopped) return;
    if (this.#searchedBurst !== null && this.#searchedBurst.index !== burst.index) this.#emitHeld();
    if (this.#stop === null || burst.part.type !== "text") {
      this.#emit(burst);
      return;
    }
    this.#searchedBurst = burst;
    const { text, stopped } = this.#stop.push(burst.text);
    this.#stopped = stopped;
    if (text !== "" || burst.text === "") this.#emit({ ...burst, text });
    else this.#last ??= { ...burst, text };
  }

  /** Releases text held back as a possible start of a stop sequence, since its part has ended. */
  #emitHeld(): void {
    const held = this.#stop?.end() ?? "";
    if (held !== "" && this.#searchedBurst !== null)
      this.#emit({ ...this.#searchedBurst, text: held, tokens: 0 });
    this.#searchedBurst = null;
  }

  #emit(burst: Burst): void {
    this.#last = burst;
    this.#tokens += burst.tokens;
    this.#buffer(burst);
    this.#unread += burst.text.length;
    if (this.#unread > this.#parts.limits.unreadBytes && !this.#isHeldUp) {
      this.#isHeldUp = true;
      this.#currentAnswer?.pause();
    }
    if (this.#wake !== null) this.#wakeReader();
  }

  /** Buffers a burst. Merges what arrived together, since every burst has a cost for the server and its clients. */
  #buffer(burst: Burst): void {
    const last = this.#taken < this.#waiting.length ? this.#waiting.at(-1) : undefined;
    if (last?.part === burst.part && last.index === burst.index && last.tokens + burst.tokens <= JOINED)
      this.#waiting[this.#waiting.length - 1] = mergeBursts(last, burst);
    else this.#waiting.push(burst);
  }

  /** Adds the server's final counts as a burst without text, as pieces are not always one token. */
  #addFinalCounts({ index, part }: Burst): void {
    const { outputTokens, drafted, accepted } = this.#usage;
    const missing = Math.max(0, (outputTokens ?? 0) - this.#tokens);
    const proposed = Math.max(drafted ?? 0, accepted ?? 0);
    if (missing === 0 && proposed === 0) return;
    const counts = { tokens: missing, drafted: proposed, accepted: accepted ?? 0 };
    this.#emit({ type: "burst", index, part, text: "", ...counts });
  }

  #wakeReader(): void {
    const wake = this.#wake;
    this.#wake = null;
    wake?.();
  }
}

/** Merges two bursts. A hot path: spreading the first would take many times as long. */
function mergeBursts(one: Burst, next: Burst): Burst {
  return {
    type: "burst",
    index: one.index,
    part: one.part,
    text: one.text + next.text,
    tokens: one.tokens + next.tokens,
    drafted: one.drafted + next.drafted,
    accepted: one.accepted + next.accepted,
  };
}

/** Checks the answering model's name. Servers may use its full name, its file name, or append a date. */
function checkModel(name: string, asked: string, target: Target): void {
  if (target.preset.routes || isSameModel(name, asked)) return;
  const isAnother =
    target.preset.answersAsAsked || target.listed?.some(({ info }) => info.id === name) === true;
  if (!isAnother) return;
  const quoted = shortened(name);
  throw new UpstreamFailure(
    "model_not_found",
    `${target.server} answered with ${quoted} instead of ${asked}; see which models it has`,
    { elsewhere: true, quoted },
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
