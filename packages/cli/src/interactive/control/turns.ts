import type { EditState } from "@flint/client";
import {
  type ConnectionState,
  type EditResult,
  type EditTurn,
  FlintError,
  hunksBetween,
  type Session,
} from "@flint/client";
import { editFailure } from "../../edit/index.ts";
import { messageOf } from "./open-file.ts";
import type { SessionLog } from "./session-log.ts";
import { returnWords } from "./typed-words.ts";

/** How an edit is run, in addition to its question. */
export interface TurnOptions {
  /** Temperatures to try in order, until the answer is not in `known`. */
  readonly temperatures?: readonly number[];
  /** Answers that should not be repeated. */
  readonly known?: ReadonlySet<string>;
  /** The expected answer, if more is known about it than the code. */
  readonly prediction?: string;
}

type AskOptions = Pick<TurnOptions, "prediction"> & { readonly temperature?: number };

const NO_OTHER =
  "the model has no other answer: type how it should differ and press Ctrl-T, or try another model";

/** Wraps a turn, so that awaiting the wrapper does not await the turn's result. */
interface StartedTurn {
  readonly turn: EditTurn;
}

/** Runs edits through the SDK and reports their events to the session. */
export class Turns {
  readonly #log: SessionLog;
  readonly #connect: (signal: AbortSignal) => Promise<Session>;
  readonly #closing = new AbortController();
  #session: Promise<Session> | null = null;
  /** Abandons an edit that is still waiting for the connection. */
  #stopWaiting: (() => void) | null = null;
  /** The running edit. Its turn exists once connected. */
  #turn: { readonly edit: EditState; readonly begun: Promise<StartedTurn> } | null = null;
  #steerCount = 0;
  #contextLengths: Promise<ReadonlyMap<string, number>> | null = null;

  /** `connect` must stop when its signal is aborted. */
  constructor(log: SessionLog, connect: (signal: AbortSignal) => Promise<Session>) {
    this.#log = log;
    this.#connect = connect;
  }

  /** Connects early, so that the model is loaded before the first edit. */
  warmUp(): void {
    // A failure is reported when an edit is asked for.
    this.#open().catch(() => {});
  }

  /** Runs an edit until it completes, fails or is stopped. Never rejects. */
  async run(
    edit: EditState,
    { temperatures = [], known = new Set(), ...options }: TurnOptions,
  ): Promise<void> {
    try {
      const [temperature, ...hotter] = temperatures;
      let result = await this.#answer(edit, {
        ...options,
        ...(temperature !== undefined && { temperature }),
      });
      const isRepeated = () => known.has(result.code) && isUnsteeredAnswer(edit, result);
      for (const temperature of hotter) {
        if (!isRepeated()) break;
        this.#log.tell({ type: "restart", edit: edit.id, reason: "repeated" });
        result = await this.#answer(edit, { ...options, temperature });
      }
      const hasNoOther = isRepeated();
      await this.#end(edit, result);
      if (hasNoOther) this.#log.tell({ type: "note", text: NO_OTHER });
    } catch (error) {
      // An edit interrupted by quitting has no end event, so it can be rerun after a resume.
      if (this.#closing.signal.aborted) return;
      const code = error instanceof FlintError ? (error.serverCode ?? error.code) : "failed";
      this.#log.tell({ type: "failed", edit: edit.id, code, message: messageOf(error) });
    } finally {
      if (this.#turn?.edit === edit) this.#turn = null;
    }
  }

  /** Interrupts the running edit. */
  interrupt(): void {
    const { running } = this.#log.state;
    if (running === null) return;
    this.#log.tell({ type: "interrupting", edit: running.id });
    if (this.#stopWaiting !== null) this.#stopWaiting();
    else {
      this.#turn?.begun
        .then(({ turn }) => turn.interrupt())
        .catch((error: unknown) => this.#log.tell({ type: "note", text: messageOf(error) }));
    }
  }

  /** Steers the running edit, once connected. A steer that fails goes back into the typed line. */
  steer(edit: EditState, text: string): void {
    const steer = this.#newSteer();
    const failed = (message: string) => {
      this.#log.tell({ type: "steer", steer, state: "failed", message });
      returnWords(this.#log, [text]);
    };
    this.#log.tell({ type: "steered", edit: edit.id, steer, text, when: "now" });
    if (this.#turn?.edit !== edit) {
      failed("the edit is over");
      return;
    }
    this.#turn.begun
      .then(({ turn }) => turn.steer(text))
      .then(
        ({ milliseconds }) => {
          // The answer may have restarted with the steer before this acknowledgement arrives.
          this.#log.tell({ type: "steer", steer, state: "accepted", milliseconds });
        },
        (error: unknown) => failed(messageOf(error)),
      );
  }

  /** Queues an instruction until the running edit has ended. */
  queue(edit: EditState, text: string): void {
    this.#log.tell({ type: "steered", edit: edit.id, steer: this.#newSteer(), text, when: "after" });
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#closing.abort();
    // If the session failed to open, there is nothing to close or report.
    await session?.then((open) => open.close()).catch(() => {});
  }

  async #answer(edit: EditState, options: AskOptions): Promise<EditResult> {
    const begun = this.#begin(edit, options);
    this.#turn = { edit, begun };
    const { turn } = await begun;
    if (turn.mode === "anchored") this.#log.tell({ type: "anchored", edit: edit.id });
    return this.#follow(edit, turn);
  }

  async #begin(edit: EditState, options: AskOptions): Promise<StartedTurn> {
    const session = await this.#openUnlessStopped();
    const { input, instruction, selection } = edit.question;
    const language = this.#log.state.file?.language ?? null;
    const turn = session.edit({
      code: input,
      instruction,
      // The display, the journal and replays need the whole code as it streams.
      mode: "whole",
      ...(selection !== null && { selection }),
      ...(language !== null && { language }),
      ...options,
    });
    return { turn };
  }

  async #follow(edit: EditState, turn: EditTurn): Promise<EditResult> {
    for await (const event of turn) {
      if (event.type === "text") this.#log.tell({ type: "text", edit: edit.id, text: event.text });
      else if (event.type === "hunk" && turn.mode === "anchored") {
        this.#log.tell({ type: "hunk", edit: edit.id, hunk: event.hunk });
      } else if (event.type === "restart")
        this.#log.tell({ type: "restart", edit: edit.id, reason: event.reason });
      else if (event.type === "progress") this.#log.tell({ ...event, edit: edit.id });
    }
    const result = await turn;
    if (result.status === "interrupted" && result.responseId === null) throw stoppedEarlyError();
    return result;
  }

  async #end(edit: EditState, result: EditResult): Promise<void> {
    const { input, base } = edit.question;
    const contextLength = result.model === null ? undefined : (await this.#contextLengths)?.get(result.model);
    this.#log.tell({
      type: "ended",
      edit: edit.id,
      status: result.status,
      hunks: input === base ? result.hunks : hunksBetween(base, result.code),
      timings: result.timings,
      verification: result.verification,
      declined: result.declined?.message ?? null,
      model: result.model,
      contextLength: contextLength ?? null,
    });
  }

  /** Resolves to the open session. Rejects at once if the edit is stopped before that. */
  async #openUnlessStopped(): Promise<Session> {
    const stopped = new Promise<never>((_, reject) => {
      this.#stopWaiting = () => reject(stoppedEarlyError());
    });
    try {
      return await Promise.race([this.#open(), stopped]);
    } finally {
      this.#stopWaiting = null;
    }
  }

  #open(): Promise<Session> {
    if (this.#session !== null) return this.#session;
    this.#log.tell({ type: "connection", status: "connecting" });
    const opening = this.#connect(this.#closing.signal).then(
      (session) => {
        session.onConnectionChange((state) => this.#reportConnection(state));
        this.#reportConnection(session.connection);
        // Requested early, so that the end of an edit does not wait for it.
        this.#contextLengths ??= contextLengthsOf(session);
        return session;
      },
      (error: unknown) => {
        // The next edit tries to connect again.
        this.#session = null;
        this.#log.tell({ type: "connection", status: "failed", ...connectionMessage(error) });
        throw error;
      },
    );
    this.#session = opening;
    return opening;
  }

  #reportConnection(state: ConnectionState): void {
    this.#log.tell({
      type: "connection",
      status: state.status,
      ...(state.status === "reconnecting" && { message: `try ${state.attempt}` }),
      ...(state.status === "failed" && connectionMessage(state.error)),
    });
  }

  #newSteer(): string {
    this.#steerCount++;
    // Also unique in a resumed session.
    return `s${this.#steerCount}-${Math.round(this.#log.clock())}`;
  }
}

/** Whether the answer is complete and to the original question, without steers. Only then may it be sampled again. */
function isUnsteeredAnswer({ status, steers }: EditState, result: EditResult): boolean {
  if (result.status !== "completed" || result.declined !== null || status !== "running") return false;
  return steers.every(({ when }) => when !== "now");
}

/** The failure of an edit stopped before it started. */
function stoppedEarlyError(): FlintError {
  return new FlintError("aborted", "it was stopped before it began");
}

/** Returns the reason for a failed connection, in one line. */
function connectionMessage(error: unknown): { message?: string } {
  const failure = editFailure(error);
  return failure instanceof Error ? { message: failure.message.replace(/\s+/g, " ") } : {};
}

/** Lists the models' context lengths. They are only displayed, so a failure is ignored. */
async function contextLengthsOf(session: Session): Promise<ReadonlyMap<string, number>> {
  const models = await session.models().catch(() => []);
  return new Map(models.flatMap(({ id, contextLength }) => (contextLength ? [[id, contextLength]] : [])));
}
