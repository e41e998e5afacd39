import { ANY_CHARACTER, CharSet } from "./char-set.ts";
import { character, choice, EMPTY, type Expression, isEmpty, rule, sequence } from "./expression.ts";
import type { Grammar } from "./grammar.ts";

/** A prefix of a word, and the prefixes that a further character leads to. */
interface State {
  readonly next: Map<number, number>;
  /** The longest other prefix that this one ends with. */
  fallback: number;
  isWord: boolean;
}

/**
 * Returns an expression for any text over `alphabet` that contains none of the words. Uses an Aho-Corasick automaton,
 * with a rule for each prefix of a word that the text may have ended with.
 */
export function textWithout(
  grammar: Grammar,
  words: readonly string[],
  alphabet: CharSet = ANY_CHARACTER,
): Expression {
  const states = statesOf(words);
  const names = states.map((_, state) => grammar.uniqueName(`without-${state}`));
  for (const [state, { isWord }] of states.entries()) {
    if (!isWord) grammar.define(names[state] ?? "", stateExpression(states, names, state, alphabet));
  }
  return rule(names[0] ?? "");
}

/**
 * Returns an expression for text that does not begin with the word, after optional white space. `rest` matches what
 * follows the first character that differs from the word.
 */
export function textNotStarting(grammar: Grammar, word: string, rest: Expression): Expression {
  const letters = Array.from(word, (letter) => CharSet.in(letter));
  const space = CharSet.in(" \t\r\n");
  const names = letters.map((_, at) => grammar.uniqueName(`start-${at}`));
  for (const [at, letter] of letters.entries()) {
    const next = names[at + 1];
    const others = ANY_CHARACTER.minus(CharSet.union(at === 0 ? [letter, space] : [letter]));
    const options = [sequence(character(others), rest), EMPTY];
    if (next !== undefined) options.unshift(sequence(character(letter), rule(next)));
    if (at === 0) options.unshift(sequence(character(space), rule(names[0] ?? "")));
    grammar.define(names[at] ?? "", choice(...options));
  }
  return rule(names[0] ?? "");
}

/** Returns an expression for non-empty text over `alphabet` that contains none of the words. */
export function someTextWithout(grammar: Grammar, words: readonly string[], alphabet: CharSet): Expression {
  const any = textWithout(grammar, words, alphabet);
  const body = any.type === "rule" ? grammar.rules.get(any.name) : undefined;
  const options = body?.type === "choice" ? body.options : [];
  return choice(...options.filter((option) => !isEmpty(option)));
}

function statesOf(words: readonly string[]): readonly State[] {
  const states: State[] = [{ next: new Map(), fallback: 0, isWord: false }];
  for (const word of words) {
    let at = 0;
    for (const unit of word) {
      const code = unit.codePointAt(0) ?? 0;
      let next = states[at]?.next.get(code);
      if (next === undefined) {
        next = states.push({ next: new Map(), fallback: 0, isWord: false }) - 1;
        states[at]?.next.set(code, next);
      }
      at = next;
    }
    const last = states[at];
    if (last && at !== 0) last.isWord = true;
  }
  linkFallbacks(states);
  return states;
}

/** Breadth first: a prefix is linked after the shorter ones it falls back on. */
function linkFallbacks(states: readonly State[]): void {
  const queue = [0];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const state = states[at];
    for (const [code, next] of state?.next ?? []) {
      queue.push(next);
      const target = states[next];
      if (!state || !target || at === 0) continue;
      target.fallback = step(states, state.fallback, code);
      target.isWord ||= states[target.fallback]?.isWord ?? false;
    }
  }
}

function step(states: readonly State[], from: number, code: number): number {
  for (let at = from; ; at = states[at]?.fallback ?? 0) {
    const next = states[at]?.next.get(code);
    if (next !== undefined) return next;
    if (at === 0) return 0;
  }
}

function stateExpression(
  states: readonly State[],
  names: readonly string[],
  state: number,
  alphabet: CharSet,
): Expression {
  const marked = new Set<number>();
  for (let at = state; ; at = states[at]?.fallback ?? 0) {
    for (const code of states[at]?.next.keys() ?? []) marked.add(code);
    if (at === 0) break;
  }
  const byTarget = new Map<number, number[]>();
  for (const code of marked) {
    const target = step(states, state, code);
    byTarget.set(target, [...(byTarget.get(target) ?? []), code]);
  }
  const options: Expression[] = [];
  for (const [target, codes] of byTarget) {
    if (states[target]?.isWord) continue;
    const set = CharSet.of(...codes).intersect(alphabet);
    if (!set.isEmpty) options.push(sequence(character(set), rule(names[target] ?? "")));
  }
  const others = alphabet.minus(CharSet.of(...marked));
  if (!others.isEmpty) options.push(sequence(character(others), rule(names[0] ?? "")));
  return choice(...options, EMPTY);
}
