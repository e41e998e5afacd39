/** Limits of the schemas, patterns and grammars of one request. */
export interface StructureLimits {
  /** Most levels of nesting in schemas, patterns and grammar groups. */
  readonly depth: number;
  /** Most schemas in one definition, including referenced ones. OpenAI's API allows 5,000 properties. */
  readonly schemas: number;
  /**
   * Most groups and rules of one definition; combinations of a schema's parts; and letters in names and literals if
   * each is a part in itself.
   */
  readonly nodes: number;
  /** Most values of one `enum`. */
  readonly values: number;
  /** Largest repetition count. For more, clients leave out the limit. */
  readonly repetition: number;
  /** UTF-16 units of a schema's JSON, including its descriptions. */
  readonly schemaLength: number;
  /** UTF-16 units of a grammar or pattern as sent. */
  readonly definitionLength: number;
  /** UTF-16 units of the GBNF grammar generated from a definition. */
  readonly grammarLength: number;
  /** Steps that translating and checking all definitions of a request may take. */
  readonly work: number;
  /** Ways in which a text may be read at once: each makes sampling slower. */
  readonly stacks: number;
  /**
   * Most states of an automaton, each written as a rule. Automata are built for texts and numbers with several
   * constraints.
   */
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
