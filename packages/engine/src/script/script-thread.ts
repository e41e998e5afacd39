import {
  type Burst,
  type Ending,
  EngineError,
  endingOf,
  type GenerateEvent,
  type GenerateRequest,
  type ModelInfo,
  type PrefillOptions,
  type PrefillResult,
  type Prompt,
  type Thread,
} from "../contract/index.ts";
import { StopText } from "../stop/index.ts";
import { Draft } from "./draft.ts";
import { Generation } from "./generation.ts";
import { Pace } from "./pace.ts";
import { Playback } from "./playback.ts";
import { Run } from "./run.ts";
import type { Scenario } from "./scenario.ts";
import { tokenize } from "./tokens.ts";
import { promptTokens, sharedTokens, type Transcript, transcriptOf } from "./transcript.ts";
import type { TurnChoice } from "./turn-choice.ts";
import { actsOf } from "./turn-script.ts";

/** Prompt tokens between progress reports. */
const PREFILL_BATCH = 512;

/** The engine's interface for its threads. */
export interface ThreadHost {
  readonly scenario: Scenario;
  readonly choice: TurnChoice;
  readonly model: ModelInfo;
  /** Throws {@link EngineError} `engine_busy` or `engine_closed`. */
  adopt(thread: ScriptThread): void;
  dismiss(thread: ScriptThread): void;
}

/** A thread's state after a prefill. */
interface PrefilledPrompt {
  readonly transcript: Transcript;
  readonly promptTokens: number;
  /** Whether an answer may have at most one call. */
  readonly oneCall: boolean;
  /** Created by the first generation: a prompt that is only warmed up needs no turn. */
  playback: Playback | null;
}

export class ScriptThread implements Thread {
  readonly #host: ThreadHost;
  #prefilled: PrefilledPrompt | null = null;
  #run: Run | null = null;
  #ended: EngineError | null = null;

  constructor(host: ThreadHost) {
    this.#host = host;
    host.adopt(this);
  }

  get model(): ModelInfo {
    return this.#host.model;
  }

  async prefill(prompt: Prompt, options: PrefillOptions = {}): Promise<PrefillResult> {
    const started = performance.now();
    const run = this.#begin(options.signal);
    try {
      if (run.stopped) throw run.stopped;
      const transcript = transcriptOf(prompt, this.#prefilled?.transcript ?? null);
      const total = promptTokens(transcript);
      this.#checkLength(total);
      const reused = this.#dropUnshared(transcript);
      await this.#evaluate(reused, total, run, options);
      const oneCall = prompt.parallelToolCalls === false;
      this.#prefilled = { transcript, promptTokens: total, oneCall, playback: null };
      return { promptTokens: total, reusedTokens: reused, elapsed: performance.now() - started };
    } finally {
      run.end();
    }
  }

  async *generate(request: GenerateRequest): AsyncGenerator<GenerateEvent> {
    const run = this.#begin(request.signal);
    try {
      const generation = this.#generation(request);
      if (generation instanceof EngineError) {
        yield { type: "finish", ...endingOf(generation), outputTokens: 0, reasoningTokens: 0 };
        return;
      }
      const ending = yield* this.#speak(generation, run);
      const rest = generation.flush();
      if (rest) yield rest;
      const confidence = ending.reason === "stop" ? generation.confidence : undefined;
      yield {
        type: "finish",
        ...ending,
        ...generation.counts,
        ...(confidence !== undefined && { confidence }),
      };
    } finally {
      run.end();
    }
  }

  async fork(): Promise<Thread> {
    const fork = new ScriptThread(this.#host);
    const standing = this.#prefilled;
    fork.#prefilled = standing && { ...standing, playback: standing.playback?.fork() ?? null };
    return fork;
  }

  release(): void {
    this.end(new EngineError("aborted", "the thread was released"));
    this.#host.dismiss(this);
  }

  /** Stops the current run, and every later one. */
  end(reason: EngineError): void {
    this.#ended ??= reason;
    this.#run?.stop(reason);
  }

  #begin(signal: AbortSignal | undefined): Run {
    const run = new Run(signal);
    if (this.#ended) run.stop(this.#ended);
    this.#run = run;
    return run;
  }

  #checkLength(total: number): void {
    const { id, contextLength } = this.model;
    // An answer needs at least one token.
    const over = total + 1 - contextLength;
    if (over <= 0) return;
    throw new EngineError(
      "context_length_exceeded",
      `${id}'s maximum context length is ${contextLength} tokens with an answer, and the prompt used ${total} tokens, ${over} too many: send less`,
    );
  }

  /** Drops what the prompt does not share. Returns the number of tokens kept. */
  #dropUnshared(wanted: Transcript): number {
    const standing = this.#prefilled;
    // If this prefill is interrupted, nothing can be reused.
    this.#prefilled = null;
    if (!standing) return 0;
    const answer = standing.playback?.answer ?? [];
    return sharedTokens({ ...standing.transcript, answer }, wanted);
  }

  async #evaluate(reused: number, total: number, run: Run, { onProgress }: PrefillOptions): Promise<void> {
    const pace = new Pace(this.#host.scenario.prefill_tokens_per_second ?? null);
    for (let done = reused; done < total; ) {
      const batch = Math.min(PREFILL_BATCH, total - done);
      await pace.tokens(batch, run);
      if (run.stopped) throw run.stopped;
      done += batch;
      onProgress?.({ done, total });
    }
  }

  #generation({ maxTokens, stop, draft }: GenerateRequest): Generation | EngineError {
    const standing = this.#prefilled;
    if (!standing) throw new Error("a thread is prefilled before it generates");
    if (!standing.playback) {
      const chosen = this.#host.choice.at(standing.transcript.tip);
      if (chosen instanceof EngineError) return chosen;
      standing.playback = new Playback(actsOf(chosen, standing), chosen.turn.confidence);
    }
    const { playback } = standing;
    const room = this.model.contextLength - standing.promptTokens - playback.spoken;
    return new Generation({
      playback,
      limit: Math.min(maxTokens ?? room, room),
      burst: this.#host.scenario.burst ?? 1,
      stop: new StopText(stop ?? []),
      draft: draft ? new Draft(tokenize(draft)) : null,
    });
  }

  async *#speak(generation: Generation, run: Run): AsyncGenerator<Burst, Ending> {
    const pace = new Pace(this.#host.scenario.tokens_per_second ?? null);
    for (;;) {
      const step = generation.next();
      if (step.type === "pause") await pace.rest(step.milliseconds, run);
      if (step.type === "speak") await pace.tokens(step.tokens, run);

      if (run.stopped) return endingOf(run.stopped);
      if (step.type === "end") return { reason: step.reason };
      if (step.type === "error") return endingOf(new EngineError(step.code, step.message));
      const burst = generation.take(step);
      if (burst) yield burst;
    }
  }
}
