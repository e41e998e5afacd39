import type { Part, Prompt } from "../contract/index.ts";

/** A stretch of prompt text. */
export interface PromptSegment {
  readonly text: string;
  /** Control tokens spelled in `text` may be parsed as such. Never so for text that a person or a tool wrote. */
  readonly special: boolean;
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
  /** Gives what was held back. */
  end(): ParsedText[];
}

/** A prompt in a model's own words, and how to read what it answers. */
export interface RenderedPrompt {
  readonly text: PromptText;
  /** A parser for one answer to this prompt. */
  parser(): OutputParser;
}

/** How a model is asked, and how its answer is read. */
export interface PromptFormat {
  /** `nano`, `chat` or `plain`. */
  readonly id: string;
  /** Text that ends an answer where the model spells it out instead of giving its end token. */
  readonly stop: readonly string[];
  /** Control tokens that answers are read by: their text must reach the parser, all others' is nothing. */
  readonly tags: readonly string[];
  /** Throws {@link EngineError} `prompt_unsupported`. */
  render(prompt: Prompt): RenderedPrompt;
}
