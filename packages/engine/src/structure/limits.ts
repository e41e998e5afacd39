/** How much structure one request may ask for. */
export interface StructureLimits {
  /** Levels that schemas, patterns and groups of a grammar may nest. */
  readonly depth: number;
  /** Schemas that one definition may have, references followed. OpenAI's API takes 5,000 properties. */
  readonly schemas: number;
  /** Groups and rules that one definition may have; ways in which a schema's parts combine; and letters of names and literals where each is a part of its own. */
  readonly nodes: number;
  /** Values of one `enum`. */
  readonly values: number;
  /** Most times that something may be said to repeat; more is asked for as no limit at all. */
  readonly repetition: number;
  /** UTF-16 units of a schema's JSON, with what it tells people. */
  readonly schemaLength: number;
  /** UTF-16 units of a grammar or pattern as it comes. */
  readonly definitionLength: number;
  /** UTF-16 units of the grammar that is made of it. */
  readonly grammarLength: number;
  /** Steps that all definitions of a request may take to be translated and looked through. */
  readonly work: number;
  /** Ways in which a text may be read at once: for each the answer is held to it anew. */
  readonly stacks: number;
  /** States of an automaton, each a rule: made where a text or number is held to several things at once. */
  readonly states: number;
}

export const STRUCTURE_LIMITS: StructureLimits = {
  depth: 64,
  schemas: 8_000,
  nodes: 2_000,
  values: 1_000,
  repetition: 100_000,
  schemaLength: 1024 * 1024,
  definitionLength: 256 * 1024,
  grammarLength: 1024 * 1024,
  work: 2_000_000,
  stacks: 500,
  states: 4_000,
};
