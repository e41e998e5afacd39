import { countOf, type Json, recordOf } from "../usage.ts";

/** A possibly incomplete tool call. */
export interface ToolCall {
  id: string | null;
  /** Empty until received. */
  name: string;
  /** Arguments, or a custom tool's input. */
  written: string;
  /** The part of `written` not emitted yet. */
  rest: string;
  /** Whether it is a custom tool's call, whose input is not JSON. */
  isCustom: boolean;
  /** Whether it has ended, so that nothing may be added. */
  isOver: boolean;
}

/** Assembles tool calls from pieces. Servers identify calls by index, by id, or not at all. */
export class ToolCalls {
  readonly #isOffered: (name: string) => boolean;
  /** The latest call of each index. */
  readonly #latest = new Map<number, ToolCall>();
  #number = 0;

  constructor(isOffered: (name: string) => boolean) {
    this.#isOffered = isOffered;
  }

  /** Adds a piece to its call, and returns the call. */
  take(piece: Json): ToolCall {
    const inner = recordOf(piece.function ?? piece.custom);
    const id = textOf(piece.id) || null;
    const name = textOf(inner.name);
    const given = inner.arguments ?? inner.input;
    const written = typeof given === "object" && given !== null ? JSON.stringify(given) : textOf(given);
    this.#number = countOf(piece.index) ?? this.#number;
    let call = this.#latest.get(this.#number);
    if (call === undefined || this.#startsAnotherCall(call, { id, name, written })) {
      call = { id, name, written: "", rest: "", isCustom: piece.custom != null, isOver: false };
      this.#latest.set(this.#number, call);
    } else call.name = this.#nameOf(call, name);
    call.id ??= id;
    call.written += written;
    call.rest += written;
    return call;
  }

  /** Whether a piece starts another call: for servers without indexes, or with all 0, by a new id or name. */
  #startsAnotherCall(call: ToolCall, piece: Pick<ToolCall, "id" | "name" | "written">): boolean {
    const isMarked = piece.id !== null && call.id !== null && piece.id !== call.id;
    if (isMarked) return piece.name !== "" || hasCompleteArguments(call);
    if (piece.name === "" || call.name === "") return false;
    if (call.written !== "")
      return hasCompleteArguments(call) && (piece.name !== call.name || piece.written !== "");
    const areTwo = this.#isOffered(call.name) && this.#isOffered(piece.name) && piece.name !== call.name;
    return areTwo && !this.#isOffered(call.name + piece.name);
  }

  /** Returns the name so far: some servers send it in pieces, others repeat it with each piece. */
  #nameOf({ name, written }: ToolCall, piece: string): string {
    if (written !== "" && name !== "") return name;
    return piece === name && !this.#isOffered(name + piece) ? name : name + piece;
  }
}

/** Whether the call's arguments are complete JSON. */
export function hasCompleteArguments({ written, isCustom }: ToolCall): boolean {
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
