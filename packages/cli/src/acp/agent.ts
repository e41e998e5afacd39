import { isAbsolute } from "node:path";
import {
  type AgentApp,
  type AgentContext,
  agent,
  type ClientCapabilities,
  type ContentBlock,
  methods,
  PROTOCOL_VERSION,
  RequestError,
  type SessionConfigOption,
} from "@agentclientprotocol/sdk";
import type { Session } from "@flint/client";
import { Conversation, MODEL } from "./conversation.ts";
import { COMMANDS } from "./prompt.ts";
import { SessionRecords } from "./record.ts";
import { failureText, requestError } from "./request-error.ts";
import { Workspace } from "./workspace.ts";

export interface AgentOptions {
  /** Opens Flint's own session. Called once, by the first editor session. */
  readonly open: () => Promise<Session>;
  readonly version: string;
  /** The model of Flint's own session. Default: the server's default. */
  readonly model?: string | undefined;
  readonly records?: SessionRecords;
}

/** The common extension for steering a running turn; the protocol has no method for it yet. */
const STEERING = "_session/steering";
/** Delay between a session's id and its commands: editors drop updates of a session that they do not know yet. */
const MILLISECONDS_TO_COMMANDS = 50;
/** The most open sessions per editor. */
const MOST_SESSIONS = 64;

/** Creates an agent for the Agent Client Protocol, revision 1. */
export function createAgent({
  open,
  version,
  model,
  records = new SessionRecords(),
}: AgentOptions): AgentApp {
  const conversations = new Map<string, Conversation>();
  let capabilities: ClientCapabilities = {};
  let opening: Promise<Session> | null = null;

  const session = (): Promise<Session> => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw requestError(error);
    });
    return opening;
  };

  const find = (sessionId: string): Conversation => {
    const conversation = conversations.get(sessionId);
    if (conversation === undefined) throw RequestError.sessionNotFound(sessionId);
    return conversation;
  };

  const add = (
    client: AgentContext,
    { sessionId, roots, updates }: Pick<Added, "sessionId" | "roots" | "updates">,
  ): Conversation => {
    if (conversations.size >= MOST_SESSIONS && !conversations.has(sessionId)) {
      throw RequestError.invalidRequest(
        undefined,
        `${MOST_SESSIONS} sessions are open: close one before opening another`,
      );
    }
    const workspace = new Workspace(client, capabilities, sessionId, roots);
    const conversation = new Conversation({ sessionId, client, workspace, records, updates });
    conversations.set(sessionId, conversation);
    return conversation;
  };

  const begin = async (client: AgentContext, { conversation, sessionId }: Begun) => {
    const models = await modelIds(await session());
    // The model chosen before may be gone.
    if (conversation.model !== null && !models.includes(conversation.model)) conversation.model = null;
    const configOptions = modelOption(models, conversation.model ?? model);
    const offerCommands = () =>
      client.notify(methods.client.session.update, {
        sessionId,
        update: { sessionUpdate: "available_commands_update", availableCommands: COMMANDS },
      });
    // The editor may have closed the connection.
    setTimeout(() => offerCommands().catch(() => {}), MILLISECONDS_TO_COMMANDS).unref();
    return { configOptions };
  };

  /** Continues an earlier session. `replay`: resends its updates to the editor. */
  const goOn = async (client: AgentContext, request: GoneOn, replay: boolean) => {
    const roots = rootsOf(request);
    const { sessionId, updates } = await records.read(request.sessionId);
    if (conversations.get(sessionId)?.isRunning)
      throw RequestError.invalidRequest(undefined, "the session is running a prompt: cancel it first");
    const conversation = add(client, { sessionId, updates, roots });
    if (replay) await conversation.replay();
    return begin(client, { conversation, sessionId });
  };

  return agent({ name: "flint" })
    .onRequest(methods.agent.initialize, ({ params }) => {
      capabilities = params.clientCapabilities ?? {};
      return {
        protocolVersion: PROTOCOL_VERSION,
        agentInfo: { name: "flint", title: "Flint", version },
        authMethods: [],
        agentCapabilities: {
          loadSession: true,
          promptCapabilities: { embeddedContext: true, image: false, audio: false },
          sessionCapabilities: { list: {}, resume: {}, close: {}, additionalDirectories: {} },
        },
        _meta: { steering: { supported: true } },
      };
    })
    .onRequest(methods.agent.authenticate, () => ({}))
    .onRequest(methods.agent.session.new, async ({ params, client }) => {
      const roots = rootsOf(params);
      await session();
      const sessionId = await records.create(params.cwd);
      const conversation = add(client, { sessionId, updates: [], roots });
      return { sessionId, ...(await begin(client, { conversation, sessionId })) };
    })
    .onRequest(methods.agent.session.load, ({ params, client }) => goOn(client, params, true))
    .onRequest(methods.agent.session.resume, ({ params, client }) => goOn(client, params, false))
    .onRequest(methods.agent.session.list, async ({ params }) => ({
      sessions: await records.list(params.cwd ?? null),
    }))
    .onRequest(methods.agent.session.close, ({ params }) => {
      find(params.sessionId).cancel();
      conversations.delete(params.sessionId);
      return {};
    })
    .onRequest(methods.agent.session.setConfigOption, async ({ params }) => {
      const conversation = find(params.sessionId);
      const models = await modelIds(await session());
      const chosen = models.find((id) => id === params.value);
      if (params.configId !== MODEL || chosen === undefined) {
        throw RequestError.invalidParams(
          { configId: params.configId, value: params.value },
          `"${MODEL}" can be set, to one of: ${models.join(", ")}`,
        );
      }
      const configOptions = modelOption(models, chosen);
      await conversation.choose(chosen, configOptions);
      return { configOptions };
    })
    .onRequest(methods.agent.session.prompt, async ({ params, signal }) => {
      const conversation = find(params.sessionId);
      const cancel = () => conversation.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        return await conversation.prompt(params.prompt, await session());
      } finally {
        signal.removeEventListener("abort", cancel);
      }
    })
    .onNotification(methods.agent.session.cancel, ({ params }) =>
      conversations.get(params.sessionId)?.cancel(),
    )
    .onRequest(STEERING, readSteer, async ({ params, client }) => {
      const flint = await session();
      const steer = () => find(params.sessionId).steer(params.prompt);
      let outcome = await steer();
      // If several steers waited for a prompt's end, the first may have become a prompt that the others wait for.
      while (outcome.outcome !== "injected" && find(params.sessionId).isRunning) outcome = await steer();
      if (outcome.outcome === "injected" || params.idleBehavior === "promptRequired") return outcome;
      // Unless the editor says it will resend the message, run it as a prompt. Nothing awaits that prompt, so its
      // errors are shown in place of its answer.
      const told = (error: unknown) =>
        client.notify(methods.client.session.update, {
          sessionId: params.sessionId,
          update: {
            sessionUpdate: "agent_message_chunk",
            content: { type: "text", text: failureText(error) },
          },
        });
      find(params.sessionId)
        .prompt(params.prompt, flint)
        .catch(told)
        // The editor closed the connection.
        .catch(() => {});
      return { outcome: "startedNewTurn" };
    });
}

interface Added {
  readonly sessionId: string;
  readonly roots: readonly string[];
  readonly updates: ConstructorParameters<typeof Conversation>[0]["updates"];
}

interface Begun {
  readonly conversation: Conversation;
  readonly sessionId: string;
}

interface GoneOn {
  readonly sessionId: string;
  readonly cwd: string;
  readonly additionalDirectories?: readonly string[];
}

/** @throws {RequestError} for a relative folder, which could only be resolved against Flint's own folder. */
function rootsOf({ cwd, additionalDirectories = [] }: Omit<GoneOn, "sessionId">): readonly string[] {
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

interface Steer {
  readonly sessionId: string;
  readonly prompt: readonly ContentBlock[];
  readonly idleBehavior: unknown;
}

/** Reads the parameters of a steer: those of a prompt, and what to do if no turn is running. */
function readSteer(params: unknown): Steer {
  if (isObject(params) && typeof params.sessionId === "string" && Array.isArray(params.prompt)) {
    const { sessionId, prompt } = params;
    if (prompt.every((block) => isObject(block) && block.type === "text" && typeof block.text === "string")) {
      const steering = isObject(params._meta) ? params._meta.steering : undefined;
      return { sessionId, prompt, idleBehavior: isObject(steering) ? steering.idleBehavior : undefined };
    }
  }
  throw RequestError.invalidParams(undefined, "a steer needs a sessionId and a prompt of text blocks");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
