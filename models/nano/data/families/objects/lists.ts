import { type Draft, from, type Node, outerFrom, outerTo, type Sample, to } from "../../syntax/index.ts";

/** A formatter breaks longer lines, and where is a matter of taste. */
const LONGEST_LINE = 100;

/**
 * Appends `text` to a list in brackets, formatted like the list. Returns false if that is not a plain addition: there
 * is a comment, lines have several elements each, or a line would be too long.
 */
export function append(
  sample: Sample,
  draft: Draft,
  list: readonly Node[],
  closing: number,
  text: string,
): boolean {
  const last = list.at(-1);
  if (last === undefined) return false;
  const end = outerTo(sample.text, last);
  const rest = sample.text.slice(end, closing);
  if (!/^,?\s*$/.test(rest)) return false;
  const isBroken = rest.includes("\n");
  if (!isBroken) {
    const start = sample.lineStart(end);
    const grown = sample.lineEnd(end) - start + text.length + 2;
    if (rest.includes(",") || grown > LONGEST_LINE) return false;
    if (list.slice(1).some((one, i) => sample.text.slice(to(list[i] as Node), from(one)).includes("\n")))
      return false;
    draft.appendLeft(end, `, ${text}`);
    return true;
  }
  if (!list.every((one) => startsLine(sample, one))) return false;
  const indent = sample.indentAt(outerFrom(last));
  if (rest.startsWith(",")) draft.appendLeft(end + 1, `\n${indent}${text},`);
  else draft.appendLeft(end, `,\n${indent}${text}`);
  return true;
}

/** Removes one element from a list of at least two. Returns false if a comment may belong to it. */
export function takeOut(sample: Sample, draft: Draft, list: readonly Node[], one: Node): boolean {
  const index = list.indexOf(one);
  const before = list[index - 1];
  const after = list[index + 1];
  const start = outerFrom(one);
  if (before !== undefined && !/^,\s*$/.test(sample.text.slice(outerTo(sample.text, before), start)))
    return false;
  if (after === undefined) {
    if (before === undefined) return false;
    const line = sample.text.slice(to(one), sample.lineEnd(to(one)));
    if (/\/\/|\/\*/.test(line)) return false;
    draft.remove(outerTo(sample.text, before), outerTo(sample.text, one));
    return true;
  }
  const between = sample.text.slice(outerTo(sample.text, one), outerFrom(after));
  // A blank line separates groups: it would be unclear which group the next element belongs to.
  if (!/^,\s*$/.test(between) || /\n[ \t]*\n/.test(between)) return false;
  const above = sample.text.slice(0, start).trimEnd();
  if (before === undefined && above.endsWith("*/")) return false;
  // Removes whole lines if possible, to keep the indentation of what follows.
  if (between.includes("\n") && startsLine(sample, one))
    draft.remove(sample.lineStart(start), sample.lineStart(outerFrom(after)));
  else draft.remove(start, outerFrom(after));
  return true;
}

function startsLine(sample: Sample, node: Node): boolean {
  const start = outerFrom(node);
  return sample.text.slice(sample.lineStart(start), start).trim() === "";
}
