import type { InputItem, ModelObject, Tool, ToolChoice } from "@flint/protocol";
import type { ConnectionState } from "../connection/index.ts";
import type { EditOptions, EditSetOptions, EditSetTurn, EditTurn, OptimizeOptions } from "../edit/index.ts";
import type { Turn, TurnEvent, TurnResult } from "../turn/index.ts";

/** The options of {@link Session.respond}. */
export interface RespondOptions {
  /** A string is one user message. */
  readonly input: string | readonly InputItem[];
  /** Not inherited from earlier responses: give them again for each turn. */
  readonly instructions?: string;
  /** The response to continue from. */
  readonly previousResponseId?: string | null;
  /** Tools that the model may call. Its calls are items of the result; the caller runs them. */
  readonly tools?: readonly Tool[];
  /** Default: the server's, which is `auto`. */
  readonly toolChoice?: ToolChoice;
  /** Default: the session's model. */
  readonly model?: string;
  /** 0 always gives the same answer; the higher, up to 2, the more answers differ. Default: the server's (Flint: 0). */
  readonly temperature?: number;
  /** Default: the rest of the model's context. */
  readonly maxOutputTokens?: number;
  /**
   * Text that the answer will probably follow. It makes the answer faster and never changes it. Default (also with
   * `null`): none.
   */
  readonly prediction?: string | null;
  /** Aborting rejects the turn with `aborted`; `turn.interrupt()` resolves it with what has arrived. */
  readonly signal?: AbortSignal;
}

/** A model that the server offers. */
export interface Model extends ModelObject {
  /** Tokens that a prompt and its answer share; absent if the server does not report it. */
  readonly contextLength?: number;
}

/**
 * A connection to a server for many turns: up to `limits.concurrentTurns` run at the same time, and further ones wait.
 */
export interface Session extends AsyncDisposable {
  /** The server's base address: `http(s)://…/v1`. */
  readonly url: string;
  readonly connection: ConnectionState;
  /** Calls `listener` on each change of {@link Session.connection}, until the returned function is called. */
  onConnectionChange(listener: (state: ConnectionState) => void): () => void;
  /** Edits code, or a file, which is read and never written. Errors reject the returned turn with a `FlintError`. */
  edit(options: EditOptions): EditTurn;
  /**
   * Edits several files at once with one instruction, as one change set to write completely or not at all. Throws a
   * `FlintError`: `invalid_argument`, `empty_instruction`.
   */
  editFiles(options: EditSetOptions): EditSetTurn;
  /** {@link Session.edit} with the instruction "optimize this code". */
  optimizeCode(code: string, options?: OptimizeOptions): EditTurn;
  /** Asks the model, in a new conversation or continuing an earlier response. */
  respond(options: RespondOptions): Turn<TurnResult, TurnEvent>;
  /**
   * Returns the whole conversation up to the end of this response of `respond()`, including steers and calls, as plain
   * data. It can be saved and outlives the session: to continue it in another session, pass these items followed by the
   * new ones as `input`. Throws a `FlintError` `invalid_argument` if the session does not have all of it, for example
   * for an edit's response.
   */
  conversation(responseId: string): readonly InputItem[];
  /**
   * Resolves to the server's models. Rejects with a `FlintError`: `connection_failed`, `request_failed`,
   * `session_closed`.
   */
  models(): Promise<readonly Model[]>;
  /**
   * Stops running turns and checks, which fail with `session_closed`, and closes the connection. Safe to call twice.
   */
  close(): Promise<void>;
}
