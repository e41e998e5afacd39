export { type Case, Choices, capitalized, joinWords, RESERVED, spoken, wordsOf } from "./choices.ts";
export { NOUNS, VERBS } from "./words.ts";
