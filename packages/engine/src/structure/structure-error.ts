/** The notation of a definition. */
export type DefinitionKind = "json_schema" | "lark" | "regex";

/**
 * Thrown for a definition that output cannot be constrained to. The message names the place and what is wrong there.
 */
export class StructureError extends Error {
  override readonly name = "StructureError";
  readonly kind: DefinitionKind;
  /**
   * A JSON pointer in a schema, a line and column in a grammar, or a column in a pattern; empty for the whole
   * definition.
   */
  readonly place: string;
  /** The message without the place. */
  readonly reason: string;

  constructor(kind: DefinitionKind, place: string, reason: string) {
    super(place === "" ? reason : `${place}: ${reason}`);
    this.kind = kind;
    this.place = place;
    this.reason = reason;
    // Until the stack is read, V8 keeps the receivers of its calls alive, and these errors are cached.
    void this.stack;
  }
}

/** Thrown for a part that cannot be translated, before its place is known. */
export class Untranslatable extends Error {
  override readonly name = "Untranslatable";
}
