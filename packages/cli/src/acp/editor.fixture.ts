import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ClientConnection,
  type ContentBlock,
  client,
  methods,
  type PromptResponse,
  RequestError,
  type RequestPermissionRequest,
  type SessionUpdate,
  type Stream,
} from "@agentclientprotocol/sdk";
import { createScriptEngine, type Scenario } from "@flint/engine";
import { startServer } from "@flint/server";
import { onTestFinished } from "vitest";
import { initializeSession } from "../sdk/index.ts";
import { createAgent } from "./agent.ts";
import { SessionRecords } from "./record.ts";

type Agent = Parameters<ReturnType<typeof client>["connect"]>[0];

export interface EditorOptions {
  /** Contents of the editor's buffers by path; undefined if this editor leaves files to the agent. */
  readonly buffers?: Map<string, string>;
  /** Reads a buffer instead of looking it up in `buffers`. */
  readonly read?: (path: string) => Promise<string>;
  /** Returns the option that the user selects; `null` cancels. */
  readonly permit?: (request: RequestPermissionRequest) => string | null | Promise<string | null>;
}

/** An editor at the other end of the protocol: the SDK's client side. */
export class Editor {
  readonly updates: SessionUpdate[] = [];
  readonly permissionRequests: RequestPermissionRequest[] = [];
  readonly #connection: ClientConnection;
  readonly #options: EditorOptions;
  readonly #watchers = new Set<() => void>();

  constructor(agent: Agent | Stream, options: EditorOptions = {}) {
    this.#options = options;
    const app = client({ name: "editor" })
      .onNotification(methods.client.session.update, ({ params }) => {
        this.updates.push(params.update);
        for (const look of [...this.#watchers]) look();
      })
      .onRequest(methods.client.session.requestPermission, async ({ params }) => {
        this.permissionRequests.push(params);
        const optionId = (await options.permit?.(params)) ?? null;
        return optionId === null
          ? { outcome: { outcome: "cancelled" } }
          : { outcome: { outcome: "selected", optionId } };
      })
      .onRequest(methods.client.fs.readTextFile, async ({ params }) => {
        const content = (await options.read?.(params.path)) ?? options.buffers?.get(params.path);
        if (content === undefined) throw RequestError.internalError(`${params.path} is not open`);
        return { content };
      })
      .onRequest(methods.client.fs.writeTextFile, ({ params }) => {
        options.buffers?.set(params.path, params.content);
        return {};
      });
    this.#connection = app.connect(agent as Stream);
  }

  get agent() {
    return this.#connection.agent;
  }

  async initialize() {
    const has = this.#options.buffers !== undefined;
    return this.agent.request(methods.agent.initialize, {
      protocolVersion: 1,
      clientCapabilities: { fs: { readTextFile: has, writeTextFile: has } },
    });
  }

  async open(cwd: string): Promise<string> {
    const { sessionId } = await this.agent.request(methods.agent.session.new, { cwd, mcpServers: [] });
    return sessionId;
  }

  prompt(sessionId: string, ...prompt: (string | ContentBlock)[]): Promise<PromptResponse> {
    return this.agent.request(methods.agent.session.prompt, {
      sessionId,
      prompt: prompt.map((block) => (typeof block === "string" ? { type: "text", text: block } : block)),
    });
  }

  /** Resolves to the first update, including past ones, for which `is` returns true. */
  async until(is: (update: SessionUpdate) => boolean): Promise<SessionUpdate> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.updates.find(is);
        if (found === undefined) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** The text received so far. */
  get receivedText(): string {
    return this.updates
      .map((update) =>
        update.sessionUpdate === "agent_message_chunk" && update.content.type === "text"
          ? update.content.text
          : "",
      )
      .join("");
  }

  close(): void {
    this.#connection.close();
  }
}

export function fileLink(path: string, lines = ""): ContentBlock {
  return { type: "resource_link", uri: `file://${path}${lines}`, name: path.split("/").at(-1) ?? path };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-acp-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts an editor and an agent whose model plays `scenario`. Sessions are kept in `folder`. */
export async function startEditor(scenario: Scenario, folder: string, options: EditorOptions = {}) {
  const engine = createScriptEngine({ scenario });
  const server = await startServer({ engine, limits: { drain: 0 } });
  const session = await initializeSession({ url: server.url });
  const records = new SessionRecords(join(folder, "sessions"));
  const editor = new Editor(createAgent({ open: async () => session, version: "1.0.0", records }), options);
  onTestFinished(async () => {
    editor.close();
    await session.close();
    await server.close();
    await engine.close();
  });
  await editor.initialize();
  return editor;
}
