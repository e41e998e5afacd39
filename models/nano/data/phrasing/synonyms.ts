import type { Random } from "../random/index.ts";
import { articleFor, FORMS, formOf, isPlural } from "./inflection.ts";

/**
 * Verbs that ask for the same, whatever the edit. Any of a line may stand for any other; what follows `>` only takes the
 * place of what stands before it. A verb of several words has its particle at the end. No word stands before the `>` that
 * wordings have as a noun, too ("the state", "the document"), or that is as well another verb's ("correct").
 */
const VERBS = `
remove, delete, drop, eliminate, discard, erase > get rid of, take out, strip out, throw out, throw away, kill, lose, cut, do away with, ditch, clear out, scrap
add > insert, introduce, include, put in, bring in
introduce > add, put in, bring in
convert, transform > change, turn, rewrite, switch, rework, recast
rewrite > redo, rework, recast, reformulate, rephrase, express, convert
turn > convert, transform, make, change
replace > swap, substitute, exchange, switch out, swap out
extract > pull out, factor out, lift out, move out, split out, isolate, carve out, take out
wrap > enclose, put
rename > relabel, retitle
move > relocate, shift, bring, transfer
simplify > shorten, streamline, condense, boil down, tidy up, clean up
merge, combine > join, unite, consolidate, unify, bring together, collapse
invert, flip > reverse, turn around, turn round
throw > raise
fix, repair > mend, patch, resolve, sort out, correct, put right, straighten out
verify > check, validate, make certain, confirm
ensure, make sure > guarantee, see to it, make certain, take care
handle > take care of, deal with, cope with
declare, define > write, state
specify > give, spell out, write down, put down, indicate, state
avoid > steer clear of, stay away from
prevent > stop, avoid
prefer > favour, favor, opt for, like
hoist > lift, pull up, move up, pull out, take out
optimize, optimise > speed up, tune, accelerate, improve
destructure > unpack
swap out > switch out, exchange, take out
swap > exchange, switch, trade, interchange, flip
reorder > rearrange, reshuffle
pass > hand, send
accept > take, allow, support
keep > retain, preserve
ignore > disregard
skip > leave out, pass over
omit > leave out, skip, drop
allow > permit
create > build, make, produce
iterate > loop, go, run, cycle
append > tack on, add
collect > gather, accumulate, assemble
expand > spell out, unfold, write out, unroll
shorten > abbreviate, trim, condense
inline > fold in
compute, calculate > work out, evaluate, determine, figure out
modernize, modernise > update, bring up to date, refresh
restore > bring back, put back, reinstate
`;

/**
 * Nouns, adjectives, and other words; as with the verbs. Plurals are lines of their own where they are usual, and so are
 * verbs whose other forms are nouns ("uses", "logs", "changes").
 */
const OTHERS = `
use > employ, utilize, go for, go with, make use of, switch to
using > with, by means of, via, with the help of
change > switch, alter
log, print > output, write out
guard > protect, shield, safeguard, secure
mark > flag, tag, label
function > func, fn, routine
functions > funcs, fns, routines
variable > local variable, local
variables > local variables, locals
parameter, argument > param, arg
parameters, arguments > params, args
callback > callback function, handler, function
condition, predicate > check, test
error, exception
error message > error text, text of the error, message
property > attribute, prop, field, member
properties > attributes, props, fields, members
array, list > collection
arrays, lists > collections
expression > expr
item, entry > element
items, entries > elements
object > obj
default value > default, fallback, standard value, preset
return value > result, returned value
identifier > name
this code > this snippet, this piece of code, this source, this code block
doc comment, documentation comment > doc block, docs, docblock
ternary, conditional expression > conditional operator, ternary operator, ternary expression, question mark operator
arrow function > arrow, lambda, fat arrow, arrow fn, arrow expression
template literal, template string > interpolated string, backtick string, string template, string interpolation
template literals, template strings > interpolated strings, backtick strings
optional chaining > safe navigation, null-safe access, the question mark dot
concatenation, string concatenation > string addition, gluing strings together, concat, plus signs
early return, guard clause > early exit, guard, bail-out
for loop > for statement, counting loop, index loop, classic for, plain for
helper > helper function, utility, auxiliary function
shorthand > short form, short notation, abbreviated form, compact form
type annotation > annotation, type declaration, type hint
signature > function header, head, declaration
negation > not, exclamation mark
beginning > start, top, very start
bottom > end, very end
unused > unneeded, never used, unreferenced, not used, superfluous
unnecessary, needless, redundant, superfluous > pointless, not needed, useless, extraneous, excess
missing > absent
simple, plain > ordinary, straightforward, basic, regular
wrong, incorrect
faster, quicker > speedier, more performant, more efficient, less slow
slow > sluggish, not fast enough, too slow
possible > feasible, doable
required > mandatory, compulsory, obligatory
whole, entire > complete, full
asynchronous > async, non-blocking
async > asynchronous
hard-coded, hardcoded > literal, fixed, baked-in
verbose > wordy, long-winded, lengthy
explicit > spelled-out
everywhere, throughout > in all places, all over, at all places, across the board, in every place
instead of, rather than > in place of, and not
so that > in order that
should, ought to, must > needs to, has to, is supposed to
do not, don't > never
is not > isn't
cannot, can't
only > just
when > whenever
each > every, every single
within > in
directly > straight, right away
via > through, by way of
also > additionally
could > can
want > would like
here > in this code, in here
always > in all cases, invariably
because > since
`;

/** What is said like this and no other way, though some of its words have others of their meaning. */
const SET_PHRASES = [
  "(?:exit|status|error|zip|country|language|char|character|key|http|dead|source) codes?",
  "each other",
  "log (?:levels?|lines?|messages?|files?|entry|entries|output)",
  "(?:the|a|an|no|one|in|from|every|into|this|that|any) (?:use|change|log|cache|guard|mark|fix|delete|throw|print|pass)",
  "(?:pretty|re) ?print",
  "use (?:of|cases?|client|strict)",
  "no (?:use|need)",
  "wraps? around",
  "turn(?:s|ed)? (?:out|up|on|off|down)",
  "keeps? (?:\\w+ing|everything|the rest)",
  "inline (?:styles?|functions?|objects?|callbacks?|arrows?|types?|handlers?|ifs?|literals?)",
  "(?:should|must) not",
  "(?:do|does|did)(?:n't| not) want",
  "(?:add|adds|adding) up",
  "in here",
  "too slow",
  "guard clauses",
  "(?:type|same) guards?",
  "error boundary",
  "list items?",
  "do not (?:disturb|track)",
];

interface Words {
  readonly pattern: RegExp;
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

function read(): Words {
  const choices = new Map<string, string[]>();
  const take = (word: string, others: readonly string[]) =>
    choices.set(word, [...(choices.get(word) ?? []), ...others.filter((one) => one !== word)]);
  const lines = (table: string) =>
    table
      .trim()
      .split("\n")
      .map((line) => line.split(" > ").map((part) => part.split(", ")) as [string[], string[]?]);
  for (const [either, more = []] of lines(OTHERS))
    for (const word of either) take(word, [...either, ...more]);
  for (const [either, more = []] of lines(VERBS))
    for (const form of FORMS) {
      const others = [...either, ...more].map((one) => formOf(one, form));
      for (const word of either) take(formOf(word, form), others);
    }
  // The name of a method of strings and arrays, and not what somebody does.
  choices.delete("includes");
  // What is not to be changed, and not what has been repaired.
  choices.delete("fixed");
  const longestFirst = [...choices.keys()].sort((a, b) => b.length - a.length);
  // Between words alone: `console.log` and `no-var` are names.
  const pattern = new RegExp(`(?<![\\w.\`'"/-])(${longestFirst.join("|")})(?![\\w\`'"/(-]|\\.\\w)`, "g");
  return { pattern, choices };
}

let words: Words | undefined;

/** The wording with each of its words, with this probability, exchanged for another of the same meaning. Slots stay. */
export function withSynonyms(wording: string, probability: number, random: Random): string {
  words ??= read();
  const { pattern, choices } = words;
  return wording
    .split(/(\{\w+\})/)
    .map((part) => {
      if (part.startsWith("{")) return part;
      const changed = part.replace(pattern, (word, _, at: number) => {
        if (!random.chance(probability) || isSet(part, at)) return word;
        const before = part.slice(0, at);
        if (MODALS.has(word) && asks(before, part.slice(at + word.length))) return word;
        const other = inNumber(random.pick(choices.get(word) ?? [word]), before);
        return /\b[Aa]n? $/.test(before) ? CHANGED + other : other;
      });
      return changed.includes(CHANGED)
        ? changed.replace(
            ARTICLED,
            (_, article: string, rest: string) => `${articleFor(rest, article)} ${rest}`,
          )
        : changed;
    })
    .join("");
}

/** Stands before a word that has taken another's place behind an article. */
const CHANGED = "¤";
const ARTICLED = /\b([Aa]n?) ¤(\w+)/g;

const SET = new RegExp(`\\b(?:${SET_PHRASES.join("|")})\\b`, "g");

/** Whether a word is part of a set phrase. */
function isSet(text: string, at: number): boolean {
  for (const phrase of text.matchAll(SET))
    if (at >= phrase.index && at < phrase.index + phrase[0].length) return true;
  return false;
}

const MODALS: ReadonlySet<string> = new Set(["should", "must", "ought to"]);

/** Whether a modal is the first word of a question: nobody says "needs to this be optional?". */
function asks(before: string, rest: string): boolean {
  if (!/(?:^|[,.:;?!] |\b(?:why|what|how|where|when|which) )$/.test(before)) return false;
  return /^ (?:$|(?:this|that|it|we|the|there|I|you|they|an?|any|these|those)\b)/.test(rest);
}

const PLURAL_OF: Readonly<Record<string, string>> = {
  "needs to": "need to",
  "has to": "have to",
  "is supposed to": "are supposed to",
};

/** A form of a verb that is not that of one thing, where it is several that have been spoken of, or you and I. */
function inNumber(words: string, before: string): string {
  const plural = PLURAL_OF[words];
  if (plural === undefined) return words;
  const [subject = ""] = /[\w']+(?= $)/.exec(before) ?? [];
  if (subject === "I") return plural.replace("are", "am");
  return isPlural(subject) || /^(?:you|we|they|people|these|those|both|all)$/.test(subject) ? plural : words;
}
