import type { ServerFrame } from "../events/index.ts";
import type { OutputItem } from "../schema/index.ts";
import { isSameJson } from "../validate/index.ts";
import { assertConforms } from "./assert.ts";

interface OpenItem {
  readonly id: string;
  readonly parts: Set<number>;
  /** Text of its deltas by content part; null for calls, which have no parts. */
  readonly received: Map<number | null, string>;
}

/** The state of the response that a stream is sending. */
interface Progress {
  readonly id: string;
  readonly items: Map<number, OpenItem>;
  /** Finished items, and the ids of all added items. */
  readonly done: OutputItem[];
  readonly added: Set<string | null | undefined>;
  ended: boolean;
}

/**
 * Asserts what strict clients rely on, over all frames of one lane or one HTTP stream, in order:
 * - every frame conforms, and numbers increase;
 * - a response starts with `response.created`, ends with one terminal event, and keeps its id;
 * - an item is added before its other events, a part before its deltas, and the deltas add up to the final text;
 * - every added item is done, interrupted, or in the final output;
 * - the final output has all items that were done, unchanged, and none that was never added.
 *
 * Errors of other requests, keepalives, and frames about steers and interrupts may appear anywhere.
 */
export function assertStreamConforms(frames: readonly ServerFrame[]): void {
  if (frames.length === 0) throw new Error("there are no frames");
  let progress: Progress | null = null;
  let last = -1;
  for (const [at, frame] of frames.entries()) {
    assertConforms(frame);
    const demand = (holds: boolean, rule: string): void => {
      if (!holds) throw new Error(`frame ${at}, ${frame.type}: ${rule}`);
    };
    if (frame.type === "error" || isAboutControl(frame)) continue;
    if (frame.type === "response.created") {
      demand(progress === null || progress.ended, "the response before it has not ended");
      const { id } = frame.response;
      progress = { id, items: new Map(), done: [], added: new Set(), ended: false };
      last = -1;
    }
    if (progress === null || progress.ended) {
      demand(frame.type === "keepalive", "no response is in progress");
      continue;
    }
    demand(frame.sequence_number > last, `its number must be greater than ${last}`);
    last = frame.sequence_number;
    checkEvent(progress, frame, demand);
  }
  if (progress !== null && !progress.ended) throw new Error("the last response has no terminal event");
}

type Demand = (holds: boolean, rule: string) => void;
type ControlFrame = Extract<ServerFrame, { type: `response.${"steer" | "interrupt"}.${string}` }>;

function isAboutControl(frame: ServerFrame): frame is ControlFrame {
  return frame.type.startsWith("response.steer.") || frame.type.startsWith("response.interrupt.");
}

function checkEvent(progress: Progress, frame: Exclude<ServerFrame, ControlFrame>, demand: Demand): void {
  if ("response" in frame) {
    demand(frame.response.id === progress.id, `its response must be ${progress.id}`);
    if (frame.type === "response.created" || frame.type === "response.in_progress") return;
    const outputById = new Map(frame.response.output.map((item) => [item.id, item]));
    for (const { id } of progress.items.values()) {
      demand(outputById.has(id), `${id} is neither done nor in the output`);
    }
    for (const item of progress.done) {
      demand(isSameJson(outputById.get(item.id), item), `the output has ${item.id} not as it was done`);
    }
    for (const id of outputById.keys())
      demand(progress.added.has(id), `${id} is in the output and was never added`);
    progress.ended = true;
    return;
  }
  if (!("output_index" in frame)) return;
  const item = progress.items.get(frame.output_index);
  if (frame.type === "response.output_item.added") {
    demand(item === undefined, "its index is taken");
    progress.items.set(frame.output_index, { id: frame.item.id, parts: new Set(), received: new Map() });
    progress.added.add(frame.item.id);
    return;
  }
  if (item === undefined) {
    demand(false, "its item has not been added, or is done");
    return;
  }
  if ("item" in frame) {
    demand(frame.item.id === item.id, `its item must be ${item.id}`);
    progress.items.delete(frame.output_index);
    progress.done.push(frame.item);
    return;
  }
  demand(frame.item_id === item.id, `its item must be ${item.id}`);
  if (frame.type === "response.output_item.interrupted") progress.items.delete(frame.output_index);
  checkText(item, frame, demand);
  if (!("content_index" in frame)) return;
  if (frame.type === "response.content_part.added") item.parts.add(frame.content_index);
  demand(item.parts.has(frame.content_index), "its part has not been added");
}

/** Collects deltas, and compares them with the final text. */
function checkText({ received }: OpenItem, frame: ServerFrame, demand: Demand): void {
  const part = "content_index" in frame ? frame.content_index : null;
  const before = received.get(part) ?? "";
  if ("delta" in frame) received.set(part, before + frame.delta);
  const whole = finalTextOf(frame);
  demand(whole === null || whole === before, `it says ${whole}, and its deltas said ${before}`);
}

function finalTextOf(frame: ServerFrame): string | null {
  switch (frame.type) {
    case "response.output_text.done":
    case "response.reasoning_text.done":
      return frame.text;
    case "response.refusal.done":
      return frame.refusal;
    case "response.function_call_arguments.done":
      return frame.arguments;
    case "response.custom_tool_call_input.done":
      return frame.input;
    default:
      return null;
  }
}
