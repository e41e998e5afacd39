import { createHash } from "node:crypto";
import type { RequestDigest } from "../store/index.ts";
import { type SentCreate, settingsOf } from "./same-request.ts";

/** `[settings, previous response, number of input items, all of them, the last one]`; the contents as hashes. */
type Digest = readonly [settings: string, previous: string, count: number, whole: string, last: string];

/**
 * Returns the digest by which servers that share a store recognize a repeated create, as {@link isSameRequest} does on
 * one server. If the first create contained more of the conversation than the second, only the last item is compared.
 */
export function digestOf(sent: SentCreate): RequestDigest {
  const { input } = sent;
  const settings = hashOf(Object.fromEntries(settingsOf(sent)));
  const previous = sent.previous_response_id ?? "";
  const digest: Digest = [settings, previous, input.length, hashOf(input), hashOf(input.slice(-1))];
  return {
    text: JSON.stringify(digest),
    isSame(before) {
      const [theirSettings, theirPrevious, count, whole, last]: Digest = JSON.parse(before);
      if (theirSettings !== settings) return false;
      if (theirPrevious === previous) return count === input.length && whole === digest[3];
      if (count <= input.length) return hashOf(input.slice(input.length - count)) === whole;
      return input.length === 0 || last === digest[4];
    },
  };
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value, sorted)).digest("base64url");
}

/** Sorts the fields of objects: their order does not matter. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
