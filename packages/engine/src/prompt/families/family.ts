import type { AnswerWriting } from "../constraint/index.ts";
import type { Answer, Reading, ReasoningTags } from "../reading/index.ts";

/** What tells a model's family. */
export interface FamilySigns {
  /** `tokenizer.chat_template`. */
  readonly template: string;
  /** Whether the vocabulary has this very token. */
  readonly hasToken?: (text: string) => boolean;
}

/** The way in which a family of models writes reasoning and tool calls. */
export interface Family {
  readonly id: string;
  matches(signs: FamilySigns): boolean;
  readonly reasoning: ReasoningTags;
  /** Control tokens that its answers are read by. */
  readonly tags: readonly string[];
  /** What stands between a namespace's name and its tool's. */
  readonly separator: "." | "__";
  /** How to write a call, told where the template has no place for tools. */
  readonly callFormat: string;
  /** What its templates take for a message that is nothing but calls. */
  readonly noContent: "" | null;
  /** The id of a conversation's nth call, as its templates want it. Default: the client's own. */
  callId?(number: number): string;
  /** Its templates have one place for reasoning and for text that comes before a call. */
  readonly mergesPreamble?: boolean;
  /** Its way of writing, for answers that a grammar holds to it; {@link read} reads what it says. */
  readonly writing: AnswerWriting;
  /**
   * What stands around the thoughts of an answer that was stopped, in its message; null where its templates have no
   * place for them. Default: the tags on lines of their own.
   */
  readonly cutThoughts?: { readonly before: string; readonly after: string } | null;
  read(answer: Answer): Reading;
}
