import { countOf, type Json, recordOf } from "../usage.ts";

/** A call of a tool, as far as its pieces have come. */
export interface ToolCall {
  id: string | null;
  /** Empty before it has come. */
  name: string;
  /** Its arguments, or a custom tool's input. */
  written: string;
  /** What of that was not given on yet. */
  rest: string;
  /** A custom tool's input, which is no JSON. */
  isCustom: boolean;
  /** It was ended, and nothing may be added to it. */
  isOver: boolean;
}

/** Puts the pieces of calls together. Servers number calls, give them ids, or neither. */
export class ToolCalls {
  readonly #isOffered: (name: string) => boolean;
  /** The latest call of each number. */
  readonly #latest = new Map<number, ToolCall>();
  #number = 0;

  constructor(isOffered: (name: string) => boolean) {
    this.#isOffered = isOffered;
  }

  /** The call that a piece belongs to, with what the piece adds. */
  take(piece: Json): ToolCall {
    const inner = recordOf(piece.function ?? piece.custom);
    const id = textOf(piece.id) || null;
    const name = textOf(inner.name);
    const given = inner.arguments ?? inner.input;
    const written = typeof given === "object" && given !== null ? JSON.stringify(given) : textOf(given);
    this.#number = countOf(piece.index) ?? this.#number;
    let call = this.#latest.get(this.#number);
    if (call === undefined || this.#isAnother(call, { id, name, written })) {
      call = { id, name, written: "", rest: "", isCustom: piece.custom != null, isOver: false };
      this.#latest.set(this.#number, call);
    } else call.name = this.#nameOf(call, name);
    call.id ??= id;
    call.written += written;
    call.rest += written;
    return call;
  }

  /** Some servers number no calls, or all of them 0: a further id or name begins another one there. */
  #isAnother(call: ToolCall, piece: Pick<ToolCall, "id" | "name" | "written">): boolean {
    const isMarked = piece.id !== null && call.id !== null && piece.id !== call.id;
    if (isMarked) return piece.name !== "" || isWhole(call);
    if (piece.name === "" || call.name === "") return false;
    if (call.written !== "") return isWhole(call) && (piece.name !== call.name || piece.written !== "");
    const areTwo = this.#isOffered(call.name) && this.#isOffered(piece.name) && piece.name !== call.name;
    return areTwo && !this.#isOffered(call.name + piece.name);
  }

  /** Some servers give a name in pieces, others again with each piece. */
  #nameOf({ name, written }: ToolCall, piece: string): string {
    if (written !== "" && name !== "") return name;
    return piece === name && !this.#isOffered(name + piece) ? name : name + piece;
  }
}

/** Whether nothing more can belong to it, as far as its arguments show. */
export function isWhole({ written, isCustom }: ToolCall): boolean {
  if (isCustom) return true;
  if (!written.trimEnd().endsWith("}")) return false;
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
