import { randomUUID } from "node:crypto";
import {
  type AgentContext,
  type ContentBlock,
  methods,
  type PromptResponse,
  RequestError,
  type SessionConfigOption,
  type SessionUpdate,
} from "@agentclientprotocol/sdk";
import type { EditTurn, Session, Turn, TurnEvent, TurnResult } from "@flint/client";
import { type Consent, runEdit } from "./edit-call.ts";
import { lastFiles } from "./last-files.ts";
import { moveLines } from "./moved-lines.ts";
import { type FileReference, type PromptContent, readPrompt } from "./prompt.ts";
import { answerQuestion, historyOf } from "./question.ts";
import { type SessionRecords, titleOf } from "./record.ts";
import { requestError } from "./request-error.ts";
import { readForQuestion, type Workspace } from "./workspace.ts";

/** The id of the option that selects the model. */
export const MODEL = "model";

export interface ConversationOptions {
  readonly sessionId: string;
  readonly client: AgentContext;
  readonly workspace: Workspace;
  readonly records: SessionRecords;
  /** The earlier updates of a resumed session. */
  readonly updates: readonly SessionUpdate[];
}

/** The outcome of a steer, as defined by the extension. */
export type SteerOutcome =
  | { readonly outcome: "injected"; readonly milliseconds: number }
  | { readonly outcome: "promptRequired"; readonly reason: "noRunningTurn" };

interface Running {
  readonly cancellation: AbortController;
  readonly ended: Promise<void>;
}

/** An editor's session. Runs one prompt at a time; each prompt edits files or answers in words. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #consent: Consent = { always: false };
  readonly #updates: SessionUpdate[];
  #turn: EditTurn | Turn<TurnResult, TurnEvent> | null = null;
  #running: Running | null = null;
  /** The files that a prompt without file references applies to. */
  #files: readonly FileReference[];
  /** The file contents sent with the last answered question. */
  #sentFiles = "";
  #previousResponseId: string | null = null;
  #editCount = 0;
  /** Null for the default. */
  model: string | null;

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.#updates = [...options.updates];
    this.#files = lastFiles(options.updates);
    this.model = lastModel(options.updates);
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Rejects with a request error that names the remedy; the session stays usable. */
  async prompt(blocks: readonly ContentBlock[], session: Session): Promise<PromptResponse> {
    if (this.#running !== null) {
      throw RequestError.invalidRequest(
        undefined,
        "a prompt is running: cancel it, or send this one as _session/steering",
      );
    }
    const content = readPrompt(blocks);
    if (content.text === "")
      throw RequestError.invalidParams(undefined, "the prompt is empty: say what to do");
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const running: Running = { cancellation: new AbortController(), ended: over };
    this.#running = running;
    try {
      const isFirst = titleOf(this.#updates) === null;
      await this.#recordMessage(blocks);
      if (isFirst) await this.#send({ sessionUpdate: "session_info_update", title: titleOf(this.#updates) });
      return { stopReason: await this.#answer(content, session, running.cancellation.signal) };
    } catch (error) {
      throw requestError(error);
    } finally {
      this.#running = null;
      this.#turn = null;
      end();
    }
  }

  /** Stops the running prompt within one engine step, without waiting for the editor's pending answers. */
  cancel(): void {
    if (this.#running === null) return;
    this.#running.cancellation.abort();
    // A finished turn cannot be interrupted; a failing one reports its error through its result.
    this.#turn?.interrupt().catch(() => {});
  }

  /**
   * Steers the running prompt. If the model's answer is complete or has not started, waits for the prompt's end; the
   * outcome then says that the instruction can become a prompt of its own.
   */
  async steer(blocks: readonly ContentBlock[]): Promise<SteerOutcome> {
    const { text } = readPrompt(blocks);
    if (text === "") throw RequestError.invalidParams(undefined, "the instruction is empty: say what to do");
    const running = this.#running;
    try {
      if (this.#turn !== null) {
        const { milliseconds } = await this.#turn.steer(text);
        await this.#recordMessage(blocks);
        return { outcome: "injected", milliseconds };
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "turn_ended"))
        throw requestError(error);
    }
    await running?.ended;
    return { outcome: "promptRequired", reason: "noRunningTurn" };
  }

  /** Selects another model, which is remembered when the session is resumed. */
  async choose(model: string, configOptions: SessionConfigOption[]): Promise<void> {
    this.model = model;
    await this.#record({ sessionUpdate: "config_option_update", configOptions });
  }

  /** Resends all updates of the session to the editor. */
  async replay(): Promise<void> {
    for (const update of this.#updates)
      if (update.sessionUpdate !== "config_option_update") await this.#send(update);
  }

  async #answer(
    content: PromptContent,
    session: Session,
    signal: AbortSignal,
  ): Promise<PromptResponse["stopReason"]> {
    if (content.files.length > 0) this.#files = content.files;
    if (content.command === "ask" || (this.#files.length === 0 && content.command === null))
      return this.#ask(content, session, signal);
    if (this.#files.length === 0)
      throw RequestError.invalidParams(
        undefined,
        "no file is attached: name one with @, or select lines of it",
      );
    // By index, because each edit may move the lines that later references point to.
    for (let number = 0; number < this.#files.length; number++) {
      if (signal.aborted) return "cancelled";
      const file = this.#files[number] as FileReference;
      const outcome = await this.#edit(file, content.text, session, signal);
      if (outcome.type === "stopped") return "cancelled";
      if (outcome.type === "written") this.#files = moveLines(this.#files, file, outcome.hunks);
    }
    return signal.aborted ? "cancelled" : "end_turn";
  }

  async #ask(
    content: PromptContent,
    session: Session,
    signal: AbortSignal,
  ): Promise<PromptResponse["stopReason"]> {
    const { workspace } = this.#options;
    const read = this.#files.map((file) =>
      readForQuestion(workspace, file, signal).catch((error: unknown) => {
        if (content.files.length > 0 && !signal.aborted) throw error;
        // The file is gone since it was referenced; the question may be about something else.
        return "";
      }),
    );
    const files = (await Promise.all(read)).filter((text) => text !== "");
    if (signal.aborted) return "cancelled";
    const told = files.join("\n\n");
    // The model already has the files from the previous question.
    const news = told === this.#sentFiles ? [] : files;
    const question = [...news, ...content.attachments, content.text].join("\n\n");
    const { stopReason, text, responseId } = await answerQuestion({
      session,
      question,
      model: this.model,
      previousResponseId: this.#previousResponseId,
      // The server may have forgotten the responses of a resumed session.
      history: this.#previousResponseId === null ? historyOf(this.#updates) : [],
      onTurn: (turn) => this.#follow(turn),
      send: (update) => this.#send(update),
    });
    if (responseId !== null) {
      this.#previousResponseId = responseId;
      this.#sentFiles = told;
    }
    if (text !== "")
      await this.#record({ sessionUpdate: "agent_message_chunk", content: { type: "text", text } });
    return stopReason;
  }

  #edit(file: FileReference, instruction: string, session: Session, signal: AbortSignal) {
    const { sessionId, client, workspace } = this.#options;
    return runEdit({
      id: `edit_${randomUUID().slice(0, 8)}_${++this.#editCount}`,
      sessionId,
      session,
      client,
      workspace,
      model: this.model,
      consent: this.#consent,
      file,
      instruction,
      signal,
      onTurn: (turn) => this.#follow(turn),
      emit: async (update) => {
        await this.#send(update);
        // Of a growing diff, only the last update is recorded.
        if (update.sessionUpdate === "tool_call" || update.status) await this.#record(update);
      },
    });
  }

  #follow(turn: EditTurn | Turn<TurnResult, TurnEvent>): void {
    this.#turn = turn;
    if (this.#running?.cancellation.signal.aborted) turn.interrupt().catch(() => {});
  }

  async #recordMessage(blocks: readonly ContentBlock[]): Promise<void> {
    const messageId = randomUUID();
    for (const content of blocks)
      await this.#record({ sessionUpdate: "user_message_chunk", messageId, content });
  }

  async #record(update: SessionUpdate): Promise<void> {
    this.#updates.push(update);
    await this.#options.records.append(this.#options.sessionId, update);
  }

  #send(update: SessionUpdate): Promise<void> {
    const { client, sessionId } = this.#options;
    return client.notify(methods.client.session.update, { sessionId, update });
  }
}

function lastModel(updates: readonly SessionUpdate[]): string | null {
  const chosen = updates.findLast((update) => update.sessionUpdate === "config_option_update");
  const option = chosen?.configOptions.find(({ id }) => id === MODEL);
  return typeof option?.currentValue === "string" ? option.currentValue : null;
}
