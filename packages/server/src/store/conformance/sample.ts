import type { PromptLink } from "@flint/engine";
import {
  events,
  type InputItem,
  newId,
  type OutputItem,
  type ResponseEvent,
  type ResponseObject,
} from "@flint/protocol";
import { onTestFinished } from "vitest";
import type { EndedResponse, Owner, ResponseStore } from "../index.ts";
import type { ConformanceOptions, OpenOptions } from "./options.ts";

/** Opens a store that is closed when the test ends. */
export async function opened(
  { open }: ConformanceOptions,
  options: OpenOptions = {},
): Promise<ResponseStore> {
  const store = await open(options);
  onTestFinished(() => store.close());
  return store;
}

export interface SampleOptions {
  readonly id?: string;
  readonly owner?: Owner;
  readonly input?: readonly InputItem[];
  readonly answer?: string;
  /** Response that this one continues. It may be absent from the store. */
  readonly previousId?: string | null;
  readonly parent?: PromptLink | null;
  readonly status?: "completed" | "failed";
}

/** Returns a small ended response. */
export function sample(options: SampleOptions = {}): EndedResponse {
  const { id = newId("resp"), owner = null, answer = "hi", parent = null, status = "completed" } = options;
  const items = options.input ?? [userMessage("hello")];
  const output = status === "completed" ? [assistantMessage(answer)] : [];
  const response = responseOf(id, options.previousId ?? null, output, status);
  const input: PromptLink = { parent, items };
  return {
    owner,
    response,
    input,
    tip: status === "completed" ? { parent: input, items: output } : null,
    terminal: null,
  };
}

/** Keeps a response that continues a stored one, in the steps a server takes. */
export async function continued(
  store: ResponseStore,
  previousId: string,
  options: SampleOptions = {},
): Promise<EndedResponse> {
  const owner = options.owner ?? null;
  const previous = await store.tip(previousId, owner);
  const ended = sample({ ...options, previousId, parent: previous?.tip ?? null });
  const log = store.begin({ id: ended.response.id, owner, previousId });
  await store.keep(ended);
  log.end();
  return ended;
}

/** Keeps a response that continues no other. */
export async function kept(store: ResponseStore, options: SampleOptions = {}): Promise<EndedResponse> {
  const ended = sample(options);
  await store.keep(ended);
  return ended;
}

export function delta(number: number, text = "x"): ResponseEvent {
  return { ...events.outputTextDelta("msg_1", 0, 0, text), sequence_number: number };
}

export function userMessage(text: string): InputItem {
  return { type: "message", role: "user", content: [{ type: "input_text", text }] };
}

/** Returns the texts of a conversation, oldest first. */
export function conversation(tip: PromptLink | null): string[] {
  const texts: string[] = [];
  for (let link = tip; link !== null; link = link.parent) {
    for (const item of link.items.toReversed()) texts.push(textOf(item));
  }
  return texts.reverse();
}

function textOf(item: object): string {
  const content = "content" in item ? item.content : "";
  if (!Array.isArray(content)) return String(content);
  return content.map((part) => part.text).join("");
}

function assistantMessage(text: string): OutputItem {
  return {
    type: "message",
    id: newId("msg"),
    status: "completed",
    role: "assistant",
    content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
  };
}

function responseOf(
  id: string,
  previous: string | null,
  output: OutputItem[],
  status: ResponseObject["status"],
): ResponseObject {
  return {
    id,
    object: "response",
    created_at: 1_700_000_000,
    completed_at: 1_700_000_001,
    status,
    model: "sample",
    output,
    usage: null,
    error: status === "failed" ? { code: "server_error", message: "it failed" } : null,
    incomplete_details: null,
    previous_response_id: previous,
    instructions: null,
    tools: [],
    tool_choice: "auto",
    parallel_tool_calls: true,
    temperature: 0,
    top_p: 1,
    max_output_tokens: null,
    max_tool_calls: null,
    presence_penalty: 0,
    frequency_penalty: 0,
    top_logprobs: 0,
    store: true,
    background: false,
    service_tier: "default",
    truncation: "disabled",
    metadata: {},
    prompt_cache_key: null,
    safety_identifier: null,
    reasoning: null,
    text: { format: { type: "text" }, verbosity: "medium" },
  };
}
