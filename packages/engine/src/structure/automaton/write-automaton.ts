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

/** The texts of an automaton: a rule for each of its states, and for each set of characters that takes long to write. */
export function writeAutomaton(
  { states, isEmpty }: Automaton,
  name: string,
  grammar: Grammar,
  writing: Writing,
): Expression {
  if (isEmpty) return NOTHING;
  const names = states.map(() => grammar.name(name));
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

/** Ranges of a set that are written wherever it stands. */
const SHORT = 2;

function shortened(character: Expression, grammar: Grammar): Expression {
  const isShort =
    character.type === "text" || (character.type === "character" && character.set.ranges.length <= SHORT);
  return isShort ? character : grammar.add("characters", character);
}
