import type { InputItem, ModelObject, Tool, ToolChoice } from "@flint/protocol";
import type { ConnectionState } from "../connection/index.ts";
import type { EditOptions, EditSetOptions, EditSetTurn, EditTurn, OptimizeOptions } from "../edit/index.ts";
import type { Turn, TurnEvent, TurnResult } from "../turn/index.ts";

/** A plain question to the model. */
export interface RespondOptions {
  /** A text is one message of the user's. */
  readonly input: string | readonly InputItem[];
  /** Not inherited along a chain: given anew for each turn. */
  readonly instructions?: string;
  /** Continues the conversation after this response. */
  readonly previousResponseId?: string | null;
  /** What the model may call. Its calls are items of the result, for the caller to run. */
  readonly tools?: readonly Tool[];
  /** Default: the server's, which is `auto`. */
  readonly toolChoice?: ToolChoice;
  /** Default: the session's model. */
  readonly model?: string;
  /** 0 always gives the same answer; the higher, up to 2, the more the answers differ. Default: the server's; Flint's is 0. */
  readonly temperature?: number;
  /** Default: what is left of the model's context. */
  readonly maxOutputTokens?: number;
  /** Text that the answer is likely to follow: it makes the answer faster, never different. Default, as `null`: none is sent. */
  readonly prediction?: string | null;
  /** Aborting rejects the turn with `aborted`; `turn.interrupt()` resolves it with what there is. */
  readonly signal?: AbortSignal;
}

/** A model that the server offers. */
export interface Model extends ModelObject {
  /** Tokens that a prompt and its answer share; absent where the server does not tell. */
  readonly contextLength?: number;
}

/** One warm connection to a server, for many turns at once: `limits.concurrentTurns` run, more of them wait. */
export interface Session extends AsyncDisposable {
  /** The server's base address: `http(s)://…/v1`. */
  readonly url: string;
  readonly connection: ConnectionState;
  /** Calls back on each change of {@link Session.connection}, until the returned function is called. */
  onConnectionChange(listener: (state: ConnectionState) => void): () => void;
  /** Edits code, or a file, which is read and never written. Fails as every turn does: by the turn, with a `FlintError`. */
  edit(options: EditOptions): EditTurn;
  /** Edits of several files by one instruction, at once, as one change set: to be written all or none. Throws a `FlintError`: `invalid_argument`, `empty_instruction`. */
  editFiles(options: EditSetOptions): EditSetTurn;
  /** {@link Session.edit} with the instruction "optimize this code". */
  optimizeCode(code: string, options?: OptimizeOptions): EditTurn;
  /** Asks the model, in a new conversation or on from an earlier response. */
  respond(options: RespondOptions): Turn<TurnResult, TurnEvent>;
  /**
   * All that was said up to the end of this response of `respond()`, steers and calls included, as plain data. Saved, it
   * outlives the session: sent as the `input` of another one's turn, what is said next after it, it goes on from there.
   * Throws a `FlintError` `invalid_argument` where the session does not know it all, as of an edit's response.
   */
  conversation(responseId: string): readonly InputItem[];
  /** The server's models. Rejects with a `FlintError`: `connection_failed`, `request_failed`. */
  models(): Promise<readonly Model[]>;
  /** Interrupts what runs, checks too (`session_closed`), and closes the connection. Safe to call twice. */
  close(): Promise<void>;
}
