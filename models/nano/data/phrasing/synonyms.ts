import type { Random } from "../random/index.ts";
import { FORMS, formOf } from "./inflection.ts";

/**
 * Verbs that ask for the same, whatever the edit. Any of a line may stand for any other; what follows `>` only takes the
 * place of what stands before it. A verb of several words has its particle at the end.
 */
const VERBS = `
remove, delete, drop, eliminate, discard, erase > get rid of, take out, strip out, throw out, throw away, kill, lose, cut, do away with, ditch, clear out, scrap
add, insert, introduce, include > put in, bring in, supply, place, set up
convert, transform, change > turn, rewrite, switch, rework, recast, remodel, morph
rewrite > redo, rework, recast, reformulate, rephrase, write, express, convert
turn > convert, transform, make, change, rework
use > employ, apply, utilize, take, go for, go with, work with, rely on, make use of, opt for, pick, choose, resort to
replace > swap, substitute, exchange, trade, switch out, supersede, swap out
extract > pull out, factor out, lift out, move out, split out, isolate, separate, carve out, take out
wrap, enclose, surround > encase, envelop, put
rename > relabel, retitle, rebrand, rechristen
move > relocate, shift, bring, transfer, carry, drag, take
simplify > shorten, reduce, streamline, condense, boil down, tidy up, clean up
merge, combine > join, unite, fuse, consolidate, unify, bring together, fold, roll, collapse
separate > split, break up, divide, break apart, cut up, tear apart, break down
invert, flip > reverse, turn around, turn round, swap around
throw > raise
log, print > output, report, write out
fix, repair, correct > mend, patch, resolve, sort out, remedy, rectify, cure, put right, straighten out
verify > check, validate, make certain, confirm
ensure, make sure > guarantee, see to it, make certain, take care
handle > take care of, deal with, treat, cover, cater for, cope with
declare, define > state, write, establish
annotate > tag, label, mark, mark up
specify, state > give, spell out, write down, put down, indicate, provide
avoid, prevent > sidestep, steer clear of, rule out, keep away from, forgo
prefer > favour, favor, choose, opt for, like
hoist > lift, pull up, move up, raise, pull out, take out
cache > store, keep, save, remember, hold on to
optimize, optimise > speed up, tune, accelerate, improve
destructure > unpack, take apart, decompose
swap out > switch out, exchange, take out
swap > exchange, switch, trade, interchange, flip, transpose
reorder > rearrange, reshuffle, shuffle
pass > hand, supply, give, provide, feed, hand in, send
accept > take, receive, allow, support, expect
document > describe
keep > retain, leave, preserve, maintain
ignore, skip > disregard, leave out, pass over, omit
omit > leave out, skip, drop
allow > permit, enable
mark > flag, tag, label, designate
create > build, make, produce, construct
need, require > want
iterate > loop, go, walk, run, cycle
append > tack on, add, attach
collect > gather, accumulate, assemble
expand > spell out, unfold, write out, unroll
shorten > abbreviate, trim, contract, condense
inline > fold in, embed
compute, calculate > work out, evaluate, determine, figure out
stop > quit, cease
hide > conceal, mask
modernize, modernise > update, bring up to date, refresh
restore > bring back, put back, reinstate
guard > protect, shield, safeguard, secure
`;

/** Nouns, adjectives, and other words; as with the verbs. Plurals are lines of their own where they are usual. */
const OTHERS = `
function > func, fn, routine, procedure
functions > funcs, fns, routines, procedures
variable > local variable, binding, identifier, local
variables > local variables, bindings, identifiers, locals
parameter, argument > param, arg
parameters, arguments > params, args
callback > callback function, handler, function
condition, predicate > check, test, criterion
error, exception > failure
error message > error text, text of the error, message
property > attribute, prop, field, member
properties > attributes, props, fields, members
array, list > collection, sequence
arrays, lists > collections, sequences
expression > expr, term
item, entry > element, member
items, entries > elements, members
object > obj
default value > default, fallback, standard value, preset
return value > result, returned value, what it returns
name, identifier > label, designation
names, identifiers > labels
code > snippet, source, source code, piece of code, code block
doc comment, documentation comment > doc block, docs, docblock
ternary, conditional expression > conditional operator, ternary operator, ternary expression, question mark operator
arrow function > arrow, lambda, fat arrow, arrow fn, arrow expression
template literal, template string > interpolated string, backtick string, string template, string interpolation
template literals, template strings > interpolated strings, backtick strings
optional chaining > safe navigation, null-safe access, the question mark dot
concatenation, string concatenation > string addition, gluing strings together, concat, plus signs
early return, guard clause > early exit, guard, bail-out
for loop > for statement, counting loop, index loop, classic for, plain for
helper > helper function, utility, auxiliary function, subroutine
shorthand > short form, short notation, abbreviated form, compact form
type annotation > annotation, type declaration, type hint
signature > function header, head, declaration
negation > not, exclamation mark
beginning, start > top, very start, head
bottom > end, very end, tail
unused > unneeded, never used, unreferenced, not used, superfluous
unnecessary, needless, redundant, superfluous > pointless, not needed, useless, extraneous, excess
missing > absent, lacking, forgotten, omitted
same, identical > very same, equal
simple, plain > ordinary, straightforward, basic, regular
wrong, incorrect > mistaken, bad, off, faulty, not right
faster, quicker > speedier, more performant, more efficient, less slow
slow > sluggish, not fast enough, too slow
possible > feasible, doable
optional > not mandatory, not required, non-mandatory
required > mandatory, compulsory, obligatory, needed
whole, entire > complete, full
asynchronous > async, non-blocking
async > asynchronous
hard-coded, hardcoded > literal, fixed, baked-in, inline
verbose > wordy, long-winded, lengthy
explicit > spelled-out, stated
everywhere, throughout > in all places, all over, at all places, across the board, in every place
instead of, rather than > in place of, in lieu of, and not, as opposed to, over, not
so that > such that, in order that, so
should, ought to, must > needs to, has to, is supposed to, shall, had better
do not, don't > never, must not, avoid to
is not, isn't
cannot, can't > is unable to, is not able to
only > just, merely, solely, nothing but
when > whenever, in case, as soon as
each, every > any, every single, each and every
inside, within > in
directly > straight, right away, immediately
before > ahead of, prior to, in front of
after > following, subsequent to, behind
using > by means of, with, through, via, with the help of
with > by means of, using, through
via, through > by way of, by, over
into > to
also > as well, too
could > can, might, may
want > would like, wish, need
here > in this code, at this place, in here
once > one time, a single time
always > in all cases, invariably, at all times
because > since, as
without > lacking, with no, minus, free of
`;

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
    .map((part) =>
      part.startsWith("{")
        ? part
        : part.replace(pattern, (word) =>
            random.chance(probability) ? random.pick(choices.get(word) ?? [word]) : word,
          ),
    )
    .join("");
}
