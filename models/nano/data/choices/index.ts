export { type Case, Choices, capitalized, inWords, joinWords, RESERVED, wordsOf } from "./choices.ts";
export { NOUNS, VERBS } from "./words.ts";
