import type { AnswerWriting } from "../constraint/index.ts";
import type { Answer, Reading, ReasoningTags } from "../reading/index.ts";

/** What identifies a model's family. */
export interface FamilySigns {
  /** `tokenizer.chat_template`. */
  readonly template: string;
  /** Whether the vocabulary has exactly this token. */
  readonly hasToken?: (text: string) => boolean;
}

/** How a family of models writes reasoning and tool calls. */
export interface Family {
  readonly id: string;
  matches(signs: FamilySigns): boolean;
  readonly reasoning: ReasoningTags;
  /** Control tokens that are needed to parse the output. */
  readonly tags: readonly string[];
  /** Separates a namespace's name from its tool's. */
  readonly separator: "." | "__";
  /** Describes how to write a call, for the prompt of models whose template has no place for tools. */
  readonly callFormat: string;
  /** The content that its templates expect in a message with calls only. */
  readonly noContent: "" | null;
  /** Returns the id of a conversation's nth call in the form its templates require. Default: the client's id. */
  callId?(number: number): string;
  /** Whether its templates have a single place for reasoning and for text before a call. */
  readonly mergesPreamble?: boolean;
  /** How to write output that is constrained by a grammar; {@link read} parses output. */
  readonly writing: AnswerWriting;
  /**
   * What to put around the reasoning of an interrupted answer in its message; null if its templates have no place for
   * it. Default: the tags, on separate lines.
   */
  readonly cutReasoningTags?: { readonly before: string; readonly after: string } | null;
  read(answer: Answer): Reading;
}
