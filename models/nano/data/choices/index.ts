export { type Case, Choices, capitalized, joinWords, spoken, wordsOf } from "./choices.ts";
export { NOUNS, VERBS } from "./words.ts";
