import type { Engine, Prompt } from "../contract/index.ts";

/** The adapter under test. */
export interface ConformanceOptions {
  /** Starts an engine with capacity for four threads. The suite closes it. */
  create(): Promise<Engine>;
  /** Id of the model to ask. */
  readonly model: string;
  /**
   * Creates a prompt with `text` in a single link. The answer must have at least 48 tokens, depend on the text, and be slow
   * enough to be interrupted. `text` may be longer than the context.
   */
  prompt(text: string): Prompt;
  readonly traits?: ConformanceTraits;
  /** Kills the engine's process, like a crash. Without it, recovery is not tested. */
  kill?(engine: Engine): void | Promise<void>;
  /** Timeout per test, in milliseconds. Default 30,000. */
  readonly timeout?: number;
}

export interface ConformanceTraits {
  /** A continuation's prompt does not start with the earlier prompt. Default false. */
  readonly rewritesHistory?: boolean;
  /** Prompts are counted by an upstream server, which reports the counts with the answer. Default false. */
  readonly countsAtEnd?: boolean;
  /** A generation without a prefill continues in mid-sentence. Default true. */
  readonly resumes?: boolean;
  /** Drafts are verified. Default true. */
  readonly speculates?: boolean;
  /** Number of steers. Default 10. */
  readonly steers?: number;
  /** Bursts that may still arrive after a generation is aborted. Default 1. */
  readonly burstsInFlight?: number;
}
