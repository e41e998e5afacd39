import { isDeepStrictEqual } from "node:util";
import type { CreateRequest } from "@flint/protocol";

/** A create as its client sent it, over either door. */
export type SentCreate = CreateRequest & { readonly generate?: boolean };

/** What tells how a request comes and for how long its answer is kept, not what is asked. */
const OF_ITS_WAY = new Set(["type", "stream", "stream_id", "input", "previous_response_id", "flint"]);

/**
 * Whether a create asks the same as another. A client that has lost its connection may tell the conversation that it named
 * before, or the other way round: the input of one then ends with that of the other.
 */
export function isSameRequest(one: SentCreate, other: SentCreate): boolean {
  return isDeepStrictEqual(settingsOf(one), settingsOf(other)) && isSameInput(one, other);
}

function isSameInput(one: SentCreate, other: SentCreate): boolean {
  const [ours, theirs] = [one.input, other.input];
  if ((one.previous_response_id ?? null) === (other.previous_response_id ?? null)) {
    return isDeepStrictEqual(ours, theirs);
  }
  const least = Math.min(ours.length, theirs.length);
  return isDeepStrictEqual(ours.slice(ours.length - least), theirs.slice(theirs.length - least));
}

/** What is said to be null is not said; what is the same said or not, is said. */
export function settingsOf(sent: SentCreate): ReadonlyMap<string, unknown> {
  const said = Object.entries(sent).filter(([name, value]) => value != null && !OF_ITS_WAY.has(name));
  const { grace: _, ...flint } = sent.flint ?? {};
  return new Map<string, unknown>([
    ...said,
    ["store", sent.store ?? true],
    ["generate", sent.generate ?? true],
    ["flint", flint],
  ]);
}
