import type { ServerFrame } from "../events/index.ts";
import { assertConforms } from "./assert.ts";

interface OpenItem {
  readonly id: string;
  readonly parts: Set<number>;
}

/** What has been seen of the response that a stream is sending. */
interface Progress {
  readonly id: string;
  readonly items: Map<number, OpenItem>;
  ended: boolean;
}

/**
 * Asserts what strict clients rely on, over all frames of one lane, or of one HTTP stream, in order: every frame
 * conforms; numbers grow; a response begins with `response.created` and ends with one terminal event, between
 * which it keeps its id; an item is added before anything of it comes, a part before its deltas; and every item
 * added is done, or interrupted, or in the final output. Errors of other requests, keepalives, and frames about
 * steers and interrupts may come at any time.
 */
export function assertStreamConforms(frames: readonly ServerFrame[]): void {
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
      progress = { id: frame.response.id, items: new Map(), ended: false };
      last = -1;
    }
    if (progress === null || progress.ended) {
      demand(frame.type === "keepalive", "no response is in progress");
      continue;
    }
    demand(frame.sequence_number > last, `its number must be greater than ${last}`);
    last = frame.sequence_number;
    follow(progress, frame, demand);
  }
  if (progress !== null && !progress.ended) throw new Error("the last response has no terminal event");
}

type Demand = (holds: boolean, rule: string) => void;
type ControlFrame = Extract<ServerFrame, { type: `response.${"steer" | "interrupt"}.${string}` }>;

function isAboutControl(frame: ServerFrame): frame is ControlFrame {
  return frame.type.startsWith("response.steer.") || frame.type.startsWith("response.interrupt.");
}

function follow(progress: Progress, frame: Exclude<ServerFrame, ControlFrame>, demand: Demand): void {
  if ("response" in frame) {
    demand(frame.response.id === progress.id, `its response must be ${progress.id}`);
    if (frame.type === "response.created" || frame.type === "response.in_progress") return;
    const put = new Set(frame.response.output.map(({ id }) => id));
    for (const { id } of progress.items.values()) {
      demand(put.has(id), `${id} is neither done nor in the output`);
    }
    progress.ended = true;
    return;
  }
  if (!("output_index" in frame)) return;
  const item = progress.items.get(frame.output_index);
  if (frame.type === "response.output_item.added") {
    demand(item === undefined, "its index is taken");
    progress.items.set(frame.output_index, { id: frame.item.id, parts: new Set() });
    return;
  }
  if (item === undefined) {
    demand(false, "its item has not been added, or is done");
    return;
  }
  if ("item" in frame) {
    demand(frame.item.id === item.id, `its item must be ${item.id}`);
    progress.items.delete(frame.output_index);
    return;
  }
  demand(frame.item_id === item.id, `its item must be ${item.id}`);
  if (frame.type === "response.output_item.interrupted") progress.items.delete(frame.output_index);
  if (!("content_index" in frame)) return;
  if (frame.type === "response.content_part.added") item.parts.add(frame.content_index);
  demand(item.parts.has(frame.content_index), "its part has not been added");
}
