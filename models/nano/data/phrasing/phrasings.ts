import type { Random } from "../random/index.ts";
import { articleFor, isPlural } from "./inflection.ts";
import { inManner } from "./manner.ts";
import { chooseWording, countWordings, slotsOf } from "./pattern.ts";
import { withSynonyms } from "./synonyms.ts";

/**
 * Values for a wording's slots. Slots whose name begins with `text` are prose and always quoted. Slots whose name
 * begins with `words` are part of the sentence and never quoted.
 */
export type Slots = Readonly<Record<string, string>>;

/**
 * The wordings of one edit. A pattern that begins with `=` is not a request ("=`{old}` should be called `{new}`") and
 * never follows "please". `unseen` ones are never trained on.
 */
export interface Phrasings {
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
  /** For training: words may be replaced by synonyms, and more phrases may surround the wording. */
  readonly isLoose?: boolean;
}

export type Familiarity = "seen" | "unseen";

/** Returns an instruction: a wording with its slots filled, in a random manner. */
export function phrase(phrasings: Phrasings, slots: Slots, familiarity: Familiarity, random: Random): string {
  return fillSlots(inManner(...chooseFitting(phrasings, slots, familiarity, random), random), slots, random);
}

/** Returns the bare wording with its slots filled, as part of a longer instruction. */
export function phraseBare(
  phrasings: Phrasings,
  slots: Slots,
  familiarity: Familiarity,
  random: Random,
): string {
  const [wording] = chooseFitting(phrasings, slots, familiarity, random);
  return fillSlots(wording, slots, random);
}

export function countPhrasings({ seen, unseen }: Phrasings): { seen: number; unseen: number } {
  const sum = (patterns: readonly string[]) => patterns.reduce((total, one) => total + countWordings(one), 0);
  return { seen: sum(seen), unseen: sum(unseen) };
}

/** Whether there is a wording for these slots: some edits fill some slots only in some cases. */
export function isPhrasable(phrasings: Phrasings, slots: Slots, familiarity: Familiarity): boolean {
  return usablePatterns(phrasings[familiarity], slots).length > 0;
}

function usablePatterns(patterns: readonly string[], slots: Slots): string[] {
  return patterns.filter((pattern) => [...slotsOf(pattern)].every((slot) => slot in slots));
}

function chooseFitting(phrasings: Phrasings, slots: Slots, familiarity: Familiarity, random: Random) {
  const own = usablePatterns(phrasings[familiarity], slots);
  const pattern = random.pick(own.length > 0 ? own : usablePatterns(phrasings.seen, slots));
  const isRequest = !pattern.startsWith("=");
  const isLoose = phrasings.isLoose === true;
  // An empty choice leaves the spaces around it.
  const wording = chooseWording(isRequest ? pattern : pattern.slice(1), random)
    .replace(/ {2,}/g, " ")
    .trim();
  return [
    isLoose && random.chance(REWORDED_SHARE) ? withSynonyms(wording, REWORDED_WORDS, random) : wording,
    { unseen: familiarity === "unseen", isRequest, isLoose },
  ] as const;
}

/** Share of loose wordings that get synonyms, and share of words replaced in them. */
const REWORDED_SHARE = 0.5;
const REWORDED_WORDS = 0.5;

const QUOTES = ["", "", "", "", "", "`", "`", "`", "'", '"'];

function fillSlots(wording: string, slots: Slots, random: Random): string {
  const usual = random.pick(QUOTES);
  const agreed = withAgreement(wording, slots);
  return agreed.replace(/`?\{(\w+)\}`?/g, (matched, slot: string, at: number) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`"${wording}" needs the slot ${slot}`);
    if (slot.startsWith("words")) return value;
    if (slot.startsWith("text")) return value.includes('"') ? `'${value}'` : `"${value}"`;
    const isPlain = /^[\w$.\-[\]]+$/.test(value);
    // A value that has quotes or several words must be set off from the words around it.
    const isPart =
      BEFORE_IN_CODE.test(agreed.slice(0, at)) || AFTER_IN_CODE.test(agreed.slice(at + matched.length));
    const quote =
      value.includes("`") || (isPart && isPlain) ? "" : isPlain && !/['"]/.test(value) ? usual : "`";
    return `${quote}${value}${quote}`;
  });
}

/** Matches before a slot that is part of code or of a path, where quotes around the slot would be wrong. */
const BEFORE_IN_CODE =
  /(?:[\w})\]][.=/-]|[\w})\]]\?\.|\/:|(?:^|[\s(])(?:\.{1,3}|\.?\/|-{1,2}|[<@#$])|<\/|[\w(]["'`$]|[\w.]\()$/;
const AFTER_IN_CODE = /^(?:[./?-][\w{]|\?\.|\(|\/?>|=[\w{"'`]|\[)/;

/** Makes the wording's articles and verbs agree with the slots' values. */
function withAgreement(wording: string, slots: Slots): string {
  return wording
    .replace(/\b([Aa]n?)(?= `?\{(\w+)\})/g, (article, _, slot: string) => {
      const value = slots[slot] ?? "";
      return /^[A-Za-z]/.test(value) && !slot.startsWith("text") ? articleFor(value, article) : article;
    })
    .replace(SLOT_AND_VERB, (whole, name: string, slot: string, verb: string, at: number, text: string) => {
      const value = slots[slot] ?? "";
      if (!isPlural(value)) return whole;
      const before = text.slice(Math.max(0, at - 12), at);
      // A name in code is singular, whatever it names: "`items` is undefined".
      const isSpoken = slot.startsWith("words") || (/\bthe $/i.test(before) && /^[a-z ]+$/.test(value));
      if (!isSpoken || /\b(?:of|of the|each|every|one|an?|no) $/i.test(before)) return whole;
      return `${name} ${PLURAL_VERBS[verb] ?? verb}`;
    });
}

const SLOT_AND_VERB =
  /(`?\{(\w+)\}`?) (is|isn't|has|hasn't|was|wasn't|does|doesn't|needs|shows|goes|comes|gets|stays|looks|changes)\b/g;

const PLURAL_VERBS: Readonly<Record<string, string>> = {
  is: "are",
  "isn't": "aren't",
  has: "have",
  "hasn't": "haven't",
  was: "were",
  "wasn't": "weren't",
  does: "do",
  "doesn't": "don't",
  needs: "need",
  shows: "show",
  goes: "go",
  comes: "come",
  gets: "get",
  stays: "stay",
  looks: "look",
  changes: "change",
};
