import { isAbsolute } from "node:path";
import {
  type AgentContext,
  type ClientCapabilities,
  methods,
  RequestError,
  type SessionConfigOption,
} from "@agentclientprotocol/sdk";
import type { Session } from "@flint/client";
import { Conversation, type ConversationOptions, MODEL, type SteerOutcome } from "./conversation.ts";
import { COMMANDS } from "./prompt.ts";
import type { SessionRecords } from "./record.ts";
import { failureText, requestError } from "./request-error.ts";
import type { Steer } from "./steer.ts";
import { Workspace } from "./workspace.ts";

export interface ConversationsOptions {
  /** Opens Flint's own session. Called once, by the first editor session. */
  readonly open: () => Promise<Session>;
  /** The model of Flint's own session. Undefined: the server's default. */
  readonly model: string | undefined;
  readonly records: SessionRecords;
}

/** Where an editor's session works. */
interface Folders {
  readonly cwd: string;
  readonly additionalDirectories?: readonly string[];
}

interface SavedSession extends Folders {
  readonly sessionId: string;
}

interface NewConversation extends Pick<ConversationOptions, "sessionId" | "updates"> {
  readonly roots: readonly string[];
}

interface SessionConfig {
  readonly configOptions: SessionConfigOption[];
}

/** Delay between a session's id and its commands: editors drop updates of a session that they do not know yet. */
const MILLISECONDS_TO_COMMANDS = 50;
/** The most open sessions per editor. */
const MOST_SESSIONS = 64;

/** The open sessions of one editor. All share one session of Flint's own. */
export class Conversations {
  readonly #options: ConversationsOptions;
  readonly #conversations = new Map<string, Conversation>();
  #session: Promise<Session> | null = null;
  /** What the editor can do, for the sessions that it opens from now on. */
  capabilities: ClientCapabilities = {};

  constructor(options: ConversationsOptions) {
    this.#options = options;
  }

  /** Opens Flint's own session, unless it is open. Rejects with `RequestError`; the next call tries again. */
  openSession(): Promise<Session> {
    this.#session ??= this.#options.open().catch((error: unknown) => {
      this.#session = null;
      throw requestError(error);
    });
    return this.#session;
  }

  /** Throws `RequestError` if there is no such session. */
  find(sessionId: string): Conversation {
    const conversation = this.#conversations.get(sessionId);
    if (conversation === undefined) throw RequestError.sessionNotFound(sessionId);
    return conversation;
  }

  /** Begins a new session. */
  async create(client: AgentContext, folders: Folders): Promise<SessionConfig & { sessionId: string }> {
    const roots = rootsOf(folders);
    await this.openSession();
    const sessionId = await this.#options.records.create(folders.cwd);
    const conversation = this.#add(client, { sessionId, roots, updates: [] });
    return { sessionId, ...(await this.#begin(client, sessionId, conversation)) };
  }

  /** Continues an earlier session. `replay`: resends its updates to the editor. */
  async resume(client: AgentContext, saved: SavedSession, replay: boolean): Promise<SessionConfig> {
    const roots = rootsOf(saved);
    const { sessionId, updates } = await this.#options.records.read(saved.sessionId);
    if (this.#conversations.get(sessionId)?.isRunning)
      throw RequestError.invalidRequest(undefined, "the session is running a prompt: cancel it first");
    const conversation = this.#add(client, { sessionId, roots, updates });
    if (replay) await conversation.replay();
    return this.#begin(client, sessionId, conversation);
  }

  close(sessionId: string): void {
    this.find(sessionId).cancel();
    this.#conversations.delete(sessionId);
  }

  /** Cancels what the session runs, if there is such a session. */
  cancel(sessionId: string): void {
    this.#conversations.get(sessionId)?.cancel();
  }

  /** Sets a session's option: the model is the only one. Rejects with `RequestError` for anything else. */
  async setOption(sessionId: string, option: string, value: unknown): Promise<SessionConfig> {
    const conversation = this.find(sessionId);
    const models = await modelIds(await this.openSession());
    const chosen = models.find((id) => id === value);
    if (option !== MODEL || chosen === undefined) {
      throw RequestError.invalidParams(
        { configId: option, value },
        `"${MODEL}" can be set, to one of: ${models.join(", ")}`,
      );
    }
    const configOptions = modelOption(models, chosen);
    await conversation.choose(chosen, configOptions);
    return { configOptions };
  }

  /** Gives a message to the running turn. Without one, the message becomes a prompt, unless the editor resends it. */
  async steer(
    client: AgentContext,
    { sessionId, prompt, idleBehavior }: Steer,
  ): Promise<SteerOutcome | { outcome: "startedNewTurn" }> {
    const flint = await this.openSession();
    const steer = () => this.find(sessionId).steer(prompt);
    let outcome = await steer();
    // If several steers waited for a prompt's end, the first may have become a prompt that the others wait for.
    while (outcome.outcome !== "injected" && this.find(sessionId).isRunning) outcome = await steer();
    if (outcome.outcome === "injected" || idleBehavior === "promptRequired") return outcome;
    // Nothing awaits this prompt, so its errors are shown in place of its answer.
    const showFailure = (error: unknown) =>
      client.notify(methods.client.session.update, {
        sessionId,
        update: {
          sessionUpdate: "agent_message_chunk",
          content: { type: "text", text: failureText(error) },
        },
      });
    this.find(sessionId)
      .prompt(prompt, flint)
      .catch(showFailure)
      // The editor closed the connection.
      .catch(() => {});
    return { outcome: "startedNewTurn" };
  }

  #add(client: AgentContext, { sessionId, roots, updates }: NewConversation): Conversation {
    if (this.#conversations.size >= MOST_SESSIONS && !this.#conversations.has(sessionId)) {
      throw RequestError.invalidRequest(
        undefined,
        `${MOST_SESSIONS} sessions are open: close one before opening another`,
      );
    }
    const { records } = this.#options;
    const workspace = new Workspace(client, this.capabilities, sessionId, roots);
    const conversation = new Conversation({ sessionId, client, workspace, records, updates });
    this.#conversations.set(sessionId, conversation);
    return conversation;
  }

  async #begin(client: AgentContext, sessionId: string, conversation: Conversation): Promise<SessionConfig> {
    const models = await modelIds(await this.openSession());
    // The model chosen before may be gone.
    if (conversation.model !== null && !models.includes(conversation.model)) conversation.model = null;
    const configOptions = modelOption(models, conversation.model ?? this.#options.model);
    const offerCommands = () =>
      client.notify(methods.client.session.update, {
        sessionId,
        update: { sessionUpdate: "available_commands_update", availableCommands: COMMANDS },
      });
    // The editor may have closed the connection.
    setTimeout(() => offerCommands().catch(() => {}), MILLISECONDS_TO_COMMANDS).unref();
    return { configOptions };
  }
}

/** @throws {RequestError} for a relative folder, which could only be resolved against Flint's own folder. */
function rootsOf({ cwd, additionalDirectories = [] }: Folders): readonly string[] {
  const roots = [cwd, ...additionalDirectories];
  for (const root of roots) {
    if (!isAbsolute(root))
      throw RequestError.invalidParams({ path: root }, `"${root}" is not the absolute path of a folder`);
  }
  return roots;
}

async function modelIds(session: Session): Promise<readonly string[]> {
  return (await session.models()).map(({ id }) => id);
}

/** `chosen`: undefined for the server's default, the first model. */
function modelOption(models: readonly string[], chosen: string | undefined): SessionConfigOption[] {
  const currentValue = models.find((id) => id === chosen) ?? models[0];
  if (currentValue === undefined) return [];
  const options = models.map((id) => ({ value: id, name: id }));
  return [{ type: "select", id: MODEL, name: "Model", category: "model", currentValue, options }];
}
