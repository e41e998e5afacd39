/**
 * Adapts the replacement to `old`, the lines found for `search`, which may differ from it. Lines that the model meant
 * to keep stay as they are in the code. The others get the code's indentation, derived from that of the search part, as
 * do kept lines at another depth.
 */
export function fitReplacement(
  search: readonly string[],
  replace: readonly string[],
  old: readonly string[],
): readonly string[] {
  const [wanted, lines] = search.length === old.length ? [search, replace] : trimBlankEnds(search, replace);
  if (wanted.every((line, index) => line === old[index])) return lines;
  const kept = new Map<string, string>();
  /** A line in the code by its words; null if the code has several lines with the same words but different text. */
  const words = new Map<string, string | null>();
  const indentations = new Map<string, string>();
  for (const [index, line] of wanted.entries()) {
    const own = old[index] ?? "";
    if (isBlank(line)) continue;
    kept.set(line, own);
    const ownWords = own.slice(indentationOf(own).length);
    const known = words.get(line.trim());
    words.set(line.trim(), known === undefined || known === ownWords ? ownWords : null);
    if (!indentations.has(indentationOf(line))) indentations.set(indentationOf(line), indentationOf(own));
  }
  return lines.map((line) => {
    if (isBlank(line)) return line;
    const indentation = indentationOf(line);
    return (
      kept.get(line) ??
      reindent(indentation, indentations) + (words.get(line.trim()) ?? line.slice(indentation.length))
    );
  });
}

/** Removes blank lines around the search part, which the code does not have, from both parts. */
function trimBlankEnds(
  search: readonly string[],
  replace: readonly string[],
): [search: readonly string[], replace: readonly string[]] {
  const first = search.findIndex((line) => line.trim() !== "");
  const last = search.findLastIndex((line) => line.trim() !== "");
  let start = 0;
  let end = replace.length;
  while (start < first && start < end && isBlank(replace[start])) start++;
  for (let left = search.length - 1 - last; left > 0 && end > start && isBlank(replace[end - 1]); left--)
    end--;
  return [search.slice(first, last + 1), replace.slice(start, end)];
}

/**
 * Maps an indentation by the longest one of the search part that it starts with, or else by the shortest one that
 * extends it.
 */
function reindent(indentation: string, indentations: ReadonlyMap<string, string>): string {
  // If other lines are indented as in the code, a first line without indentation says nothing about them.
  const isIndentedAlike = [...indentations].some(([known, own]) => known !== "" && known === own);
  const candidates = [...indentations.keys()]
    .filter((known) => known !== "" || indentation === "" || !isIndentedAlike)
    .sort((one, other) => one.length - other.length);
  const best = candidates.findLast((known) => indentation.startsWith(known));
  if (best !== undefined) return (indentations.get(best) ?? best) + indentation.slice(best.length);
  const longer = candidates.find((known) => known.startsWith(indentation));
  if (longer === undefined) return indentation;
  const own = indentations.get(longer) ?? longer;
  const rest = longer.slice(indentation.length);
  return own.endsWith(rest) ? own.slice(0, own.length - rest.length) : indentation;
}

function indentationOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === "";
}
