import { type Static, Type } from "typebox";
import { ApiErrorBody } from "../error/index.ts";
import { type InputItem, OutputItem, OutputText, Refusal, ResponseObject } from "../schema/index.ts";

const Index = Type.Integer({ minimum: 0 });

/** Fields of every server event. Numbers count per response; `stream_id` is the lane's name, WebSocket only. */
const numbered = {
  sequence_number: Index,
  stream_id: Type.Optional(Type.String()),
};

const inItem = {
  ...numbered,
  item_id: Type.String({ minLength: 1 }),
  output_index: Index,
};

export const LifecycleEvent = Type.Object({
  ...numbered,
  type: Type.Enum([
    "response.created",
    "response.in_progress",
    "response.completed",
    "response.incomplete",
    "response.failed",
  ]),
  response: ResponseObject,
});
export type LifecycleEvent = Static<typeof LifecycleEvent>;

export const OutputItemEvent = Type.Object({
  ...numbered,
  type: Type.Enum(["response.output_item.added", "response.output_item.done"]),
  output_index: Index,
  item: OutputItem,
});
export type OutputItemEvent = Static<typeof OutputItemEvent>;

export const ReasoningText = Type.Object({ type: Type.Literal("reasoning_text"), text: Type.String() });
export type ReasoningText = Static<typeof ReasoningText>;

export const ContentPart = Type.Union([OutputText, Refusal, ReasoningText]);
export type ContentPart = Static<typeof ContentPart>;

export const ContentPartEvent = Type.Object({
  ...inItem,
  type: Type.Enum(["response.content_part.added", "response.content_part.done"]),
  content_index: Index,
  part: ContentPart,
});
export type ContentPartEvent = Static<typeof ContentPartEvent>;

export const OutputTextDeltaEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.output_text.delta"),
  content_index: Index,
  delta: Type.String(),
  logprobs: Type.Array(Type.Unknown()),
});
export type OutputTextDeltaEvent = Static<typeof OutputTextDeltaEvent>;

export const OutputTextDoneEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.output_text.done"),
  content_index: Index,
  text: Type.String(),
  logprobs: Type.Array(Type.Unknown()),
});
export type OutputTextDoneEvent = Static<typeof OutputTextDoneEvent>;

export const RefusalDeltaEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.refusal.delta"),
  content_index: Index,
  delta: Type.String(),
});
export type RefusalDeltaEvent = Static<typeof RefusalDeltaEvent>;

export const RefusalDoneEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.refusal.done"),
  content_index: Index,
  refusal: Type.String(),
});
export type RefusalDoneEvent = Static<typeof RefusalDoneEvent>;

export const ReasoningTextDeltaEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.reasoning_text.delta"),
  content_index: Index,
  delta: Type.String(),
});
export type ReasoningTextDeltaEvent = Static<typeof ReasoningTextDeltaEvent>;

export const ReasoningTextDoneEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.reasoning_text.done"),
  content_index: Index,
  text: Type.String(),
});
export type ReasoningTextDoneEvent = Static<typeof ReasoningTextDoneEvent>;

export const ArgumentsDeltaEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.function_call_arguments.delta"),
  delta: Type.String(),
});
export type ArgumentsDeltaEvent = Static<typeof ArgumentsDeltaEvent>;

export const ArgumentsDoneEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.function_call_arguments.done"),
  name: Type.String(),
  arguments: Type.String(),
});
export type ArgumentsDoneEvent = Static<typeof ArgumentsDoneEvent>;

export const CustomInputDeltaEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.custom_tool_call_input.delta"),
  delta: Type.String(),
});
export type CustomInputDeltaEvent = Static<typeof CustomInputDeltaEvent>;

export const CustomInputDoneEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.custom_tool_call_input.done"),
  input: Type.String(),
});
export type CustomInputDoneEvent = Static<typeof CustomInputDoneEvent>;

/** Prompt tokens evaluated so far, and their total. */
export const Prefill = Type.Object({ done: Index, total: Index });
export type Prefill = Static<typeof Prefill>;

/** A model being loaded; `part` is the fraction loaded, from 0 to 1. */
export const Loading = Type.Object({
  model: Type.String(),
  part: Type.Number({ minimum: 0, maximum: 1 }),
});
export type Loading = Static<typeof Loading>;

/** What a response is waiting for. */
export const Waiting = Type.Object({
  prefill: Type.Optional(Prefill),
  loading: Type.Optional(Loading),
});
export type Waiting = Static<typeof Waiting>;

/** Sent while a response is queued or prefilling, to keep clients' idle timers from firing. */
export const KeepaliveEvent = Type.Object({
  ...numbered,
  type: Type.Literal("keepalive"),
  flint: Type.Optional(Waiting),
});
export type KeepaliveEvent = Static<typeof KeepaliveEvent>;

const Steer = Type.Object({ id: Type.String(), previous_response_id: Type.String() });

/** Identifies the steer by the client's id, if it gave one. */
const FlintSteerEvent = Type.Object({ request_id: Type.Optional(Type.String()) });

export const SteerAcceptedEvent = Type.Object({
  ...numbered,
  type: Type.Literal("response.steer.accepted"),
  steer: Steer,
  flint: Type.Optional(FlintSteerEvent),
});
export type SteerAcceptedEvent = Static<typeof SteerAcceptedEvent>;

/** A tool output that the client must provide before a pending steer can be applied. */
export const RequiredInput = Type.Object({
  type: Type.Enum(["function_call_output", "custom_tool_call_output"]),
  call_id: Type.String(),
  name: Type.String(),
});
export type RequiredInput = Static<typeof RequiredInput>;

export const SteerPendingEvent = Type.Object({
  ...numbered,
  type: Type.Literal("response.steer.pending"),
  steer: Steer,
  reason: Type.Literal("waiting_for_required_input"),
  required_input: Type.Array(RequiredInput),
});
export type SteerPendingEvent = Static<typeof SteerPendingEvent>;

export const SteerFailedEvent = Type.Object({
  ...numbered,
  type: Type.Literal("response.steer.failed"),
  steer: Type.Object({
    id: Type.Optional(Type.String()),
    previous_response_id: Type.String(),
    /** As the client sent it, so that no typed text is lost; unvalidated if the error is about it. */
    input: Type.Unsafe<readonly InputItem[]>(Type.Array(Type.Unknown())),
  }),
  error: ApiErrorBody,
  flint: Type.Optional(FlintSteerEvent),
});
export type SteerFailedEvent = Static<typeof SteerFailedEvent>;

export const InterruptAcceptedEvent = Type.Object({
  ...numbered,
  type: Type.Literal("response.interrupt.accepted"),
  response_id: Type.String(),
});
export type InterruptAcceptedEvent = Static<typeof InterruptAcceptedEvent>;

export const InterruptFailedEvent = Type.Object({
  ...numbered,
  type: Type.Literal("response.interrupt.failed"),
  response_id: Type.String(),
  error: ApiErrorBody,
});
export type InterruptFailedEvent = Static<typeof InterruptFailedEvent>;

export const ItemInterruptedEvent = Type.Object({
  ...inItem,
  type: Type.Literal("response.output_item.interrupted"),
  response_id: Type.String(),
});
export type ItemInterruptedEvent = Static<typeof ItemInterruptedEvent>;

/** An error on the WebSocket. `status` must be a number: Codex ignores the frame otherwise. */
export const ErrorFrame = Type.Object({
  type: Type.Literal("error"),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  error: ApiErrorBody,
  stream_id: Type.Optional(Type.String()),
  sequence_number: Type.Optional(Index),
});
export type ErrorFrame = Static<typeof ErrorFrame>;

/** Events of a response's stream, which are numbered and can be replayed. */
export type ResponseEvent =
  | LifecycleEvent
  | OutputItemEvent
  | ContentPartEvent
  | OutputTextDeltaEvent
  | OutputTextDoneEvent
  | RefusalDeltaEvent
  | RefusalDoneEvent
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
export type Unnumbered<E extends ResponseEvent = ResponseEvent> = E extends ResponseEvent
  ? Omit<E, "sequence_number" | "stream_id">
  : never;
