/** Maximum number of typing mistakes. */
const MOST_MISTAKES = 2;

/**
 * Returns the one of `names` that was most likely meant by `word`, ignoring case and separators (`max_output_tokens`);
 * null if none is close.
 */
export function nearest(word: string, names: readonly string[]): string | null {
  const [best] = names
    .map((name) => ({ name, mistakes: mistakes(plain(word), plain(name)) }))
    // A short word is close to every word of its length.
    .filter(({ name, mistakes }) => mistakes <= MOST_MISTAKES && mistakes < name.length - 1)
    .sort((one, other) => one.mistakes - other.mistakes);
  return best?.name ?? null;
}

function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** Returns the number of missing, additional, different and swapped letters. */
function mistakes(word: string, name: string): number {
  // Something this long is not a name, and comparing it would be slow.
  if (word.length > name.length + MOST_MISTAKES) return Number.POSITIVE_INFINITY;
  let [before, last]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: name.length + 1 }, (_, n) => n),
  ];
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= name.length; j++) {
      const isSame = word[i - 1] === name[j - 1];
      const least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      const isSwapped = word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1];
      row.push(isSwapped ? Math.min(least, at(before, j - 2) + 1) : least);
    }
    [before, last] = [last, row];
  }
  return at(last, name.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
