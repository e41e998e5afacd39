/** The kind of a leaf. `name`: of a variable, function, class or type; `member`: of a property. */
export type LeafKind = "name" | "member" | "text" | "number" | "comment" | "other";

/** A leaf of a syntax tree. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly text: string;
  /** 0-based line. */
  readonly line: number;
  /** Whether the name is declared here. */
  readonly declares: boolean;
}

/** Returns the leaves of code, in order; null if the code is too long. */
export type ReadLeaves = (code: string) => readonly Leaf[] | null;

/** Loads the reader of a language's leaves, once. Resolves to null if the language's declarations are not known. */
export type LeafSource = (language: string) => Promise<ReadLeaves | null>;
