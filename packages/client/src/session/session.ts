import type { InputItem, ModelObject, Tool, ToolChoice } from "@flint/protocol";
import type { ConnectionState } from "../connection/index.ts";
import type { EditOptions, EditSetOptions, EditSetTurn, EditTurn, OptimizeOptions } from "../edit/index.ts";
import type { Turn, TurnEvent, TurnResult } from "../turn/index.ts";

/** A plain question to the model. */
export interface RespondOptions {
  readonly input: string | readonly InputItem[];
  /** Not inherited along a chain: given anew for each turn. */
  readonly instructions?: string;
  /** Continues the conversation after this response. */
  readonly previousResponseId?: string | null;
  readonly tools?: readonly Tool[];
  readonly toolChoice?: ToolChoice;
  readonly model?: string;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
  readonly prediction?: string | null;
  readonly signal?: AbortSignal;
}

/** A model that the server offers. */
export interface Model extends ModelObject {
  /** Tokens that a prompt and its answer share; absent where the server does not tell. */
  readonly contextLength?: number;
}

/** One warm connection to a server, for many turns at once: `limits.concurrentTurns` run, more of them wait. */
export interface Session extends AsyncDisposable {
  readonly url: string;
  readonly connection: ConnectionState;
  /** Calls back on each change of {@link Session.connection}, until the returned function is called. */
  onConnectionChange(listener: (state: ConnectionState) => void): () => void;
  edit(options: EditOptions): EditTurn;
  /** Edits of several files by one instruction, at once, as one change set: to be written all or none. */
  editFiles(options: EditSetOptions): EditSetTurn;
  /** {@link Session.edit} with the instruction "optimize this code". */
  optimizeCode(code: string, options?: OptimizeOptions): EditTurn;
  respond(options: RespondOptions): Turn<TurnResult, TurnEvent>;
  models(): Promise<readonly Model[]>;
  /** Interrupts what runs (`session_closed`) and closes the connection. Safe to call twice. */
  close(): Promise<void>;
}
