export { type Case, Choices, capitalized, joinWords, wordsOf } from "./choices.ts";
export { NOUNS, VERBS } from "./words.ts";
