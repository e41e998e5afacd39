import type { ApiErrorBody } from "../error/index.ts";
import type { InputItem, OutputItem, OutputText } from "../schema/items.ts";
import type { ResponseObject } from "../schema/response.ts";

/** Fields of every server event: numbered per response; `stream_id` echoes a named lane, WebSocket only. */
interface Numbered {
  sequence_number: number;
  stream_id?: string;
}

export interface LifecycleEvent extends Numbered {
  type:
    | "response.created"
    | "response.in_progress"
    | "response.completed"
    | "response.incomplete"
    | "response.failed";
  response: ResponseObject;
}

export interface OutputItemEvent extends Numbered {
  type: "response.output_item.added" | "response.output_item.done";
  output_index: number;
  item: OutputItem;
}

interface InItem extends Numbered {
  item_id: string;
  output_index: number;
}

export type ContentPart = OutputText | { type: "reasoning_text"; text: string };

export interface ContentPartEvent extends InItem {
  type: "response.content_part.added" | "response.content_part.done";
  content_index: number;
  part: ContentPart;
}

export interface OutputTextDeltaEvent extends InItem {
  type: "response.output_text.delta";
  content_index: number;
  delta: string;
  logprobs: unknown[];
}

export interface OutputTextDoneEvent extends InItem {
  type: "response.output_text.done";
  content_index: number;
  text: string;
  logprobs: unknown[];
}

export interface ReasoningTextDeltaEvent extends InItem {
  type: "response.reasoning_text.delta";
  content_index: number;
  delta: string;
}

export interface ReasoningTextDoneEvent extends InItem {
  type: "response.reasoning_text.done";
  content_index: number;
  text: string;
}

export interface ArgumentsDeltaEvent extends InItem {
  type: "response.function_call_arguments.delta";
  delta: string;
}

export interface ArgumentsDoneEvent extends InItem {
  type: "response.function_call_arguments.done";
  name: string;
  arguments: string;
}

export interface CustomInputDeltaEvent extends InItem {
  type: "response.custom_tool_call_input.delta";
  delta: string;
}

export interface CustomInputDoneEvent extends InItem {
  type: "response.custom_tool_call_input.done";
  input: string;
}

/** Sent while a response waits in its lane or is prefilled, so that no client's idle timer fires. */
export interface KeepaliveEvent extends Numbered {
  type: "keepalive";
  flint?: { prefill?: { done: number; total: number } };
}

export interface SteerAcceptedEvent extends Numbered {
  type: "response.steer.accepted";
  steer: { id: string; previous_response_id: string };
}

/** An output that the client owes before a queued steer can be applied. */
export type RequiredInput =
  | { type: "function_call_output"; call_id: string; name: string }
  | { type: "custom_tool_call_output"; call_id: string; name: string };

export interface SteerPendingEvent extends Numbered {
  type: "response.steer.pending";
  steer: { id: string; previous_response_id: string };
  reason: "waiting_for_required_input";
  required_input: RequiredInput[];
}

export interface SteerFailedEvent extends Numbered {
  type: "response.steer.failed";
  steer: { id?: string; previous_response_id: string; input: readonly InputItem[] };
  error: ApiErrorBody;
}

export interface InterruptAcceptedEvent extends Numbered {
  type: "response.interrupt.accepted";
  response_id: string;
}

export interface InterruptFailedEvent extends Numbered {
  type: "response.interrupt.failed";
  response_id: string;
  error: ApiErrorBody;
}

export interface ItemInterruptedEvent extends InItem {
  type: "response.output_item.interrupted";
  response_id: string;
}

/** An error on the WebSocket. `status` is a number, else Codex ignores the frame. */
export interface ErrorFrame {
  type: "error";
  status: number;
  error: ApiErrorBody;
  stream_id?: string;
  sequence_number?: number;
}

/** Events of a response's own stream: numbered, replayable. */
export type ResponseEvent =
  | LifecycleEvent
  | OutputItemEvent
  | ContentPartEvent
  | OutputTextDeltaEvent
  | OutputTextDoneEvent
  | ReasoningTextDeltaEvent
  | ReasoningTextDoneEvent
  | ArgumentsDeltaEvent
  | ArgumentsDoneEvent
  | CustomInputDeltaEvent
  | CustomInputDoneEvent
  | KeepaliveEvent
  | SteerAcceptedEvent
  | SteerPendingEvent
  | SteerFailedEvent
  | InterruptAcceptedEvent
  | InterruptFailedEvent
  | ItemInterruptedEvent;

export type ServerFrame = ResponseEvent | ErrorFrame;

/** A {@link ResponseEvent} before it is numbered and assigned a lane. */
export type Unnumbered<E extends Numbered = ResponseEvent> = E extends Numbered
  ? Omit<E, "sequence_number" | "stream_id">
  : never;
