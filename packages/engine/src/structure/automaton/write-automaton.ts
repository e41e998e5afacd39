import {
  type CharSet,
  choice,
  EMPTY,
  type Expression,
  type Grammar,
  NOTHING,
  rule,
  sequence,
  type Writing,
} from "../grammar/index.ts";
import type { Automaton } from "./automaton.ts";

/** Writes an automaton as grammar rules: one for each state, and one for each character set with many ranges. */
export function writeAutomaton(
  { states, isEmpty }: Automaton,
  name: string,
  grammar: Grammar,
  writing: Writing,
): Expression {
  if (isEmpty) return NOTHING;
  const names = states.map(() => grammar.uniqueName(name));
  const sets = new Map<string, Expression>();
  const written = (set: CharSet): Expression => {
    const known = sets.get(set.key) ?? shortened(writing.character(set), grammar);
    sets.set(set.key, known);
    return known;
  };
  for (const [state, { accepts, edges }] of states.entries()) {
    const onwards = edges.map(({ set, to }) => sequence(written(set), rule(names[to] ?? "")));
    grammar.define(names[state] ?? "", choice(...onwards, ...(accepts ? [EMPTY] : [])));
  }
  return rule(names[0] ?? "");
}

/** Most ranges of a character set that is written inline instead of as a rule. */
const SHORT = 2;

function shortened(character: Expression, grammar: Grammar): Expression {
  const isShort =
    character.type === "text" || (character.type === "character" && character.set.ranges.length <= SHORT);
  return isShort ? character : grammar.add("characters", character);
}
