import { createHash } from "node:crypto";
import type { RequestDigest } from "../store/index.ts";
import { type SentCreate, settingsOf } from "./same-request.ts";

/** `[settings, previous response, items of input, all of them, the last of them]`; the three contents as their hashes. */
type Digest = readonly [settings: string, previous: string, count: number, whole: string, last: string];

/**
 * By which servers that share a store tell whether a create is the one that another of them has had, as
 * {@link isSameRequest} does where both are there. Where the first one told more of the conversation than the second, of
 * what they have in common the last item alone is compared.
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

/** The order in which an object's fields are told says nothing. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
