import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";
import type { Leaf } from "./leaf.ts";

/** Names that edits bring in without declaring them: globals of the language and of its hosts. */
const KNOWN = new Set(
  (
    "undefined NaN Infinity globalThis window document console process global require module exports Object Array " +
    "String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet Promise Proxy Reflect Error " +
    "TypeError RangeError SyntaxError AggregateError Intl URL URLSearchParams TextEncoder TextDecoder AbortController " +
    "AbortSignal EventTarget Event Headers Request Response FormData Blob File Uint8Array Uint16Array Uint32Array " +
    "Int8Array Int32Array Float32Array Float64Array ArrayBuffer DataView atob btoa crypto navigator location Function " +
    "Generator AsyncGenerator Iterator AsyncIterator AsyncIterable PromiseLike ArrayLike ReadonlyMap ReadonlySet JSX " +
    "setTimeout clearTimeout setInterval clearInterval setImmediate queueMicrotask structuredClone fetch performance " +
    "parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI Buffer React " +
    "Record Partial Readonly Required Pick Omit Exclude Extract ReturnType Parameters ReadonlyArray Iterable Awaited " +
    "NonNullable arguments async of get set static as satisfies unknown any never"
  ).split(" "),
);

/** Names that are used and declared no longer, and names that come out of nowhere. */
export function undeclaredNames({ old, now, request }: Change): ScopeConcern[] {
  const declaredBefore = new Set(old.filter(({ declares }) => declares).map(({ text }) => text));
  const declaredNow = new Set(now.filter(({ declares }) => declares).map(({ text }) => text));
  const heardOf = new Set(old.map(({ text }) => text));
  const told = new Set<string>();
  const concerns: ScopeConcern[] = [];
  for (const leaf of now) {
    const { text, line } = leaf;
    if (leaf.kind !== "name" || declaredNow.has(text) || told.has(text)) continue;
    const isLost = declaredBefore.has(text);
    if (!isLost && (heardOf.has(text) || KNOWN.has(text) || request.names(text) || isWrittenIn(text, old)))
      continue;
    told.add(text);
    const what = isLost ? "is used and no longer declared" : "is used and declared nowhere";
    concerns.push({ kind: "undeclared", line: line + 1, message: `"${text}" ${what}` });
  }
  return concerns;
}

/** Whether a comment or a text of the code has the name in it. */
function isWrittenIn(name: string, leaves: readonly Leaf[]): boolean {
  return leaves.some(({ kind, text }) => (kind === "comment" || kind === "text") && text.includes(name));
}
