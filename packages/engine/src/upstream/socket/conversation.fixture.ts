import { onTestFinished } from "vitest";
import type {
  Finish,
  GenerateRequest,
  Prompt,
  PromptItem,
  PromptLink,
  Thread,
} from "../../contract/index.ts";
import { useEngine } from "../asking.fixture.ts";
import type { UpstreamOptions } from "../index.ts";
import type { UpstreamTarget } from "../preset/index.ts";
import { type SocketServer, type SocketServerOptions, useSocketServer } from "./socket-server.fixture.ts";

export interface Said {
  readonly text: string;
  readonly finish: Finish;
}

/** A client's conversation, kept link by link as Flint's server does. */
export class Conversation {
  readonly thread: Thread;
  tip: PromptLink | null = null;

  constructor(thread: Thread) {
    this.thread = thread;
  }

  get prompt(): Prompt {
    if (this.tip === null) throw new Error("nothing was said yet");
    return { tip: this.tip, instructions: null, tools: [] };
  }

  get items(): readonly PromptItem[] {
    const links: PromptLink[] = [];
    for (let link = this.tip; link !== null; link = link.parent) links.unshift(link);
    return links.flatMap(({ items }) => items);
  }

  add(...items: PromptItem[]): void {
    this.tip = { parent: this.tip, items };
  }

  /** Sends a user message and keeps the answer. `until`: number of bursts after which the answer is cut. */
  async say(text: string, until = Number.POSITIVE_INFINITY, request: GenerateRequest = {}): Promise<Said> {
    this.add({ role: "user", content: text });
    const said = await this.hear(until, request);
    const status = said.finish.reason === "stop" ? "completed" : "incomplete";
    const content = [{ type: "output_text" as const, text: said.text, annotations: [], logprobs: [] }];
    if (said.text !== "")
      this.add({ type: "message", id: `msg_${Math.random()}`, role: "assistant", status, content });
    return said;
  }

  async hear(until = Number.POSITIVE_INFINITY, request: GenerateRequest = {}): Promise<Said> {
    await this.thread.prefill(this.prompt);
    const abort = new AbortController();
    let text = "";
    let bursts = 0;
    if (until === 0) queueMicrotask(() => abort.abort());
    for await (const event of this.thread.generate({ ...request, signal: abort.signal })) {
      if (event.type === "finish") return { text, finish: event };
      if (event.text !== "") {
        text += event.text;
        bursts += 1;
      }
      if (bursts === until) abort.abort();
    }
    throw new Error("the answer had no end");
  }
}

/** Opens conversations with a server, on a separate engine. */
export function useConversations(
  { url }: SocketServer,
  options: Partial<UpstreamOptions> = {},
  target: Partial<UpstreamTarget> = {},
): { open(user?: string): Promise<Conversation>; close(): Promise<void>; readonly warnings: string[] } {
  const warnings: string[] = [];
  const engine = useEngine({
    targets: [{ preset: "flint", url, ...target }],
    onWarning: (text) => warnings.push(text),
    ...options,
  });
  return {
    warnings,
    close: () => engine.close(),
    async open(user) {
      const thread = await engine.openThread({ model: "story", ...(user !== undefined && { user }) });
      onTestFinished(() => thread.release());
      return new Conversation(thread);
    },
  };
}

/** Starts a server and opens an empty conversation with it. */
export async function before(options: SocketServerOptions = {}, engine: Partial<UpstreamOptions> = {}) {
  const server = await useSocketServer(options);
  const conversations = useConversations(server, engine);
  return { server, conversations, conversation: await conversations.open() };
}
