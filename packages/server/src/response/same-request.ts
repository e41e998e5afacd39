import { isDeepStrictEqual } from "node:util";
import type { CreateRequest } from "@flint/protocol";

/** A create as its client sent it, over HTTP or WebSocket. */
export type SentCreate = CreateRequest & { readonly generate?: boolean };

/** Fields about transport and retention rather than the question, or compared separately. */
const OF_ITS_WAY = new Set(["type", "stream", "stream_id", "input", "previous_response_id", "flint"]);

/**
 * Whether two creates ask the same. After a lost connection, a client may send the conversation that it named by id
 * before, or vice versa: the input of one then ends with that of the other.
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

/** Returns a create's settings: nulls are left out, and defaults filled in. */
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
