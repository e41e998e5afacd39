import type { Burst, Part } from "@flint/engine";
import { events, newId, type OutputItem, type ResponseEvent, type Unnumbered } from "@flint/protocol";

type Event = Unnumbered<ResponseEvent>;
type Status = "in_progress" | "completed" | "incomplete";

/** What an engine's step adds to an item; the server itself adds `compaction` items. */
export type ItemBurst = Omit<Burst, "part"> & { readonly part: Part | { readonly type: "compaction" } };

/** An output item that is still growing, and the events that tell of it. */
export interface OpenItem {
  readonly id: string;
  readonly outputIndex: number;
  /** A client's tool is to be run with it; such an item is never cut short. */
  readonly isToolCall: boolean;
  added(): Event[];
  /** Takes the text in, and gives its event if such items have one. */
  delta(text: string): Event | null;
  /** The item as it stands. */
  snapshot(status: Status): OutputItem;
  /** What comes before `output_item.done`. */
  ended(): Event[];
}

export function openItem(part: ItemBurst["part"], outputIndex: number): OpenItem {
  switch (part.type) {
    case "compaction":
      return compaction(outputIndex);
    case "text":
      return message(outputIndex);
    case "reasoning":
      return reasoning(outputIndex);
    case "function_call":
      return functionCall(outputIndex, part);
    case "custom_tool_call":
      return customToolCall(outputIndex, part);
  }
}

function message(at: number): OpenItem {
  const id = newId("msg");
  let text = "";
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
  return {
    id,
    outputIndex: at,
    isToolCall: false,
    added: () => [
      events.outputItemAdded(at, item("in_progress", [])),
      events.contentPartAdded(id, at, 0, part("")),
    ],
    delta(more) {
      text += more;
      return events.outputTextDelta(id, at, 0, more);
    },
    snapshot: (status) => item(status, [part(text)]),
    ended: () => [events.outputTextDone(id, at, 0, text), events.contentPartDone(id, at, 0, part(text))],
  };
}

function reasoning(at: number): OpenItem {
  const id = newId("rs");
  let text = "";
  const part = (value: string) => ({ type: "reasoning_text" as const, text: value });
  const item = (status: Status, content: ReturnType<typeof part>[]): OutputItem => ({
    type: "reasoning",
    id,
    status,
    summary: [],
    content,
  });
  return {
    id,
    outputIndex: at,
    isToolCall: false,
    added: () => [
      events.outputItemAdded(at, item("in_progress", [])),
      events.contentPartAdded(id, at, 0, part("")),
    ],
    delta(more) {
      text += more;
      return events.reasoningTextDelta(id, at, 0, more);
    },
    snapshot: (status) => item(status, [part(text)]),
    ended: () => [events.reasoningTextDone(id, at, 0, text), events.contentPartDone(id, at, 0, part(text))],
  };
}

function functionCall(at: number, part: Extract<Part, { type: "function_call" }>): OpenItem {
  const id = newId("fc");
  let text = "";
  const item = (status: Status): OutputItem => ({
    type: "function_call",
    id,
    status,
    call_id: part.callId,
    name: part.name,
    arguments: text,
    ...(part.namespace === undefined ? {} : { namespace: part.namespace }),
  });
  return {
    id,
    outputIndex: at,
    isToolCall: true,
    added: () => [events.outputItemAdded(at, item("in_progress"))],
    delta(more) {
      text += more;
      return events.functionCallArgumentsDelta(id, at, more);
    },
    snapshot: item,
    ended: () => [events.functionCallArgumentsDone(id, at, part.name, text)],
  };
}

function customToolCall(at: number, part: Extract<Part, { type: "custom_tool_call" }>): OpenItem {
  const id = newId("ctc");
  let text = "";
  const item = (status: Status): OutputItem => ({
    type: "custom_tool_call",
    id,
    status,
    call_id: part.callId,
    name: part.name,
    input: text,
  });
  return {
    id,
    outputIndex: at,
    isToolCall: true,
    added: () => [events.outputItemAdded(at, item("in_progress"))],
    delta(more) {
      text += more;
      return events.customToolCallInputDelta(id, at, more);
    },
    snapshot: item,
    ended: () => [events.customToolCallInputDone(id, at, text)],
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
    delta(more) {
      content += more;
      return null;
    },
    snapshot: item,
    ended: () => [],
  };
}
