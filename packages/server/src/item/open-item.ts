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
import { endsWithin } from "./ends-within.ts";
import { GrowingText } from "./growing-text.ts";

type Event = Unnumbered<ResponseEvent>;
type Status = "in_progress" | "completed" | "incomplete";

/** Takes an event, and what encodes events of its kind faster than `JSON.stringify` does. */
export type Emit = (event: Event, encode?: EncodeEvent) => void;

/** What an engine's step adds to an item; the server itself adds `compaction` items. */
export type ItemBurst = Omit<Burst, "part"> & { readonly part: Part | { readonly type: "compaction" } };

/** An output item that is still growing, and the events that tell of it. */
export interface OpenItem {
  readonly id: string;
  readonly outputIndex: number;
  /** A client's tool is to be run with it; such an item is never cut short. */
  readonly isToolCall: boolean;
  /** Whether it is a call whose arguments end within: there is more to come, or it was never made. */
  isHalf?(): boolean;
  added(): Event[];
  /** Takes the text in, and emits its delta if such items have one. */
  grow(text: string, emit: Emit): void;
  /** The item as it stands. */
  snapshot(status: Status): OutputItem;
  /** What comes before `output_item.done`. */
  ended(): Event[];
}

/** `hide`: the encrypted copy of reasoning that the request asks for; null where it does not. */
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

/** A message in which the model says that it does not do what it was asked to. */
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
    isHalf: () => endsWithin(text.value),
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
