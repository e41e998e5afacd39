import {
  type Continuation,
  EngineError,
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

/** What a thread needs of its engine. */
export interface ThreadHost {
  readonly targets: Targets;
  readonly limits: UpstreamLimits;
  readonly estimate: Estimate;
  /** Exact where the server can be asked, else null. Rejects with {@link EngineError}. */
  count(model: string, prompt: Prompt, chain: string): Promise<number | null>;
  /** Throws {@link EngineError} `engine_busy` or `engine_closed`. */
  adopt(thread: UpstreamThread): void;
  dismiss(thread: UpstreamThread): void;
}

interface Standing {
  readonly prompt: Prompt;
  readonly chain: string;
  readonly questions: Map<Preset, Question>;
  /** Text that was said since the prefill, and is not in the prompt. */
  said: string;
}

/** Part of the context from which on a prompt is counted before it is sent. */
const NEAR_THE_END = 0.5;

/**
 * A conversation with a server that keeps nothing but its cache: each answer is asked for with the whole of it, always
 * beginning in the same words, so that the cache is hit.
 */
export class UpstreamThread implements Thread {
  readonly #host: ThreadHost;
  readonly #model: ListedModel;
  #standing: Standing | null = null;
  #running: Stopper | null = null;
  #ended: EngineError | null = null;

  constructor(host: ThreadHost, model: ListedModel) {
    this.#host = host;
    this.#model = model;
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
      this.#standing = null;
      const chain = chainKeyOf(prompt.tip);
      const target = await this.#host.targets.choose({ model: this.model.id, chain, tried: new Set() });
      const question = questionOf(prompt, target.preset);
      const guess = this.#host.estimate.tokens(this.model.id, question.length);
      const exact = await this.#countIfNear(guess, prompt, chain);
      if (stopper.reason !== null) throw stopper.reason;
      this.#standing = { prompt, chain, questions: new Map([[target.preset, question]]), said: "" };
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
    const standing = this.#standing;
    try {
      if (standing === null) {
        const error =
          stopper.reason ?? new EngineError("prompt_unsupported", "prefill the thread before it generates");
        const reason =
          error.code === "aborted" ? ({ reason: "aborted" } as const) : ({ reason: "error", error } as const);
        yield { type: "finish", ...reason, outputTokens: 0, reasoningTokens: 0 };
        return;
      }
      const asked = standing.said === "" ? standing : goingOn(standing);
      const { targets, limits, estimate } = this.#host;
      const generation = new Generation({
        ...asked,
        model: this.model.id,
        questionFor: (preset) => questionIn(asked, preset),
        request,
        targets,
        limits,
        estimate,
        stopper,
      });
      for await (const event of generation.events()) {
        if (event.type === "burst" && event.part.type === "text") standing.said += event.text;
        if (event.type === "finish" && event.prompt !== undefined)
          this.#learn(asked, event.prompt.promptTokens);
        yield event;
      }
    } finally {
      stopper.end();
    }
  }

  async fork(): Promise<Thread> {
    if (this.#ended !== null) throw this.#ended;
    const fork = new UpstreamThread(this.#host, this.#model);
    fork.#standing = this.#standing && { ...this.#standing };
    return fork;
  }

  release(): void {
    this.end(new EngineError("aborted", "the thread was released"));
    this.#host.dismiss(this);
  }

  /** Stops what runs, and everything that is begun later. */
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

  #learn({ questions }: Standing, promptTokens: number): void {
    for (const { length } of questions.values())
      this.#host.estimate.learn(this.model.id, length, promptTokens);
  }

  /** Guesses refuse nothing: where one comes near the context's end, the server is asked. */
  async #countIfNear(guess: number, prompt: Prompt, chain: string): Promise<number | null> {
    const { info, isLengthTold } = this.#model;
    if (!isLengthTold || guess < NEAR_THE_END * info.contextLength) return null;
    const exact = await this.#host.count(info.id, prompt, chain);
    const over = (exact ?? 0) + 1 - info.contextLength;
    if (over <= 0) return exact;
    throw new EngineError(
      "context_length_exceeded",
      `the prompt has ${exact} tokens, ${over} more than fit into the ${info.contextLength} of ${info.id} with an answer: send less`,
    );
  }
}

function questionIn({ questions, prompt }: Standing, preset: Preset): Question {
  const known = questions.get(preset);
  if (known !== undefined) return known;
  const question = questionOf(prompt, preset);
  questions.set(preset, question);
  return question;
}

/** The prompt with what was said since: a server that can goes on from there in mid-sentence. */
function goingOn({ prompt, chain, said }: Standing): Standing {
  const tip: PromptLink = {
    parent: prompt.tip,
    items: [{ type: "message", role: "assistant", content: said, status: "incomplete" }],
  };
  return { prompt: { ...prompt, tip }, chain, questions: new Map(), said };
}
