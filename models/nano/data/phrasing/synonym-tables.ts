/**
 * Verbs with the same meaning in any edit, one group per line. Each verb may replace any other of its line; verbs after
 * `>` only replace those before it. The particle of a verb comes last. Before `>` are no verbs that wordings also use
 * as nouns ("the state", "the document") or that belong to another group ("correct").
 */
export const VERBS = `
remove, delete, drop, eliminate, discard, erase > get rid of, take out, strip out, throw out, throw away, kill, lose, cut, do away with, ditch, clear out, scrap
add > insert, introduce, include, put in, bring in
introduce > add, put in, bring in
convert, transform > change, turn, rewrite, switch, rework, recast
rewrite > redo, rework, recast, reformulate, rephrase, express, convert
turn > convert, transform, make, change
replace > swap, substitute, exchange, switch out, swap out
extract > pull out, factor out, lift out, move out, split out, isolate, carve out, take out
wrap > enclose
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
declare, define > write
specify > give, spell out, write down, put down, indicate, state
avoid > steer clear of, stay away from
prevent > stop, avoid
prefer > favour, favor, opt for
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
append > tack on, add
collect > gather, accumulate, assemble
shorten > abbreviate, condense
inline > fold in
compute, calculate > work out, evaluate, determine, figure out
modernize, modernise > update, bring up to date, refresh
restore > bring back, put back, reinstate
`;

/** Verbs with synonyms in their plain form only: their other forms are also nouns ("uses", "logs", "changes"). */
export const PLAIN_VERBS = `
use > employ, utilize, go for, go with, make use of, switch to
change > switch, alter
log, print > output, write out
guard > protect, shield, safeguard, secure
mark > flag, tag, label
`;

/** Nouns, adjectives and other words, in the same format as verbs. Common plurals have their own lines. */
export const OTHERS = `
using > with, by means of, via, with the help of
function > func, fn, routine
functions > funcs, fns, routines
variable > local variable
variables > local variables
parameter, argument > param, arg
parameters, arguments > params, args
callback > callback function, handler, function
condition, predicate > check, test
error, exception
error message > error text, text of the error, message
property > attribute, prop, field, member
properties > attributes, props, fields, members
array > list, collection
arrays > lists, collections
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
concatenation, string concatenation > string addition, concat
early return, guard clause > early exit, guard, bail-out
for loop > for statement, counting loop, index loop, classic for, plain for
helper > helper function, utility, auxiliary function
shorthand > short form, short notation, abbreviated form, compact form
type annotation > annotation, type declaration, type hint
negation > not, exclamation mark
beginning > start, top, very start
bottom > end, very end
unused > unneeded, unreferenced, superfluous
unnecessary, needless, redundant, superfluous > pointless, useless, extraneous
missing > absent
simple, plain > ordinary, straightforward, basic, regular
wrong, incorrect
faster, quicker > speedier, more performant, more efficient, less slow
possible > feasible, doable
required > mandatory
whole, entire > complete, full
asynchronous > async, non-blocking
async > asynchronous
hard-coded, hardcoded > literal, fixed, baked-in
verbose > wordy, long-winded, lengthy
explicit > spelled-out
everywhere, throughout > in all places, all over, at all places, across the board, in every place
instead of, rather than > in place of
so that > in order that
should, ought to, must > needs to, has to, is supposed to
do not, don't > never
is not > isn't
cannot, can't
only > just
when > whenever
each > every, every single
within > in
via > through
also > additionally
could > can
want > would like
here > in this code, in here
because > since
`;

/** Set phrases, which stay as they are although some of their words have synonyms. */
export const SET_PHRASES = [
  "(?:exit|status|error|zip|country|language|char|character|key|http|dead|source) codes?",
  "each other",
  "log (?:levels?|lines?|messages?|files?|entry|entries|output)",
  "(?:the|a|an|no|one|in|from|every|into|this|that|any) (?:use|change|log|cache|guard|mark|fix|delete|throw|print|pass)",
  "(?:pretty|re) ?print",
  "(?:throw|pass|clear|write|cut)(?:s|es|n|ing|ed|ting)? (?:away|out|over|by|through|down|off|on|up)",
  "(?:add|delete|remove|drop|print|change|move|create|merge|replace|swap|save|mark) (?:buttons?|handlers?|events?|links?|icons?|requests?|routes?|operators?|statements?|methods?|calls?|actions?|listeners?|endpoints?|modes?|conflicts?|zones?)",
  "prevents? default",
  "everywhere else",
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
  "guard clauses",
  "(?:type|same) guards?",
  "error boundary",
  "list items?",
  "do not (?:disturb|track)",
];
