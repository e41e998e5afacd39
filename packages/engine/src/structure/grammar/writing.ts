import { CharSet } from "./char-set.ts";
import { character, choice, type Expression, repeat, sequence, text } from "./expression.ts";
import type { Grammar } from "./grammar.ts";
import { someTextWithout, textWithout } from "./text-without.ts";

/** How text is encoded in the place it is written to, such as a JSON string. */
export interface Writing {
  text(content: string): Expression;
  character(set: CharSet): Expression;
  /** At least `min` characters of the set, with no upper limit. */
  run(set: CharSet, min: number): Expression;
  /** The tag that ends the text, which therefore cannot contain it. */
  readonly tag?: string;
}

/** Text written as it is. */
export const PLAIN: Writing = {
  text,
  character,
  run: (set, min) => repeat(character(set), min, Number.POSITIVE_INFINITY),
};

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x22, '\\"'],
  [0x5c, "\\\\"],
  [0x08, "\\b"],
  [0x0c, "\\f"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x09, "\\t"],
]);
const CONTROLS = CharSet.of([0, 0x1f]);
const ESCAPED = CharSet.of(...ESCAPES.keys(), [0, 0x1f]);
const CODED = CONTROLS.minus(CharSet.of(...ESCAPES.keys()));

/** Text between the quotes of a JSON string: each character has exactly one form, escaped only if necessary. */
export const IN_JSON_STRING: Writing = {
  text: (content) => text(JSON.stringify(content).slice(1, -1)),
  character: inJsonString,
  run: (set, min) => repeat(inJsonString(set), min, Number.POSITIVE_INFINITY),
};

/** A cache: patterns reuse few sets, and encoding one is expensive. */
const inStrings = new WeakMap<CharSet, Expression>();

function inJsonString(set: CharSet): Expression {
  const known = inStrings.get(set) ?? writtenInString(set);
  inStrings.set(set, known);
  return known;
}

function writtenInString(set: CharSet): Expression {
  const options: Expression[] = [character(set.minus(ESCAPED))];
  for (const [code, written] of ESCAPES) if (set.has(code)) options.push(text(written));
  for (const [first, last] of set.intersect(CODED).ranges) {
    for (let code = first; code <= last; code++) {
      options.push(text(`\\u${code.toString(16).padStart(4, "0")}`));
    }
  }
  return choice(...options);
}

/** Text written as it is up to a tag: unbounded runs do not contain the tag. */
export function plainUpTo(grammar: Grammar, tag: string): Writing {
  return {
    tag,
    text,
    character,
    run: (set, min) => {
      if (CharSet.in(tag).intersect(set).ranges.length === 0) return PLAIN.run(set, min);
      if (min === 0) return textWithout(grammar, [tag], set);
      const some = someTextWithout(grammar, [tag], set);
      return sequence(repeat(character(set), min - 1, min - 1), grammar.add("up-to-tag", some));
    },
  };
}
