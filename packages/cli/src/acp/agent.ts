import { type AgentApp, agent, methods, PROTOCOL_VERSION } from "@agentclientprotocol/sdk";
import type { Session } from "@flint/client";
import { Conversations } from "./conversations.ts";
import { SessionRecords } from "./record.ts";
import { readSteer } from "./steer.ts";

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

/** Creates an agent for the Agent Client Protocol, revision 1. */
export function createAgent({
  open,
  version,
  model,
  records = new SessionRecords(),
}: AgentOptions): AgentApp {
  const conversations = new Conversations({ open, model, records });
  return agent({ name: "flint" })
    .onRequest(methods.agent.initialize, ({ params }) => {
      conversations.capabilities = params.clientCapabilities ?? {};
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
    .onRequest(methods.agent.session.new, ({ params, client }) => conversations.create(client, params))
    .onRequest(methods.agent.session.load, ({ params, client }) => conversations.resume(client, params, true))
    .onRequest(methods.agent.session.resume, ({ params, client }) =>
      conversations.resume(client, params, false),
    )
    .onRequest(methods.agent.session.list, async ({ params }) => ({
      sessions: await records.list(params.cwd ?? null),
    }))
    .onRequest(methods.agent.session.close, ({ params }) => {
      conversations.close(params.sessionId);
      return {};
    })
    .onRequest(methods.agent.session.setConfigOption, ({ params }) =>
      conversations.setOption(params.sessionId, params.configId, params.value),
    )
    .onRequest(methods.agent.session.prompt, async ({ params, signal }) => {
      const conversation = conversations.find(params.sessionId);
      const cancel = () => conversation.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        return await conversation.prompt(params.prompt, await conversations.openSession());
      } finally {
        signal.removeEventListener("abort", cancel);
      }
    })
    .onNotification(methods.agent.session.cancel, ({ params }) => conversations.cancel(params.sessionId))
    .onRequest(STEERING, readSteer, ({ params, client }) => conversations.steer(client, params));
}
