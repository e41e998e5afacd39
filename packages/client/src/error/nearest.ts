import { diffChars } from "diff";

/** Letters that are others, missing or too many, beyond which a word is another one. */
const MOST_MISTAKES = 2;

/** The one of `names` that was most likely meant by `word`, however it is joined: `max_output_tokens`; null where none is near. */
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

function mistakes(word: string, name: string): number {
  // What is this long is no name: to compare it would cost its length times that of each.
  if (word.length > name.length + MOST_MISTAKES) return Number.POSITIVE_INFINITY;
  const parts = diffChars(word, name);
  const count = (kind: "added" | "removed") =>
    parts.reduce((sum, part) => sum + (part[kind] ? part.value.length : 0), 0);
  return Math.max(count("added"), count("removed"));
}
