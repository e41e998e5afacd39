import type { TextFormat } from "@flint/protocol";
import type { Part, Prompt } from "../contract/index.ts";

/** The place in a request that a text comes from. */
export interface Origin {
  /** Ordinal of the conversation's item, from 0; null for text from outside the items. */
  readonly item: number | null;
  /** The field of the item or request: `content`, `output`, `instructions`, `tools`. */
  readonly field: string;
}

/** A segment of prompt text. */
export interface PromptSegment {
  readonly text: string;
  /** Whether control tokens spelled out in `text` may be parsed as such. Never set for text from users or tools. */
  readonly special: boolean;
  /** Missing for text from the format itself. */
  readonly origin?: Origin;
}

/** A rendered prompt, in order. Includes the BOS token if the model wants one: tokenise it without adding another. */
export type PromptText = readonly PromptSegment[];

/** A piece of output text within one part. */
export interface ParsedText {
  /** Ordinal of the part, incremented when a new part begins. */
  readonly index: number;
  readonly part: Part;
  readonly text: string;
}

/** Splits a model's output into parts as it arrives. Create one parser per response. */
export interface OutputParser {
  /** Parses the next text, which may be cut anywhere. Text that may turn out to be a tag is held back. */
  push(text: string): ParsedText[];
  /** Returns the text held back. `isWhole`: the model ended its output itself, and was not cut off. */
  end(isWhole: boolean): ParsedText[];
  /** Why the output must not be used, as a message for users. Once it is set, no more output follows. */
  readonly fault?: string | null;
  /** Whether the answer is complete: further output of the model is to be ignored. */
  readonly isOver?: boolean;
}

/** The grammar that constrains the output, and the parser for that output. */
export interface ConstrainedAnswer {
  /** GBNF for the output from its first token to its last; control tokens are written as text. */
  readonly grammar: string;
  readonly parser: OutputParser;
}

/** How to parse the responses to a prompt. */
export interface AnswerReading {
  /** Creates a parser for one unconstrained response. */
  parser(): OutputParser;
  /**
   * Returns the constraint for one response in this format, including required calls. Returns null if nothing
   * constrains the output. Rejects with {@link EngineError} `prompt_unsupported` if that is impossible, `engine_busy`
   * if too many requests wait for a grammar: grammars that take long are translated for each user in turn.
   */
  held(format: TextFormat | null, user?: string | null): Promise<ConstrainedAnswer | null>;
  /** Text that the output is likely to repeat, if it differs from the client's prediction. */
  readonly draft?: string;
  /**
   * Whether the prompt has one correct answer: the probability of the model's output then shows whether it
   * understood.
   */
  readonly isDetermined?: boolean;
  /** Number of calls after which a response ends. */
  readonly maxCalls: number;
}

/** A prompt as the model's text, and how to parse the response. */
export interface RenderedPrompt {
  /** Characters that this prompt shares with the earlier one it continues; `text` follows them. */
  readonly kept: number;
  readonly text: PromptText;
  readonly reading: AnswerReading;
}

/** Renders prompts for a model, and provides parsers for its output. */
export interface PromptFormat {
  /** `nano`, `chat` or `plain`. */
  readonly id: string;
  /** Texts that end a response if the model spells them out instead of emitting its end token. */
  readonly stop: readonly string[];
  /** Control tokens whose text must reach the parser; that of all others is dropped. */
  readonly tags: readonly string[];
  /**
   * Renders a prompt. If it continues an `earlier` one, a format may render only the new part. Throws {@link
   * EngineError} `prompt_unsupported`.
   */
  render(prompt: Prompt, earlier?: RenderedPrompt | null): RenderedPrompt;
}
