import type { TextFormat } from "@flint/protocol";
import type { Part, Prompt } from "../contract/index.ts";

/** Where in a request a text comes from. */
export interface Origin {
  /** Ordinal of the conversation's item, from 0; null for what is no item. */
  readonly item: number | null;
  /** The item's field, or the request's: `content`, `output`, `instructions`, `tools`. */
  readonly field: string;
}

/** A stretch of prompt text. */
export interface PromptSegment {
  readonly text: string;
  /** Control tokens spelled in `text` may be parsed as such. Never so for text that a person or a tool wrote. */
  readonly special: boolean;
  /** Missing for the format's own words. */
  readonly origin?: Origin;
}

/**
 * What a model reads, in order. It has the BOS token where the model wants one: tokenise it without adding another.
 */
export type PromptText = readonly PromptSegment[];

/** Output text that belongs to one part. */
export interface ParsedText {
  /** Ordinal of the part; it grows by one where a new part begins. */
  readonly index: number;
  readonly part: Part;
  readonly text: string;
}

/** Splits a model's output into parts while it arrives. One parser for one answer. */
export interface OutputParser {
  /** Takes the next text, cut anywhere. Text that may turn out to be a tag is held back. */
  push(text: string): ParsedText[];
  /** Gives what was held back. `isWhole`: the model has ended its answer, and nothing else has. */
  end(isWhole: boolean): ParsedText[];
  /** Why the answer is none and must not be used, for people to read. Once it is set, nothing more comes. */
  readonly fault?: string | null;
  /** Whether all has been said: what the model would go on with is not wanted. */
  readonly isOver?: boolean;
}

/** How an answer is held to a form, and read. */
export interface HeldAnswer {
  /** In GBNF, from the answer's first token to its last; control tokens stand in it as they are spelled. */
  readonly grammar: string;
  readonly parser: OutputParser;
}

/** How the answers to a prompt are read. */
export interface AnswerReading {
  /** A parser for one answer that nothing holds to a form. */
  parser(): OutputParser;
  /**
   * For one answer in this format, with the calls that the prompt asks for. Null where neither holds it to a form.
   * Rejects with {@link EngineError} `prompt_unsupported` where that cannot be, `engine_busy` where too many wait for it.
   */
  held(format: TextFormat | null): Promise<HeldAnswer | null>;
  /** What the answer is likely to follow, where that is not what is predicted of its text. */
  readonly draft?: string;
  /** The prompt leaves one right answer: how likely the model's is says whether it has understood. */
  readonly isDetermined?: boolean;
  /** Calls after which an answer ends. */
  readonly maxCalls: number;
}

/** A prompt in a model's own words, and how to read what it answers. */
export interface RenderedPrompt {
  /** Characters that this prompt has in common with the earlier one that it was rendered from; `text` follows them. */
  readonly kept: number;
  readonly text: PromptText;
  readonly reading: AnswerReading;
}

/** How a model is asked, and how its answer is read. */
export interface PromptFormat {
  /** `nano`, `chat` or `plain`. */
  readonly id: string;
  /** Text that ends an answer where the model spells it out instead of giving its end token. */
  readonly stop: readonly string[];
  /** Control tokens that answers are read by: their text must reach the parser, all others' is nothing. */
  readonly tags: readonly string[];
  /**
   * Renders a prompt. Where it goes on from an `earlier` one, a format may render what is new alone.
   * Throws {@link EngineError} `prompt_unsupported`.
   */
  render(prompt: Prompt, earlier?: RenderedPrompt | null): RenderedPrompt;
}
