/** What a definition was given as. */
export type DefinitionKind = "json_schema" | "lark" | "regex";

/** A definition that answers cannot be held to. The message names the place and what stands there. */
export class StructureError extends Error {
  override readonly name = "StructureError";
  readonly kind: DefinitionKind;
  /** A JSON pointer in a schema, a line and column in a grammar, a column in a pattern; empty where the whole is meant. */
  readonly place: string;
  /** The message without the place. */
  readonly reason: string;

  constructor(kind: DefinitionKind, place: string, reason: string) {
    super(place === "" ? reason : `${place}: ${reason}`);
    this.kind = kind;
    this.place = place;
    this.reason = reason;
    // Until the stack is asked for, V8 keeps what its functions were called on, and these errors are remembered.
    void this.stack;
  }
}

/** A part that cannot be translated, before it is known where it stands. */
export class Untranslatable extends Error {
  override readonly name = "Untranslatable";
}
