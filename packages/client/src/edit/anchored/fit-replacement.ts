/**
 * The replacement as it goes in the place of `old`, which was found for `search` and may differ from it. Lines that the
 * model meant to keep are kept as they are in the code; the others get its indentation.
 */
export function fitReplacement(
  search: readonly string[],
  replace: readonly string[],
  old: readonly string[],
): readonly string[] {
  const [wanted, lines] =
    search.length === old.length ? [search, replace] : withoutBlankEnds(search, replace);
  if (wanted.every((line, index) => line === old[index])) return lines;
  const kept = new Map<string, string>();
  /** By its words alone; null where lines of the same words stand differently in the code. */
  const alike = new Map<string, string | null>();
  const indentations = new Map<string, string>();
  for (const [index, line] of wanted.entries()) {
    const own = old[index] ?? "";
    if (line.trim() === "") continue;
    kept.set(line, own);
    const words = line.trim();
    alike.set(words, (alike.get(words) ?? own) === own && alike.get(words) !== null ? own : null);
    if (!indentations.has(indentationOf(line))) indentations.set(indentationOf(line), indentationOf(own));
  }
  return lines.map((line) => kept.get(line) ?? alike.get(line.trim()) ?? reindented(line, indentations));
}

/** Blank lines around the search part that the code has not are taken off both parts. */
function withoutBlankEnds(
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

/** By the longest indentation of the search part that the line begins with. */
function reindented(line: string, indentations: ReadonlyMap<string, string>): string {
  const indentation = indentationOf(line);
  let best = "";
  for (const known of indentations.keys())
    if (indentation.startsWith(known) && known.length >= best.length) best = known;
  const instead = indentations.get(best);
  return line.trim() === "" || instead === undefined ? line : instead + line.slice(best.length);
}

function indentationOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === "";
}
