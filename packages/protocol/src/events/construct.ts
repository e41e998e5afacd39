/**
 * Constructors of events, named after the event's `type`. The number and the lane are added by the response's stream
 * when it sends the event.
 */
import type { ApiError } from "../error/index.ts";
import type { InputItem, OutputItem, ResponseObject } from "../schema/index.ts";
import type {
  ArgumentsDeltaEvent,
  ArgumentsDoneEvent,
  ContentPart,
  ContentPartEvent,
  CustomInputDeltaEvent,
  CustomInputDoneEvent,
  InterruptAcceptedEvent,
  InterruptFailedEvent,
  ItemInterruptedEvent,
  KeepaliveEvent,
  LifecycleEvent,
  OutputItemEvent,
  OutputTextDeltaEvent,
  OutputTextDoneEvent,
  ReasoningTextDeltaEvent,
  ReasoningTextDoneEvent,
  RefusalDeltaEvent,
  RefusalDoneEvent,
  RequiredInput,
  SteerAcceptedEvent,
  SteerFailedEvent,
  SteerPendingEvent,
  Unnumbered,
  Waiting,
} from "./events.ts";

export function created(response: ResponseObject): Unnumbered<LifecycleEvent> {
  return { type: "response.created", response };
}

export function inProgress(response: ResponseObject): Unnumbered<LifecycleEvent> {
  return { type: "response.in_progress", response };
}

export function completed(response: ResponseObject): Unnumbered<LifecycleEvent> {
  return { type: "response.completed", response };
}

export function incomplete(response: ResponseObject): Unnumbered<LifecycleEvent> {
  return { type: "response.incomplete", response };
}

export function failed(response: ResponseObject): Unnumbered<LifecycleEvent> {
  return { type: "response.failed", response };
}

export function outputItemAdded(outputIndex: number, item: OutputItem): Unnumbered<OutputItemEvent> {
  return { type: "response.output_item.added", output_index: outputIndex, item };
}

export function outputItemDone(outputIndex: number, item: OutputItem): Unnumbered<OutputItemEvent> {
  return { type: "response.output_item.done", output_index: outputIndex, item };
}

export function contentPartAdded(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  part: ContentPart,
): Unnumbered<ContentPartEvent> {
  return { type: "response.content_part.added", ...content(itemId, outputIndex, contentIndex), part };
}

export function contentPartDone(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  part: ContentPart,
): Unnumbered<ContentPartEvent> {
  return { type: "response.content_part.done", ...content(itemId, outputIndex, contentIndex), part };
}

export function outputTextDelta(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  delta: string,
): Unnumbered<OutputTextDeltaEvent> {
  return {
    type: "response.output_text.delta",
    ...content(itemId, outputIndex, contentIndex),
    delta,
    logprobs: [],
  };
}

export function outputTextDone(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  text: string,
): Unnumbered<OutputTextDoneEvent> {
  return {
    type: "response.output_text.done",
    ...content(itemId, outputIndex, contentIndex),
    text,
    logprobs: [],
  };
}

export function refusalDelta(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  delta: string,
): Unnumbered<RefusalDeltaEvent> {
  return { type: "response.refusal.delta", ...content(itemId, outputIndex, contentIndex), delta };
}

export function refusalDone(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  refusal: string,
): Unnumbered<RefusalDoneEvent> {
  return { type: "response.refusal.done", ...content(itemId, outputIndex, contentIndex), refusal };
}

export function reasoningTextDelta(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  delta: string,
): Unnumbered<ReasoningTextDeltaEvent> {
  return { type: "response.reasoning_text.delta", ...content(itemId, outputIndex, contentIndex), delta };
}

export function reasoningTextDone(
  itemId: string,
  outputIndex: number,
  contentIndex: number,
  text: string,
): Unnumbered<ReasoningTextDoneEvent> {
  return { type: "response.reasoning_text.done", ...content(itemId, outputIndex, contentIndex), text };
}

export function functionCallArgumentsDelta(
  itemId: string,
  outputIndex: number,
  delta: string,
): Unnumbered<ArgumentsDeltaEvent> {
  return {
    type: "response.function_call_arguments.delta",
    item_id: itemId,
    output_index: outputIndex,
    delta,
  };
}

export function functionCallArgumentsDone(
  itemId: string,
  outputIndex: number,
  name: string,
  args: string,
): Unnumbered<ArgumentsDoneEvent> {
  return {
    type: "response.function_call_arguments.done",
    item_id: itemId,
    output_index: outputIndex,
    name,
    arguments: args,
  };
}

export function customToolCallInputDelta(
  itemId: string,
  outputIndex: number,
  delta: string,
): Unnumbered<CustomInputDeltaEvent> {
  return {
    type: "response.custom_tool_call_input.delta",
    item_id: itemId,
    output_index: outputIndex,
    delta,
  };
}

export function customToolCallInputDone(
  itemId: string,
  outputIndex: number,
  input: string,
): Unnumbered<CustomInputDoneEvent> {
  return { type: "response.custom_tool_call_input.done", item_id: itemId, output_index: outputIndex, input };
}

export function keepalive(waiting?: Waiting): Unnumbered<KeepaliveEvent> {
  return waiting === undefined ? { type: "keepalive" } : { type: "keepalive", flint: waiting };
}

/** `requestId` is the client's id of the steer, if it gave one. */
export function steerAccepted(
  steerId: string,
  previousResponseId: string,
  requestId?: string,
): Unnumbered<SteerAcceptedEvent> {
  return {
    type: "response.steer.accepted",
    steer: { id: steerId, previous_response_id: previousResponseId },
    ...(requestId === undefined ? {} : { flint: { request_id: requestId } }),
  };
}

/** `requiredInput` are the missing tool outputs; the steer is applied when a create provides them. */
export function steerPending(
  steerId: string,
  previousResponseId: string,
  requiredInput: RequiredInput[],
): Unnumbered<SteerPendingEvent> {
  return {
    type: "response.steer.pending",
    steer: { id: steerId, previous_response_id: previousResponseId },
    reason: "waiting_for_required_input",
    required_input: requiredInput,
  };
}

/** `steer.id` is only present if the steer had been accepted; `steer.input` is returned unchanged. */
export function steerFailed(
  steer: { id?: string; previous_response_id: string; input: readonly InputItem[] },
  error: ApiError,
  requestId?: string,
): Unnumbered<SteerFailedEvent> {
  return {
    type: "response.steer.failed",
    steer,
    error: error.body(),
    ...(requestId === undefined ? {} : { flint: { request_id: requestId } }),
  };
}

export function interruptAccepted(responseId: string): Unnumbered<InterruptAcceptedEvent> {
  return { type: "response.interrupt.accepted", response_id: responseId };
}

export function interruptFailed(responseId: string, error: ApiError): Unnumbered<InterruptFailedEvent> {
  return { type: "response.interrupt.failed", response_id: responseId, error: error.body() };
}

export function itemInterrupted(
  responseId: string,
  itemId: string,
  outputIndex: number,
): Unnumbered<ItemInterruptedEvent> {
  return {
    type: "response.output_item.interrupted",
    response_id: responseId,
    item_id: itemId,
    output_index: outputIndex,
  };
}

function content(itemId: string, outputIndex: number, contentIndex: number) {
  return { item_id: itemId, output_index: outputIndex, content_index: contentIndex };
}
