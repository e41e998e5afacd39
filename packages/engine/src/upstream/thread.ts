import {
  type Continuation,
  type Ending,
  EngineError,
  endingOf,
  type Finish,
  type GenerateEvent,
  type GenerateRequest,
  type ModelInfo,
  type PrefillOptions,
  type PrefillResult,
  type Prompt,
  type PromptLink,
  type Thread,
} from "../contract/index.ts";
import { chainKeyOf } from "./chain-key.ts";
import type { Estimate } from "./estimate.ts";
import { Generation } from "./generation.ts";
import type { UpstreamLimits } from "./options.ts";
import type { Preset } from "./preset/index.ts";
import { type Question, questionOf } from "./question.ts";
import { Stopper } from "./stopper.ts";
import type { ListedModel, Targets } from "./target/index.ts";
import type { ReportedUsage } from "./usage.ts";

/** The engine's interface for its threads. */
export interface ThreadHost {
  readonly targets: Targets;
  readonly limits: UpstreamLimits;
  readonly estimate: Estimate;
  /** Resolves to an exact count, or null if the server does not support it. Rejects with {@link EngineError}. */
  count(model: string, prompt: Prompt, chain: string): Promise<number | null>;
  /** Throws {@link EngineError} `engine_busy` or `engine_closed`. */
  adopt(thread: UpstreamThread): void;
  dismiss(thread: UpstreamThread): void;
}

type Counted = Pick<Finish, "outputTokens" | "reasoningTokens">;

interface PrefilledState {
  readonly prompt: Prompt;
  readonly chain: string;
  readonly questions: Map<Preset, Question>;
  /** Text generated since the prefill, which is not in the prompt. */
  generated: string;
}

/** Fraction of the context from which a prompt is counted before it is sent. */
const NEAR_THE_END = 0.5;

/**
 * A conversation with a stateless server. Every request sends the whole conversation, with a stable beginning, so that it
 * hits the server's prefix cache.
 */
export class UpstreamThread implements Thread {
  readonly #host: ThreadHost;
  readonly #model: ListedModel;
  readonly #user: string | null;
  #prefilled: PrefilledState | null = null;
  #running: Stopper | null = null;
  #ended: EngineError | null = null;

  constructor(host: ThreadHost, model: ListedModel, user: string | null) {
    this.#host = host;
    this.#model = model;
    this.#user = user;
    host.adopt(this);
  }

  get model(): ModelInfo {
    return this.#model.info;
  }

  async prefill(prompt: Prompt, { signal, onProgress }: PrefillOptions = {}): Promise<PrefillResult> {
    const start = performance.now();
    const stopper = this.#begin(signal);
    try {
      if (stopper.reason !== null) throw stopper.reason;
      this.#prefilled = null;
      const chain = chainKeyOf(prompt.tip, this.#user);
      const { targets } = this.#host;
      const choosing = targets.choose({ model: this.model.id, chain, tried: new Set() });
      const target = await stopper.orStopped(choosing);
      const preset = target.presetFor(this.model.id);
      const question = questionOf(prompt, preset);
      target.warm(question);
      const guess = this.#host.estimate.tokens(this.model.id, question.length);
      const exact = await stopper.orStopped(this.#countIfNear(guess, prompt, chain));
      this.#prefilled = { prompt, chain, questions: new Map([[preset, question]]), generated: "" };
      const promptTokens = exact ?? guess;
      onProgress?.({ done: promptTokens, total: promptTokens });
      return {
        promptTokens,
        reusedTokens: 0,
        estimated: true,
        ...(question.continuation !== null && { continuation: question.continuation satisfies Continuation }),
        elapsed: performance.now() - start,
      };
    } finally {
      stopper.end();
    }
  }

  async *generate(request: GenerateRequest): AsyncGenerator<GenerateEvent, void> {
    const stopper = this.#begin(request.signal);
    const standing = this.#prefilled;
    let [outputTokens, reasoningTokens] = [0, 0];
    let isOver = false;
    try {
      if (standing === null) {
        const error = new EngineError("prompt_unsupported", "prefill the thread before generating");
        yield { type: "finish", ...endingOf(stopper.reason ?? error), outputTokens, reasoningTokens };
        return;
      }
      const asked = standing.generated === "" ? standing : withGeneratedText(standing);
      const generation = this.#startGeneration(asked, request, stopper);
      let ending: Ending | null = null;
      while (ending === null) {
        const burst = stopper.reason === null ? generation.take() : null;
        if (burst !== null) {
          outputTokens += burst.tokens;
          if (burst.part.type === "reasoning") reasoningTokens += burst.tokens;
          if (burst.part.type === "text") standing.generated += burst.text;
          yield burst;
        } else {
          ending = stopper.reason === null ? generation.ending : endingOf(stopper.reason);
          if (ending === null) await generation.waitForBurst();
        }
      }
      isOver = true;
      const counts = { outputTokens, reasoningTokens };
      const finish: Finish =
        stopper.reason === null
          ? this.#finish(ending, generation.usage, counts, asked)
          : { type: "finish", ...ending, ...counts };
      const { route, continuation } = generation;
      yield { ...finish, ...(route !== null && { route }), ...(continuation !== null && { continuation }) };
    } finally {
      // The reader stopped early.
      if (!isOver) stopper.stop(new EngineError("aborted", "nobody reads on"));
      stopper.end();
    }
  }

  async fork(): Promise<Thread> {
    if (this.#ended !== null) throw this.#ended;
    const fork = new UpstreamThread(this.#host, this.#model, this.#user);
    fork.#prefilled = this.#prefilled && { ...this.#prefilled };
    return fork;
  }

  release(): void {
    this.end(new EngineError("aborted", "the thread was released"));
    this.#host.dismiss(this);
  }

  /** Stops the current work, and everything started later. */
  end(reason: EngineError): void {
    this.#ended ??= reason;
    this.#running?.stop(reason);
  }

  #begin(signal: AbortSignal | undefined): Stopper {
    const stopper = new Stopper(signal);
    if (this.#ended !== null) stopper.stop(this.#ended);
    this.#running = stopper;
    return stopper;
  }

  #startGeneration(
    { chain, ...asked }: PrefilledState,
    request: GenerateRequest,
    stopper: Stopper,
  ): Generation {
    const { targets, limits } = this.#host;
    const questionFor = (preset: Preset) => cachedQuestion({ chain, ...asked }, preset);
    const parts = { model: this.model.id, user: this.#user, chain, questionFor };
    return new Generation({ ...parts, request, targets, limits, stopper });
  }

  /** Creates the finish, with the server's usage report if there is one. */
  #finish(ending: Ending, usage: ReportedUsage, counted: Counted, asked: PrefilledState): Finish {
    const { promptTokens, reusedTokens, confidence } = usage;
    if (promptTokens !== null) this.#learn(asked, promptTokens);
    return {
      type: "finish",
      ...ending,
      outputTokens: usage.outputTokens ?? counted.outputTokens,
      reasoningTokens: usage.reasoningTokens ?? counted.reasoningTokens,
      ...(ending.reason === "stop" && confidence !== null && { confidence }),
      ...(promptTokens !== null && {
        prompt: { promptTokens, reusedTokens: Math.min(reusedTokens ?? 0, promptTokens) },
      }),
    };
  }

  #learn({ questions }: PrefilledState, promptTokens: number): void {
    for (const { length } of questions.values())
      this.#host.estimate.learn(this.model.id, length, promptTokens);
  }

  /** Gets an exact count if the estimate is near the context's end, since estimates must not reject prompts. */
  async #countIfNear(guess: number, prompt: Prompt, chain: string): Promise<number | null> {
    const { info, isLengthReported } = this.#model;
    if (!isLengthReported || guess < NEAR_THE_END * info.contextLength) return null;
    const exact = await this.#host.count(info.id, prompt, chain);
    const over = (exact ?? 0) + 1 - info.contextLength;
    if (over <= 0) return exact;
    throw new EngineError(
      "context_length_exceeded",
      `${info.id}'s maximum context length is ${info.contextLength} tokens with an answer, and the prompt used ${exact} tokens, ${over} too many: send less`,
    );
  }
}

function cachedQuestion({ questions, prompt }: PrefilledState, preset: Preset): Question {
  const known = questions.get(preset);
  if (known !== undefined) return known;
  const question = questionOf(prompt, preset);
  questions.set(preset, question);
  return question;
}

/** Adds the text generated since to the prompt, so that the server continues in mid-sentence if it can. */
function withGeneratedText({ prompt, chain, generated: said }: PrefilledState): PrefilledState {
  const tip: PromptLink = {
    parent: prompt.tip,
    items: [{ type: "message", role: "assistant", content: said, status: "incomplete" }],
  };
  return { prompt: { ...prompt, tip }, chain, questions: new Map(), generated: said };
}
