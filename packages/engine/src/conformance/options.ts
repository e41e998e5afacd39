import type { Engine, Prompt } from "../contract/index.ts";

/** What the suite must know of an adapter. */
export interface ConformanceOptions {
  /** Starts an engine with room for four threads at one time. The suite closes it. */
  create(): Promise<Engine>;
  /** Id of the model to ask. */
  readonly model: string;
  /**
   * A prompt around `text`, in one link of its own. The answer must be a text of at least 48 tokens, another one for
   * other words, and slow enough that it can be stopped on the way. `text` may be longer than the context.
   */
  prompt(text: string): Prompt;
  readonly traits?: ConformanceTraits;
  /** Kills what the engine runs on, as a crash would. Without it, recovery is not tested. */
  kill?(engine: Engine): void | Promise<void>;
  /** Milliseconds for one test; default 30,000. */
  readonly timeout?: number;
}

export interface ConformanceTraits {
  /** The prompt of a continuation does not begin with the earlier prompt. Default false. */
  readonly rewritesHistory?: boolean;
  /** Prompts are counted by a server behind the engine, which tells with the answer. Default false. */
  readonly countsAtEnd?: boolean;
  /** A generation without a prefill before it goes on in mid-sentence. Default true. */
  readonly resumes?: boolean;
  /** Drafts are verified. Default true. */
  readonly speculates?: boolean;
  /** How often to steer. Default 10. */
  readonly steers?: number;
  /** Bursts that may still be on their way when a generation is aborted. Default 1. */
  readonly burstsInFlight?: number;
}
