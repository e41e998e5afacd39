import type {
  ArgumentsDeltaEvent,
  CustomInputDeltaEvent,
  LifecycleEvent,
  OutputTextDeltaEvent,
  ReasoningTextDeltaEvent,
  RefusalDeltaEvent,
  ResponseEvent,
  Unnumbered,
} from "../events/index.ts";
import type { ResponseObject, Tool } from "../schema/index.ts";

/** Encodes a numbered event without a lane as JSON. Some encoders only support one type of event. */
export type EncodeEvent = (event: ResponseEvent) => string;

type DeltaEvent =
  | ArgumentsDeltaEvent
  | CustomInputDeltaEvent
  | OutputTextDeltaEvent
  | ReasoningTextDeltaEvent
  | RefusalDeltaEvent;

/**
 * Creates an encoder for the deltas of one item, which differ only in text and number; `empty` is one without text. The
 * common part is encoded at the second delta, since a tool call often has only one.
 */
export function deltaEncoder(empty: Unnumbered<DeltaEvent>): EncodeEvent {
  let isFirst = true;
  let shared: readonly string[] | null = null;
  return (event) => {
    if (isFirst) {
      isFirst = false;
      return JSON.stringify(event);
    }
    shared ??= JSON.stringify(empty).slice(0, -1).split('"delta":""');
    const { delta, sequence_number } = event as DeltaEvent;
    return `${shared[0]}"delta":${JSON.stringify(delta)}${shared[1]},"sequence_number":${sequence_number}}`;
  };
}

/** The part of a response that echoes its request. It never changes, and is most of the response's JSON. */
export type ResponseEcho = Omit<ResponseObject, keyof ReturnType<typeof stateOf> | "flint">;

/** Creates an encoder for the lifecycle events of one response, which encodes its echo only once. */
export function lifecycleEncoder(echo: ResponseEcho): EncodeEvent {
  let echoed: string | null = null;
  let last: ResponseObject | null = null;
  let text = "";
  return (event) => {
    const { type, response, sequence_number } = event as LifecycleEvent;
    // `response.created` and `response.in_progress` have the same response.
    if (response !== last) {
      echoed ??= echoOf(echo);
      const flint = response.flint === undefined ? "" : `,${fieldsOf({ flint: response.flint })}`;
      text = `{${fieldsOf(stateOf(response))},${echoed}${flint}}`;
      last = response;
    }
    return `{"type":"${type}","response":${text},"sequence_number":${sequence_number}}`;
  };
}

/** Returns the fields that change while a response runs. */
function stateOf(response: ResponseObject) {
  return {
    id: response.id,
    object: response.object,
    created_at: response.created_at,
    completed_at: response.completed_at,
    status: response.status,
    model: response.model,
    output: response.output,
    usage: response.usage,
    error: response.error,
    incomplete_details: response.incomplete_details,
    previous_response_id: response.previous_response_id,
  };
}

/** Cached JSON of tool lists: requests of a conversation usually share one list. */
const toolTexts = new WeakMap<readonly Tool[], string>();

function echoOf(echo: ResponseEcho): string {
  const { tools } = echo;
  if (tools.length === 0) return fieldsOf(echo);
  let text = toolTexts.get(tools);
  if (text === undefined) {
    text = JSON.stringify(tools);
    toolTexts.set(tools, text);
  }
  const fields = fieldsOf({ ...echo, tools: [] });
  // The search is safe: only strings precede it, and quotes within them are escaped.
  const at = fields.indexOf('"tools":[]') + '"tools":'.length;
  return fields.slice(0, at) + text + fields.slice(at + "[]".length);
}

/** Returns the object's JSON without braces. */
function fieldsOf(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}
