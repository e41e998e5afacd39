import type { EditResult } from "@flint/client/browser";
import { milliseconds } from "../page/index.ts";

/** Of a recording, which has no anchors, as well. */
export type Ended = Pick<EditResult, "hunks" | "status" | "timings"> &
  Partial<Pick<EditResult, "anchors" | "verification">>;

/** What an edit came to, in a sentence or two. `shown`: as how many changes it is shown; default: its hunks. */
export function summary(
  ended: Ended,
  shown: number = ended.hunks.length,
): { readonly text: string; readonly isFailure: boolean } {
  const lost = leftOut(ended);
  const unsure = doubt(ended);
  if (lost === null) return { text: `${outcome(ended, shown)}.${unsure}`, isFailure: unsure !== "" };
  const isNothing = ended.hunks.length === 0 && ended.status === "completed";
  return {
    text: (isNothing ? `${lost}, in ${times(ended)}.` : `${outcome(ended, shown)}. ${lost}.`) + unsure,
    isFailure: true,
  };
}

function outcome(ended: Ended, shown: number): string {
  const { hunks, status, timings } = ended;
  const changes = shown === 1 ? "1 change" : `${shown} changes`;
  if (status === "interrupted") {
    const stop = timings.interrupt_ms === undefined ? "" : ` in ${milliseconds(timings.interrupt_ms)}`;
    return `Stopped${stop}; ${changes} so far`;
  }
  if (status === "incomplete") return `Cut off by the token limit; ${changes} so far, in ${times(ended)}`;
  return hunks.length === 0 ? `No change proposed, in ${times(ended)}` : `${changes} in ${times(ended)}`;
}

/** A sentence for an answer that its own model does not believe in; empty for others. */
function doubt({ verification }: Ended): string {
  const { doubtful = false, confidence = null } = verification ?? {};
  if (!doubtful || confidence === null) return "";
  return ` The model is not sure of this (${Math.floor(100 * confidence)} %): check it closely, or rephrase the instruction.`;
}

/** Blocks of an anchored answer that were found nowhere in the code; null where there are none. */
function leftOut({ anchors }: Ended): string | null {
  const lost = anchors?.filter(({ line }) => line === null).length ?? 0;
  return lost === 0
    ? null
    : `${lost} of ${anchors?.length} changes could not be placed in the code and were left out`;
}

function times({ timings }: Ended): string {
  const first =
    timings.first_token_ms === null ? "" : `, first token after ${milliseconds(timings.first_token_ms)}`;
  return `${milliseconds(timings.total_ms)}${first}`;
}
