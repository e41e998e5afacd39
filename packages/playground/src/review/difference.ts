import { ChangeSet, type Text } from "@codemirror/state";

/** One change that makes the first document the second: all between what both begin and what both end with. */
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
