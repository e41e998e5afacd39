/** What a leaf of a syntax tree is. `name`: of a variable, function, class or type; `member`: of a property. */
export type LeafKind = "name" | "member" | "text" | "number" | "comment" | "other";

/** A leaf of a syntax tree. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly text: string;
  /** 0-based. */
  readonly line: number;
  /** Whether the name is declared here. */
  readonly declares: boolean;
}

/** The leaves of code, in order; null for code that is too long to be read at once. */
export type ReadLeaves = (code: string) => readonly Leaf[] | null;

/** What reads the leaves of a language, loaded once. Null for a language whose declarations are not known. */
export type LeafSource = (language: string) => Promise<ReadLeaves | null>;
