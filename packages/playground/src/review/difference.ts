import { ChangeSet, type Text } from "@codemirror/state";

/** Returns a single change from the first document to the second: everything between their common prefix and suffix. */
export function difference(before: Text, after: Text): ChangeSet {
  const old = before.toString();
  const next = after.toString();
  const shorter = Math.min(old.length, next.length);
  let head = 0;
  while (head < shorter && old.charCodeAt(head) === next.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    old.charCodeAt(old.length - 1 - tail) === next.charCodeAt(next.length - 1 - tail)
  ) {
    tail++;
  }
  const change = { from: head, to: old.length - tail, insert: after.slice(head, next.length - tail) };
  return ChangeSet.of(change, before.length);
}
