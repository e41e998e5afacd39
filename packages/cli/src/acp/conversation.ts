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

/** The id of the option that says which model answers. */
export const MODEL = "model";

export interface ConversationOptions {
  readonly sessionId: string;
  readonly client: AgentContext;
  readonly workspace: Workspace;
  readonly records: SessionRecords;
  /** What was said before, of a session that goes on. */
  readonly updates: readonly SessionUpdate[];
}

/** What a steer came to, in the words of the extension that editors know. */
export type SteerOutcome =
  | { readonly outcome: "injected"; readonly milliseconds: number }
  | { readonly outcome: "promptRequired"; readonly reason: "noRunningTurn" };

interface Running {
  readonly cancellation: AbortController;
  readonly over: Promise<void>;
}

/** One session of an editor: prompts one after another, each of them edits of files or an answer in words. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #consent: Consent = { always: false };
  readonly #updates: SessionUpdate[];
  #turn: EditTurn | Turn<TurnResult, TurnEvent> | null = null;
  #running: Running | null = null;
  /** The files that a prompt without any means. */
  #files: readonly FileReference[];
  /** What was told of files with the last question that was answered. */
  #told = "";
  #previousResponseId: string | null = null;
  #edits = 0;
  /** Null: the default. */
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

  /** Rejects with a request error that says what to do; the session goes on. */
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
    const running: Running = { cancellation: new AbortController(), over };
    this.#running = running;
    try {
      const isFirst = titleOf(this.#updates) === null;
      await this.#keepMessage(blocks);
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

  /** Stops what runs within one step of the engine, and waits for no answer of the editor any more. */
  cancel(): void {
    if (this.#running === null) return;
    this.#running.cancellation.abort();
    // A turn that is over has nothing to stop; one that fails says so through its result.
    this.#turn?.interrupt().catch(() => {});
  }

  /**
   * Gives what runs a further instruction. Where the model's answer is there already, or has not begun, it waits for
   * the prompt's end: only then the instruction can be a prompt of its own, which is what the outcome says.
   */
  async steer(blocks: readonly ContentBlock[]): Promise<SteerOutcome> {
    const { text } = readPrompt(blocks);
    if (text === "") throw RequestError.invalidParams(undefined, "the instruction is empty: say what to do");
    const running = this.#running;
    try {
      if (this.#turn !== null) {
        const { milliseconds } = await this.#turn.steer(text);
        await this.#keepMessage(blocks);
        return { outcome: "injected", milliseconds };
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "turn_ended"))
        throw requestError(error);
    }
    await running?.over;
    return { outcome: "promptRequired", reason: "noRunningTurn" };
  }

  /** Takes another model, also where the session is gone on with. */
  async choose(model: string, configOptions: SessionConfigOption[]): Promise<void> {
    this.model = model;
    await this.#keep({ sessionUpdate: "config_option_update", configOptions });
  }

  /** Tells the editor everything that was said, as it was. */
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
    // By number: each edit may move the lines that the later ones mean.
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
        // Gone since it was named: the question may be about anything.
        return "";
      }),
    );
    const files = (await Promise.all(read)).filter((text) => text !== "");
    if (signal.aborted) return "cancelled";
    const told = files.join("\n\n");
    // The model still has what it was told with the question before.
    const news = told === this.#told ? [] : files;
    const question = [...news, ...content.attachments, content.text].join("\n\n");
    const { stopReason, text, responseId } = await answerQuestion({
      session,
      question,
      model: this.model,
      previousResponseId: this.#previousResponseId,
      // Of a session that goes on, the server may know nothing any more.
      history: this.#previousResponseId === null ? historyOf(this.#updates) : [],
      onTurn: (turn) => this.#follow(turn),
      send: (update) => this.#send(update),
    });
    if (responseId !== null) {
      this.#previousResponseId = responseId;
      this.#told = told;
    }
    if (text !== "")
      await this.#keep({ sessionUpdate: "agent_message_chunk", content: { type: "text", text } });
    return stopReason;
  }

  #edit(file: FileReference, instruction: string, session: Session, signal: AbortSignal) {
    const { sessionId, client, workspace } = this.#options;
    return runEdit({
      id: `edit_${randomUUID().slice(0, 8)}_${++this.#edits}`,
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
        // Of a diff that grows only the last one stays.
        if (update.sessionUpdate === "tool_call" || update.status) await this.#keep(update);
      },
    });
  }

  #follow(turn: EditTurn | Turn<TurnResult, TurnEvent>): void {
    this.#turn = turn;
    if (this.#running?.cancellation.signal.aborted) turn.interrupt().catch(() => {});
  }

  async #keepMessage(blocks: readonly ContentBlock[]): Promise<void> {
    const messageId = randomUUID();
    for (const content of blocks)
      await this.#keep({ sessionUpdate: "user_message_chunk", messageId, content });
  }

  async #keep(update: SessionUpdate): Promise<void> {
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
