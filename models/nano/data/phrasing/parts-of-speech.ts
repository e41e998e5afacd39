import type { Form } from "./inflection.ts";

/** The contexts in which a word has the meaning that its synonyms share. */
interface Context {
  readonly before?: RegExp;
  readonly notBefore?: RegExp;
  readonly after?: RegExp;
  readonly notAfter?: RegExp;
  /** What the rest of the wording must match. */
  readonly anywhere?: RegExp;
}

const OBJECT =
  /^ (?:\{|[`'"]|(?:the|this|that|these|those|an?|its?|all|any|every|each|one|both|them|my|our|your|their|some|no|another|two|null|undefined|what|whatever|everything|anything|nothing)\b)/;

/**
 * What follows a noun or a verb without an object, including words that begin a clause of which the verb is not the
 * subject.
 */
const NO_OBJECT =
  /^(?:$|\W*$|[.,:;?!)]| +(?:for|on|in|by|to|of|is|are|was|when|whenever|if|does|do|doesn't|don't|with|without|from|at|as|should|must|needs?|has|have|were|can|can't|could|would|will|and|or|but|then|than|isn't|aren't|like|before|after|again|there|here|too|events?)\b| +[^\w{`'"])/;

/** In "add button does nothing", the word is part of the subject's name. */
const NAME_OF_SUBJECT =
  /^ (?!(?:the|an?|it|its|this|that|sure|certain)\b)[\w{}]+(?: [\w{}]+)? (?:is|are|does|do|doesn't|don't|should|must|needs|has|isn't|aren't|can|can't|was|were|stays|goes|comes|never|opens|closes|shows|leaves|throws|still|keeps|gets|fires|appears|says)\b/;

const CLAUSE = /(?:^|[,.:;?!)] |[-=]> |→ | - )$/;

/** What precedes a verb in a request, or an infinitive. */
const BEFORE_PLAIN_VERB =
  /(?:^|[,.:;?!)] |[-=]> |→ | - |\b(?:and|or|then|but|so|to|please|pls|should|must|can|could|will|would|may|might|cannot|can't|don't|not|never|let's|we|you|I|i|they|people|users|also|better|simply|rather|rather than|why|(?:make|makes|let|lets|have) (?:it|this|that|them)|(?<!\b(?:the|an?|its|no) )(?:just|only|always|now|first)) )$/;

/** The subset of {@link BEFORE_PLAIN_VERB} that asks to do something instead of stating that it is done. */
const BEFORE_IMPERATIVE =
  /(?:^|[,.:;?!)] |[-=]> |→ | - |\b(?:and|then|please|pls|to|should|let's|you|better|just|simply|rather|must) )$/;

const BEFORE_NOUN =
  /\b(?:the|an?|these|those|all|no|of|two|three|many|some|any|more|both|with|without|for|our|their|its|my|your|last|first|same) $/;

const PASSIVE =
  /\b(?:is|are|be|been|being|was|were|gets?|got|isn't|aren't|wasn't|weren't|has|have|had)(?: (?:not|never|also|only|just|always|still))? $/;

const CLAUSE_END = /^(?:$|[.,;:?!)])/;

/** Contexts of words that are also names of things in the language, in pages or in programs. */
const CONTEXTS: Readonly<Record<string, Context>> = {
  array: { notBefore: /\b(?:dependency|deps|typed) $/i },
  argument: { notBefore: /\b(?:query|url|search|route|path|type|rest|cli|line) $/i },
  async: { after: /^ (?:functions?|methods?|callbacks?|code|operations?|handlers?|generators?|loops?)\b/ },
  also: { before: /(?:^|[.;:] |\band )$/ },
  because: { notAfter: /^ of\b/ },
  "don't": { notAfter: /^ (?:you|we|they|I)\b/ },
  callback: { notAfter: /^ form\b/ },
  each: { after: /^ (?!of\b|other\b|in\b|on\b|to\b|gets?\b|and\b|or\b|with\b|has\b|is\b|time\b)[a-z{]/ },
  entries: { notBefore: /\b(?:menu|cart|nav|navigation|order|journal|log) $/ },
  entry: {
    notBefore: /\b(?:on|at|upon|menu|cart|nav|navigation|order|journal|log) $/,
    notAfter: /^ points?\b/,
  },
  expression: { notBefore: /\b(?:regular|cron) $/ },
  error: {
    anywhere:
      /\b(?:throw|throws|thrown|throwing|threw|rethrow\w*|rais\w+|catch|catches|caught|uncaught|swallow\w*)\b/,
    notBefore: /\b(?:type|syntax|api|server|network|validation) $/i,
    notAfter:
      /^(?::| (?:message|text|box|boundary|state|page|codes?|events?|handler|callback|object|class|response|status|banner|toast|fields?|types?|instances?)\b)/,
  },
  function: { notBefore: /: $/, notAfter: /^(?: ?\(| (?:keyword|declaration|object|component|type)\b)/ },
  here: {
    notBefore: /(?:^|\b(?:not|from|in|up|down|over|out|right|around|near|look|that's|is|are) )$/,
    after: CLAUSE_END,
  },
  "instead of": { notAfter: /^ \w+ing\b/ },
  "rather than": { notAfter: /^ \w+ing\b|^ (?!\{|the|an?)\w+ \{/ },
  item: { notBefore: /\b(?:menu|cart|nav|navigation|order) $/ },
  items: { notBefore: /\b(?:menu|cart|nav|navigation|order) $/ },
  missing: {
    before: /\b(?:is|are|was|were|be) $/,
    after: /^(?:$|[.,;:?!)]| (?:in|on|from|and|or|there)\b)/,
  },
  object: { notBefore: /\b(?:object|typeof|arguments) $/, notAfter: /^ Object\b/ },
  only: {
    notBefore: /\b(?:must|should|can|may|might|has|have|needs|the|not|to|if|it) $/,
    after: /^ (?:an?|the|one|two|three|want|need|\{)/,
  },
  parameter: { notBefore: /\b(?:query|url|search|route|path|type|rest|get) $/i },
  parameters: { notBefore: /\b(?:query|url|search|route|path|type|rest|get) $/i },
  plain: { notAfter: /^ (?:text|objects?|js|javascript|old|english|html)\b/i },
  possible: { before: /\b(?:be|is|if|it) $/ },
  property: { notBefore: /\b(?:css|custom|style|static) $/i },
  required: { before: /\b(?:is|are|be|isn't|aren't|was) $/, notAfter: /^ (?:by|for|to)\b/ },
  shorthand: { after: /^(?:$|[.,;:?!)]| (?:for|would|if|where|when|here)\b)/ },
  using: {
    notBefore:
      /\b(?:of|after|before|stop|stopped|by|without|while|when|keep|start|not|is|are|be|and|than|avoid|for|from) $/,
  },
  variable: {
    notBefore: /\b(?:environment|env|css|template|shell|global|module|member|instance|shared|state) $/i,
  },
  variables: {
    notBefore: /\b(?:environment|env|css|template|shell|global|module|member|instance|shared|state) $/i,
  },
  verbose: { before: /\b(?:too|so|is|are|very|less|rather) $/ },
  want: { notBefore: /\b(?:only|just|don't|not|what|users|people) $/ },
  when: {
    notBefore:
      /\b(?:only|just|even|exactly|know|knows|see|sees|tell|tells|say|says|from|since|until|is|are|of|like|and|or|as|on|for|at) $/,
    notAfter: /^(?:[?.,!]|$| (?:to|exactly|did|does|do|was|is|were|i|I|\w+ing)\b|.*\b(?:was|were|had)\b)/,
  },
  wrong: {
    before: /\b(?:is|are|was|looks?|the|an?|seems?) $/,
    notAfter: /^ (?:way|place|end|side|direction|one|person|hands|for|by|too)\b/,
  },
  incorrect: { notAfter: /^ (?:for|by)\b/ },
  turn: { after: /^ .*\binto\b/ },
  turns: { after: /^ .*\binto\b/ },
  turned: { after: /^ .*\binto\b/ },
  turning: { after: /^ .*\binto\b/ },
  use: { before: BEFORE_IMPERATIVE },
};

/** Whether a word that could be several parts of speech is this one between its neighbours. */
export function isUsedAs(word: string, form: Form | "other", before: string, after: string): boolean {
  const place = Object.hasOwn(CONTEXTS, word) ? CONTEXTS[word] : undefined;
  if (place !== undefined) {
    if (place.before?.test(before) === false || place.after?.test(after) === false) return false;
    if (place.notBefore?.test(before) || place.notAfter?.test(after)) return false;
    if (place.anywhere?.test(before + after) === false) return false;
  }
  switch (form) {
    case "other":
      return true;
    case "plain":
      return (
        BEFORE_PLAIN_VERB.test(before) &&
        !NO_OBJECT.test(after) &&
        !(CLAUSE.test(before) && NAME_OF_SUBJECT.test(after))
      );
    case "third":
      return !BEFORE_NOUN.test(before) && OBJECT.test(after);
    case "participle":
      return PASSIVE.test(before);
    case "gerund":
      return !BEFORE_NOUN.test(before) && OBJECT.test(after);
  }
}

/** Words used of code or in haste, but not of what a program does for its users. */
const COLLOQUIAL = /^(?:kill|los|cut|ditch|scrap|strip|do(?:es|ne|ing)? away|throw|clear)/;

const WITH_PARTICLE = / (?:out|in|up|down|away|back|off|on|right|over|round|apart|date)$/;

/** Whether a synonym fits between these neighbours. */
export function isFittingSynonym(
  other: string,
  form: Form | "other",
  before: string,
  after: string,
): boolean {
  if (form === "other")
    return other === "never"
      ? BEFORE_IMPERATIVE.test(before)
      : !(other === "in place of" && /^ \w+ing\b/.test(after));
  if (COLLOQUIAL.test(other) && other !== "throw" && !(form === "plain" && BEFORE_IMPERATIVE.test(before)))
    return false;
  if (WITH_PARTICLE.test(other) && /^ (?:it|them|this|that|these|those)\b/.test(after)) return false;
  if (/^(?:see|tak)\w* (?:to it|care)$/.test(other)) return /^ that\b/.test(after);
  // "replace by", "add to": these synonyms need other prepositions.
  if (/\bby\b/.test(after) && /^(?:swap|switch)/.test(other)) return false;
  if (/^ to\b/.test(after) && /^(?:includ|introduc|insert|put|br|t[ao]\w* o)/.test(other)) return false;
  if (other.startsWith("switch") && form === "plain" && other === "switch") return /\bto\b/.test(after);
  return true;
}
