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

/** Gives the JSON of a numbered event that is on no lane. Some do so for events of one kind only. */
export type EncodeEvent = (event: ResponseEvent) => string;

type DeltaEvent =
  | ArgumentsDeltaEvent
  | CustomInputDeltaEvent
  | OutputTextDeltaEvent
  | ReasoningTextDeltaEvent
  | RefusalDeltaEvent;

/**
 * For the deltas of one item, which differ in text and number alone: `empty` is one without text. What they share is
 * encoded with the second of them, since a tool call often has but one.
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

/** What a response repeats of its request. It stays the same, and is most of the response's text. */
export type ResponseEcho = Omit<ResponseObject, keyof ReturnType<typeof stateOf> | "flint">;

/** For the lifecycle events of one response, which has that echo: it is encoded once. */
export function lifecycleEncoder(echo: ResponseEcho): EncodeEvent {
  let echoed: string | null = null;
  let last: ResponseObject | null = null;
  let text = "";
  return (event) => {
    const { type, response, sequence_number } = event as LifecycleEvent;
    // Created and in progress, it is the same.
    if (response !== last) {
      echoed ??= echoOf(echo);
      const flint = response.flint === undefined ? "" : `,${fieldsOf({ flint: response.flint })}`;
      text = `{${fieldsOf(stateOf(response))},${echoed}${flint}}`;
      last = response;
    }
    return `{"type":"${type}","response":${text},"sequence_number":${sequence_number}}`;
  };
}

/** What changes while a response runs. */
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

/** Lists of tools as JSON: the requests of a conversation mostly come with one and the same. */
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
  // Only strings come before it, and quotes within those are escaped.
  const at = fields.indexOf('"tools":[]') + '"tools":'.length;
  return fields.slice(0, at) + text + fields.slice(at + "[]".length);
}

/** The object's JSON without its braces. */
function fieldsOf(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}
