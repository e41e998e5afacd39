import type { Random } from "../random/index.ts";
import { articleFor, FORMS, type Form, formOf, isPlural } from "./inflection.ts";
import { isFittingSynonym, isUsedAs } from "./parts-of-speech.ts";
import { OTHERS, PLAIN_VERBS, SET_PHRASES, VERBS } from "./synonym-tables.ts";

/** The synonyms of a word in one of its parts of speech. */
interface Meaning {
  readonly form: Form | "other";
  readonly others: readonly string[];
}

interface SynonymIndex {
  readonly pattern: RegExp;
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
}

function buildIndex(): SynonymIndex {
  const meanings = new Map<string, Meaning[]>();
  const addMeaning = (word: string, form: Meaning["form"], all: readonly string[]) => {
    const others = all.filter((one) => one !== word);
    if (others.length > 0) meanings.set(word, [...(meanings.get(word) ?? []), { form, others }]);
  };
  const lines = (table: string) =>
    table
      .trim()
      .split("\n")
      .map((line) => line.split(" > ").map((part) => part.split(", ")) as [string[], string[]?]);
  const addVerbs = (table: string, forms: readonly Form[]) => {
    for (const [either, more = []] of lines(table))
      for (const form of forms) {
        const all = [...either, ...more].map((one) => formOf(one, form));
        for (const word of either) addMeaning(formOf(word, form), form, all);
      }
  };
  for (const [either, more = []] of lines(OTHERS))
    for (const word of either) addMeaning(word, "other", [...either, ...more]);
  addVerbs(VERBS, FORMS);
  addVerbs(PLAIN_VERBS, ["plain"]);
  // A method of strings and arrays, not a verb of the sentence.
  meanings.delete("includes");
  // "x replaces y" does not mean that x exchanges y.
  meanings.delete("replaces");
  // "fixed" also means unchangeable.
  meanings.delete("fixed");
  const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length);
  // Only between plain words: `console.log`, `no-var` and slots are names.
  const pattern = new RegExp(`(?<![\\w.\`'"/{-])(${longestFirst.join("|")})(?![\\w\`'"/(}-]|\\.\\w)`, "g");
  return { pattern, meanings };
}

let synonymIndex: SynonymIndex | undefined;

/**
 * Replaces each word of the wording with a synonym with the given probability, if it is used as the synonym's part of
 * speech. Slots stay unchanged.
 */
export function withSynonyms(wording: string, probability: number, random: Random): string {
  synonymIndex ??= buildIndex();
  const { pattern, meanings } = synonymIndex;
  const changed = wording.replace(pattern, (word, _, at: number) => {
    if (!random.chance(probability) || isInSetPhrase(wording, at)) return word;
    const before = wording.slice(0, at);
    const after = wording.slice(at + word.length);
    if (MODALS.has(word) && beginsQuestion(before, after)) return word;
    const others = (meanings.get(word) ?? [])
      .filter(({ form }) => isUsedAs(word, form, before, after))
      .flatMap((meaning) =>
        meaning.others.filter((other) => isFittingSynonym(other, meaning.form, before, after)),
      );
    if (others.length === 0) return word;
    const other = agreeWithSubject(random.pick(others), before);
    return /\b[Aa]n? $/.test(before) ? REPLACED_MARK + other : other;
  });
  return changed.includes(REPLACED_MARK)
    ? changed.replace(
        ARTICLE_BEFORE_MARK,
        (_, article: string, rest: string) => `${articleFor(rest, article)} ${rest}`,
      )
    : changed;
}

/** Marks a replaced word that follows an article. */
const REPLACED_MARK = "¤";
const ARTICLE_BEFORE_MARK = /\b([Aa]n?) ¤(\w+)/g;

const SET_PHRASE = new RegExp(`\\b(?:${SET_PHRASES.join("|")})\\b`, "g");

/** Whether a word is part of a set phrase. */
function isInSetPhrase(text: string, at: number): boolean {
  for (const phrase of text.matchAll(SET_PHRASE))
    if (at >= phrase.index && at < phrase.index + phrase[0].length) return true;
  return false;
}

const MODALS: ReadonlySet<string> = new Set(["should", "must", "ought to", "can't", "cannot"]);

/** Whether a modal begins a question: nobody says "needs to this be optional?". */
function beginsQuestion(before: string, rest: string): boolean {
  if (!/(?:^|[,.:;?!] |\b(?:why|what|how|where|when|which) )$/.test(before)) return false;
  return /^ (?:$|(?:this|that|it|we|the|there|I|you|they|an?|any|these|those)\b)/.test(rest);
}

const PLURAL_OF: Readonly<Record<string, string>> = {
  "needs to": "need to",
  "has to": "have to",
  "is supposed to": "are supposed to",
};

/** Puts a verb form into the plural if its subject is a plural, "I" or "you". */
function agreeWithSubject(words: string, before: string): string {
  const plural = PLURAL_OF[words];
  if (plural === undefined) return words;
  const [subject = ""] = /[\w']+(?= $)/.exec(before) ?? [];
  if (subject === "I") return plural.replace("are", "am");
  return isPlural(subject) || /^(?:you|we|they|people|these|those|both|all)$/.test(subject) ? plural : words;
}
