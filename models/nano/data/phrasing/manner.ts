import type { Random } from "../random/index.ts";
import { AROUND_REQUESTS, AROUND_STATEMENTS } from "./around.ts";

/** Phrases that people put around a request, `{}`. */
const SEEN_REQUESTS = [
  "please {}",
  "{} please",
  "{}, please",
  "can you {}?",
  "could you {}?",
  "could you please {}",
  "can you please {}?",
  "I want you to {}",
  "I'd like you to {}",
  "hey, {}",
  "let's {}",
  "now {}",
  "you should {}",
  "just {}",
  "ok, {}",
  "we need to {}",
  "{} here",
  "{} in this code",
  "{}. Keep everything else as it is.",
  "{}. Do not change anything else.",
  "{}, nothing else",
  "please {} and leave the rest unchanged",
  "In this code, {}.",
  "Hi! Could you {}? Thanks!",
  "{} pls",
  "{}, thanks",
  "pls {}",
  "For the code below: {}.",
  "I think we should {}.",
];

const UNSEEN_REQUESTS = [
  "kindly {}",
  "would you {}?",
  "go ahead and {}",
  "I need you to {}",
  "{}, but touch nothing besides that",
  "it would be great if you could {}",
  "my reviewer asked me to {}",
  "{}, cheers",
  "next, {}",
  "do me a favour and {}",
];

/** Phrases around a wording that is not a request, such as "it should be called x". */
const SEEN_STATEMENTS = [
  "{}",
  "{}",
  "{}.",
  "{}!",
  "{}, please",
  "hey, {}",
  "{}. Keep everything else as it is.",
];
const UNSEEN_STATEMENTS = ["{}, cheers", "I noticed: {}", "{}, nothing more"];

const ABBREVIATIONS = {
  function: ["func", "fn"],
  variable: ["var"],
  parameter: ["param", "arg"],
  please: ["pls", "plz"],
};

export interface Manner {
  /** Whether to use the phrases kept for measuring. */
  readonly unseen: boolean;
  /** Whether the wording is a request, which may follow "please". */
  readonly isRequest: boolean;
  /** Whether to use the phrases for training only, too. */
  readonly isLoose?: boolean;
}

/** Returns the wording as different people would say it: politely, tersely, in haste. Slots stay unchanged. */
export function inManner(
  wording: string,
  { unseen, isRequest, isLoose = false }: Manner,
  random: Random,
): string {
  let text = wording;
  if (isLoose && random.chance(0.35))
    text = insertInto(random.pick(isRequest ? AROUND_REQUESTS : aroundStatement(text)), text);
  else if (random.chance(unseen ? 0.6 : 0.45)) {
    const around = isRequest
      ? unseen && random.chance(0.6)
        ? UNSEEN_REQUESTS
        : SEEN_REQUESTS
      : unseen && random.chance(0.6)
        ? UNSEEN_STATEMENTS
        : SEEN_STATEMENTS;
    text = insertInto(random.pick(around), text);
  } else if (random.chance(0.2) && !/[.?!]$/.test(text)) text += ".";
  if (random.chance(0.35)) text = text.charAt(0).toUpperCase() + text.slice(1);
  return random.chance(0.12) ? asTypedInHaste(text, random) : text;
}

/**
 * Returns the phrases that may surround a statement. "I think that" needs a whole sentence, so it does not fit
 * questions, notes, headings or wordings that begin with their verb.
 */
function aroundStatement(wording: string): readonly string[] {
  const isSentence =
    !/\?|^[\w ]{1,20}: /.test(wording) && FINITE_VERB.test(wording) && !NO_SUBJECT.test(wording);
  return isSentence ? AROUND_STATEMENTS : AROUND_REMARKS;
}

const NO_SUBJECT =
  /^(?:why|how|what|where|when|who|which|can|can't|cannot|could|couldn't|should|shouldn't|must|mustn't|ought|need|needs|has|have|haven't|had|is|isn't|are|aren't|was|were|will|won't|would|does|doesn't|do|did|didn't|don't|takes|makes|gets|gives|goes|shows|says|stays|looks|returns|throws|crashes|breaks|fails|uses|never|still|not|only|just|also|even|always|forgot|hey|want|got|expected|better|ok|[a-z]+, )\b/i;

const AROUND_REMARKS = AROUND_STATEMENTS.filter((one) =>
  /: "?\{\}"?\.?$|^(?:hmm|ok, so|btw|by the way|actually|Looking at this again|Sorry for being picky, but), \{\}$/.test(
    one,
  ),
);
const FINITE_VERB =
  /\b(?:is|are|was|were|has|have|had|do|does|did|can|could|should|must|will|would|may|might|ought|needs?|wants?|gets?|goes|comes|belongs?|shows?|stays?|looks?|makes?|takes?|gives?|throws?|crashes|breaks|fails?|returns?|uses?|says|isn't|aren't|wasn't|hasn't|haven't|don't|doesn't|didn't|can't|cannot|couldn't|shouldn't|mustn't|won't|wouldn't|it's|that's|there's|I'd|we'd)\b/;

/** Puts a phrase around a wording and mends combinations that nobody writes, such as "to don't" and "?.". */
function insertInto(around: string, wording: string): string {
  const isInfinitive =
    /(?:\b(?:to|you|let's|better|should|could|well|somebody|can we|could we)|you please) \{\}/i.test(around);
  const inner = isInfinitive ? wording.replace(/^(?:don't|do not) /i, "not ") : wording;
  return around
    .replace("{}", () => inner)
    .replace(/([?!])(?:[.!]|, (?:please|cheers|nothing more))$/, "$1")
    .replace(/([?!])\. /, "$1 ");
}

function asTypedInHaste(text: string, random: Random): string {
  const parts = text.split(/(\{\w+\})/);
  const isSlot = (part: string) => part.startsWith("{");
  const hurried = parts.map((part, index) => {
    if (isSlot(part)) return part;
    // A dot before a slot is not a full stop.
    const isLast = index === parts.length - 1;
    let words = random.chance(0.6) ? part.toLowerCase() : part;
    if (random.chance(0.5)) words = words.replace(isLast ? /[.!?](\s|$)/g : /[.!?](\s)/g, "$1");
    for (const [word, shorter] of Object.entries(ABBREVIATIONS))
      if (random.chance(0.3)) words = words.replace(new RegExp(`\\b${word}\\b`, "i"), random.pick(shorter));
    return words;
  });
  if (random.chance(0.5)) {
    const index = random.below(hurried.length);
    const part = hurried[index] ?? "";
    if (!isSlot(part)) hurried[index] = withTypo(part, random);
  }
  return hurried.join("");
}

/** Adds one typing error to a longer word that is not code. */
function withTypo(text: string, random: Random): string {
  const words = [...text.matchAll(/(?<![\w.`'"(/-])[a-z]{5,}(?![\w`'"(/-]|\.\w)/gi)];
  const word = random.pickIfAny(words);
  if (word === undefined) return text;
  const at = word.index + random.between(1, word[0].length - 3);
  const pair = text.slice(at, at + 2);
  const slip = random.pick([`${pair[1]}${pair[0]}`, pair[0] ?? "", `${pair[0]}${pair}`]);
  return text.slice(0, at) + slip + text.slice(at + 2);
}
