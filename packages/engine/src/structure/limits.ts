/** How much structure one request may ask for. */
export interface StructureLimits {
  /** Levels that schemas, patterns and grammars may nest. */
  readonly depth: number;
  /** Schemas, groups and rules that one definition may have, references followed. */
  readonly nodes: number;
  /** Most times that something may be said to repeat; more is asked for as no limit at all. */
  readonly repetition: number;
  /** UTF-16 units of a schema's JSON, or of a grammar or pattern as it comes. */
  readonly definitionLength: number;
  /** UTF-16 units of the grammar that is made of it. */
  readonly grammarLength: number;
}

export const STRUCTURE_LIMITS: StructureLimits = {
  depth: 64,
  nodes: 5_000,
  repetition: 100_000,
  definitionLength: 256 * 1024,
  grammarLength: 1024 * 1024,
};
