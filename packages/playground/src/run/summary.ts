import type { EditResult } from "@flint/client/browser";
import { milliseconds } from "../page/index.ts";

/** The end of an edit. One from a recording has no anchors. */
export type EndedEdit = Pick<EditResult, "hunks" | "status" | "timings"> &
  Partial<Pick<EditResult, "anchors" | "verification">>;

/** Summarizes an edit's result in a sentence or two. `shown`: number of changes shown, by default its hunks. */
export function summary(
  ended: EndedEdit,
  shown: number = ended.hunks.length,
): { readonly text: string; readonly isFailure: boolean } {
  const lost = unplacedText(ended);
  const unsure = doubtText(ended);
  if (lost === null) return { text: `${outcome(ended, shown)}.${unsure}`, isFailure: unsure !== "" };
  const isNothing = ended.hunks.length === 0 && ended.status === "completed";
  return {
    text: (isNothing ? `${lost}, in ${times(ended)}.` : `${outcome(ended, shown)}. ${lost}.`) + unsure,
    isFailure: true,
  };
}

function outcome(ended: EndedEdit, shown: number): string {
  const { hunks, status, timings } = ended;
  const changes = shown === 1 ? "1 change" : `${shown} changes`;
  if (status === "interrupted") {
    const stop = timings.interrupt_ms === undefined ? "" : ` in ${milliseconds(timings.interrupt_ms)}`;
    return `Stopped${stop}; ${changes} so far`;
  }
  if (status === "incomplete") return `Cut off by the token limit; ${changes} so far, in ${times(ended)}`;
  return hunks.length === 0 ? `No change proposed, in ${times(ended)}` : `${changes} in ${times(ended)}`;
}

/** Returns a warning if the model has low confidence in its answer, or an empty string. */
function doubtText({ verification }: EndedEdit): string {
  const { doubtful = false, confidence = null } = verification ?? {};
  if (!doubtful || confidence === null) return "";
  return ` The model is not sure of this (${Math.floor(100 * confidence)} %): check it closely, or rephrase the instruction.`;
}

/** Describes the blocks of an anchored answer whose place was not found in the code; null if there are none. */
function unplacedText({ anchors }: EndedEdit): string | null {
  const lost = anchors?.filter(({ line }) => line === null).length ?? 0;
  return lost === 0
    ? null
    : `${lost} of ${anchors?.length} changes could not be placed in the code and were left out`;
}

function times({ timings }: EndedEdit): string {
  const first =
    timings.first_token_ms === null ? "" : `, first token after ${milliseconds(timings.first_token_ms)}`;
  return `${milliseconds(timings.total_ms)}${first}`;
}
