/** Mistakes of typing beyond which a word is another one. */
const MOST_MISTAKES = 2;

/**
 * The one of `names` that was most likely meant by `word`, in whatever case and however it is joined (`max_output_tokens`);
 * null where none is near.
 */
export function nearest(word: string, names: readonly string[]): string | null {
  const [best] = names
    .map((name) => ({ name, mistakes: mistakes(plain(word), plain(name)) }))
    // A short word is near to all of its length.
    .filter(({ name, mistakes }) => mistakes <= MOST_MISTAKES && mistakes < name.length - 1)
    .sort((one, other) => one.mistakes - other.mistakes);
  return best?.name ?? null;
}

function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** Letters that are missing, too many, others, or swapped with the next one. */
function mistakes(word: string, name: string): number {
  // What is this long is no name: to compare it would cost its length times that of each.
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
