import type { InputItem } from "@flint/protocol";
import { ChainLedger } from "../chain/index.ts";
import { Connection, type ConnectionState, type Endpoint, withoutSocket } from "../connection/index.ts";
import {
  checkOptions,
  checkSetOptions,
  EDIT_INSTRUCTIONS,
  type EditContext,
  type EditOptions,
  EditRun,
  type EditSetOptions,
  EditSetRun,
  type EditSetTurn,
  type EditTurn,
  type OptimizeOptions,
  readSource,
  readTask,
  requireCode,
  taskFrom,
} from "../edit/index.ts";
import { FlintError, requireFunction } from "../error/index.ts";
import type { Platform } from "../platform/index.ts";
import {
  joinTurnEvents,
  LiveTurn,
  ResponseRun,
  type Turn,
  type TurnEvent,
  type TurnResult,
} from "../turn/index.ts";
import { listModels } from "./list-models.ts";
import { checkRespondOptions, inputItems, responseFields } from "./response-fields.ts";
import { RunningChecks } from "./running-checks.ts";
import type { Model, RespondOptions, Session } from "./session.ts";
import type { SessionLimits, SessionOptions } from "./session-options.ts";
import { WarmUp } from "./warm-up.ts";

export class LiveSession implements Session {
  readonly #options: SessionOptions;
  readonly #limits: Required<SessionLimits>;
  readonly #endpoint: Endpoint;
  readonly #platform: Platform;
  readonly #connection: Connection;
  readonly #ledger: ChainLedger;
  readonly #warmUp: WarmUp | null;
  readonly #edits: EditContext;
  readonly #closed = new AbortController();
  readonly #checks: RunningChecks | null;
  #closing: Promise<void> | null = null;

  constructor(
    options: SessionOptions,
    limits: Required<SessionLimits>,
    endpoint: Endpoint,
    platform: Platform,
  ) {
    this.#options = options;
    this.#limits = limits;
    this.#endpoint = endpoint;
    this.#platform = platform;
    this.#ledger = new ChainLedger(limits);
    this.#connection = new Connection({
      endpoint,
      apiKey: options.apiKey,
      openSocket: options.transport === "http" ? withoutSocket : platform.openSocket,
      onOnline: platform.onOnline,
      limits,
    });
    const warm = options.warmUp ?? true;
    this.#warmUp = warm ? new WarmUp(this.#connection, this.#ledger, EDIT_INSTRUCTIONS, options.model) : null;
    // Whoever has not waited for it when the first edit comes waits then, and is told of a failure.
    if (warm) Promise.resolve(platform.loadEdits()).catch(() => {});
    const { runChecks } = platform;
    this.#checks = runChecks === undefined ? null : new RunningChecks(runChecks, this.#closed.signal);
    this.#edits = {
      connection: this.#connection,
      ledger: this.#ledger,
      limits,
      trace: options.trace,
      turnEvents: limits.turnEvents,
      grammars: platform.grammars,
      scope: platform.scope,
      runChecks: this.#checks?.run,
      placeOf: platform.placeOf,
      warmResponse: (model) => (model === options.model ? (this.#warmUp?.responseId ?? null) : null),
      warmResponseMissing: () => this.#warmUp?.repeat(),
    };
  }

  get url(): string {
    return this.#endpoint.http;
  }

  get connection(): ConnectionState {
    return this.#connection.state;
  }

  onConnectionChange(listener: (state: ConnectionState) => void): () => void {
    requireFunction(listener, "the listener");
    return this.#connection.onChange(listener);
  }

  /** Resolves when the connection is open. */
  ready(): Promise<void> {
    return this.#connection.ready();
  }

  edit(options: EditOptions): EditTurn {
    return this.#edit(options, checkOptions);
  }

  optimizeCode(code: string, options: OptimizeOptions = {}): EditTurn {
    return this.#edit({ ...options, code, instruction: "optimize this code" }, (all) => {
      checkOptions(all);
      requireCode(code);
    });
  }

  /** Throws {@link FlintError} `invalid_argument` and `empty_instruction`. */
  editFiles(options: EditSetOptions): EditSetTurn {
    checkSetOptions(options);
    const model = options.model ?? this.#options.model;
    const set = new EditSetRun(this.#edits, model === undefined ? options : { ...options, model });
    set.begin(this.#platform.loadEdits, (path) =>
      readSource(path, this.#platform.readFile, this.#limits.fileBytes),
    );
    return set;
  }

  respond(options: RespondOptions): Turn<TurnResult, TurnEvent> {
    const turn = new LiveTurn<TurnResult, TurnEvent>(this.#limits.turnEvents, joinTurnEvents);
    try {
      this.#beginResponse(turn, options);
    } catch (error) {
      turn.reject(error);
    }
    return turn;
  }

  conversation(responseId: string): readonly InputItem[] {
    const { items, previousResponseId } = this.#ledger.continuation(responseId, null, true);
    if (previousResponseId === null && items.length > 0) return items;
    throw new FlintError(
      "invalid_argument",
      `${responseId} is no response of this session's respond() whose conversation is kept: give the responseId of a turn that has ended, or raise limits.chainResponses and limits.chainLength`,
    );
  }

  models(): Promise<readonly Model[]> {
    const { apiKey } = this.#options;
    return listModels(this.#endpoint.http, apiKey, {
      timeout: this.#limits.connectTimeout,
      closed: this.#closed.signal,
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #beginResponse(turn: LiveTurn<TurnResult, TurnEvent>, options: RespondOptions): void {
    checkRespondOptions(options);
    const run = new ResponseRun(
      this.#edits,
      {
        fields: responseFields(options, this.#options.model),
        input: inputItems(options.input),
        previousResponseId: () => options.previousResponseId ?? null,
        repeatable: false,
        signal: options.signal,
      },
      {
        event: (event) => turn.emit(event),
        ended: (result) => {
          turn.emit({ type: "timings", timings: result.timings });
          turn.resolve(result);
        },
        failed: (error) => turn.reject(error),
      },
    );
    turn.setControls(run);
    run.begin();
  }

  #edit(options: EditOptions, check: (options: EditOptions) => void): EditRun {
    const turn = new EditRun(this.#edits, options?.prediction);
    this.#beginEdit(turn, options, check).catch((error: unknown) => turn.reject(error));
    return turn;
  }

  async #beginEdit(
    turn: EditRun,
    options: EditOptions,
    check: (options: EditOptions) => void,
  ): Promise<void> {
    check(options);
    const model = options.model ?? this.#options.model;
    const asked: EditOptions = model === undefined ? options : { ...options, model };
    const task =
      asked.path === undefined
        ? taskFrom(asked, asked.code)
        : await readTask(asked, this.#platform.readFile, this.#limits.fileBytes);
    // Without a tick in between, an edit is sent before what its caller asks for next.
    const loading = this.#platform.loadEdits();
    turn.begin(task, loading instanceof Promise ? await loading : loading);
  }

  async #close(): Promise<void> {
    this.#warmUp?.stop();
    this.#closed.abort();
    this.#connection.close();
    await this.#checks?.settled();
    await this.#connection.pendingStops;
    await this.#options.onClose?.();
  }
}
