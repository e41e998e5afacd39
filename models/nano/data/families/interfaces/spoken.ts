import { type Choices, wordsOf } from "../../choices/index.ts";
import type { Sample } from "../../syntax/index.ts";
import type { Edit } from "../family.ts";

/** A name as it is said: `pageSize` is "page size". */
export function spoken(name: string): string {
  return wordsOf(name).join(" ");
}

/** Words with the article before them. */
export function withArticle(words: string): string {
  return /^(?:[aeio]|un(?!i)|up)/.test(words) && !/^(?:one\b|once|eu)/.test(words)
    ? `an ${words}`
    : `a ${words}`;
}

export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

type Apply = (sample: Sample, choose: Choices) => Edit | undefined;

/** The edit of the code at hand; where that gives no occasion, now and then one of made-up code. */
export function orComposed(apply: Apply, compose: (choose: Choices) => Edit, share = 0.04): Apply {
  return (sample, choose) => apply(sample, choose) ?? (choose.chance(share) ? compose(choose) : undefined);
}
