import type { Burst, Part } from "@flint/engine";
import {
  deltaEncoder,
  type EncodeEvent,
  events,
  newId,
  type OutputItem,
  type ResponseEvent,
  type Unnumbered,
} from "@flint/protocol";
import { GrowingText } from "./growing-text.ts";
import { isTruncatedJson } from "./truncated-json.ts";

type Event = Unnumbered<ResponseEvent>;
type Status = "in_progress" | "completed" | "incomplete";

/** Receives an event, and optionally an encoder that is faster than `JSON.stringify` for its type. */
export type Emit = (event: Event, encode?: EncodeEvent) => void;

/** A burst of an item. Unlike the engine's bursts, its part may be a `compaction`, which the server itself adds. */
export type ItemBurst = Omit<Burst, "part"> & { readonly part: Part | { readonly type: "compaction" } };

/** An output item that is still growing, and its events. */
export interface OpenItem {
  readonly id: string;
  readonly outputIndex: number;
  /** Whether a client will run a tool with it; such an item is never cut short. */
  readonly isToolCall: boolean;
  /** Whether it is a call with incomplete arguments: more is to come, or generation was cut off. */
  hasIncompleteArguments?(): boolean;
  added(): Event[];
  /** Appends the text, and emits its delta if the item type has one. */
  grow(text: string, emit: Emit): void;
  /** Returns the item's current state. */
  snapshot(status: Status): OutputItem;
  /** Returns the events before `output_item.done`. */
  ended(): Event[];
}

/** Opens an item. `hide` encrypts reasoning if the request asks for it; null otherwise. */
export function openItem(
  part: ItemBurst["part"],
  outputIndex: number,
  hide: ((text: string) => string) | null,
): OpenItem {
  switch (part.type) {
    case "compaction":
      return compaction(outputIndex);
    case "text":
      return message(outputIndex);
    case "refusal":
      return refusal(outputIndex);
    case "reasoning":
      return reasoning(outputIndex, hide);
    case "function_call":
      return functionCall(outputIndex, part);
    case "custom_tool_call":
      return customToolCall(outputIndex, part);
  }
}

function message(at: number): OpenItem {
  const id = newId("msg");
  const text = new GrowingText();
  const part = (value: string) => ({
    type: "output_text" as const,
    text: value,
    annotations: [],
    logprobs: [],
  });
  const item = (status: Status, content: ReturnType<typeof part>[]): OutputItem => ({
    type: "message",
    id,
    status,
    role: "assistant",
    content,
  });
  const encode = deltaEncoder(events.outputTextDelta(id, at, 0, ""));
  return {
    id,
    outputIndex: at,
    isToolCall: false,
    added: () => [
      events.outputItemAdded(at, item("in_progress", [])),
      events.contentPartAdded(id, at, 0, part("")),
    ],
    grow(more, emit) {
      text.add(more);
      emit(events.outputTextDelta(id, at, 0, more), encode);
    },
    snapshot: (status) => item(status, [part(text.value)]),
    ended: () => [
      events.outputTextDone(id, at, 0, text.value),
      events.contentPartDone(id, at, 0, part(text.value)),
    ],
  };
}

/** A message in which the model refuses the request. */
function refusal(at: number): OpenItem {
  const id = newId("msg");
  const text = new GrowingText();
  const part = (value: string) => ({ type: "refusal" as const, refusal: value });
  const item = (status: Status, content: ReturnType<typeof part>[]): OutputItem => ({
    type: "message",
    id,
    status,
    role: "assistant",
    content,
  });
  const encode = deltaEncoder(events.refusalDelta(id, at, 0, ""));
  return {
    id,
    outputIndex: at,
    isToolCall: false,
    added: () => [
      events.outputItemAdded(at, item("in_progress", [])),
      events.contentPartAdded(id, at, 0, part("")),
    ],
    grow(more, emit) {
      text.add(more);
      emit(events.refusalDelta(id, at, 0, more), encode);
    },
    snapshot: (status) => item(status, [part(text.value)]),
    ended: () => [
      events.refusalDone(id, at, 0, text.value),
      events.contentPartDone(id, at, 0, part(text.value)),
    ],
  };
}

function reasoning(at: number, hide: ((text: string) => string) | null): OpenItem {
  const id = newId("rs");
  const text = new GrowingText();
  const part = (value: string) => ({ type: "reasoning_text" as const, text: value });
  const item = (status: Status, content: ReturnType<typeof part>[]): OutputItem => ({
    type: "reasoning",
    id,
    status,
    summary: [],
    content,
    ...(hide === null || status === "in_progress" ? {} : { encrypted_content: hide(text.value) }),
  });
  const encode = deltaEncoder(events.reasoningTextDelta(id, at, 0, ""));
  return {
    id,
    outputIndex: at,
    isToolCall: false,
    added: () => [
      events.outputItemAdded(at, item("in_progress", [])),
      events.contentPartAdded(id, at, 0, part("")),
    ],
    grow(more, emit) {
      text.add(more);
      emit(events.reasoningTextDelta(id, at, 0, more), encode);
    },
    snapshot: (status) => item(status, [part(text.value)]),
    ended: () => [
      events.reasoningTextDone(id, at, 0, text.value),
      events.contentPartDone(id, at, 0, part(text.value)),
    ],
  };
}

function functionCall(at: number, part: Extract<Part, { type: "function_call" }>): OpenItem {
  const id = newId("fc");
  const text = new GrowingText();
  const item = (status: Status): OutputItem => ({
    type: "function_call",
    id,
    status,
    call_id: part.callId,
    name: part.name,
    arguments: text.value,
    ...(part.namespace === undefined ? {} : { namespace: part.namespace }),
  });
  const encode = deltaEncoder(events.functionCallArgumentsDelta(id, at, ""));
  return {
    id,
    outputIndex: at,
    isToolCall: true,
    added: () => [events.outputItemAdded(at, item("in_progress"))],
    grow(more, emit) {
      text.add(more);
      emit(events.functionCallArgumentsDelta(id, at, more), encode);
    },
    snapshot: item,
    hasIncompleteArguments: () => isTruncatedJson(text.value),
    ended: () => [events.functionCallArgumentsDone(id, at, part.name, text.value)],
  };
}

function customToolCall(at: number, part: Extract<Part, { type: "custom_tool_call" }>): OpenItem {
  const id = newId("ctc");
  const text = new GrowingText();
  const item = (status: Status): OutputItem => ({
    type: "custom_tool_call",
    id,
    status,
    call_id: part.callId,
    name: part.name,
    input: text.value,
  });
  const encode = deltaEncoder(events.customToolCallInputDelta(id, at, ""));
  return {
    id,
    outputIndex: at,
    isToolCall: true,
    added: () => [events.outputItemAdded(at, item("in_progress"))],
    grow(more, emit) {
      text.add(more);
      emit(events.customToolCallInputDelta(id, at, more), encode);
    },
    snapshot: item,
    ended: () => [events.customToolCallInputDone(id, at, text.value)],
  };
}

function compaction(at: number): OpenItem {
  const id = newId("cmp");
  let content = "";
  const item = (): OutputItem => ({ type: "compaction", id, encrypted_content: content });
  return {
    id,
    outputIndex: at,
    isToolCall: false,
    added: () => [events.outputItemAdded(at, item())],
    grow(more) {
      content += more;
    },
    snapshot: item,
    ended: () => [],
  };
}
