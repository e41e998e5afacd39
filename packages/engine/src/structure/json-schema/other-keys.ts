import {
  ANY_CHARACTER,
  CharSet,
  choice,
  EMPTY,
  type Expression,
  type Grammar,
  IN_JSON_STRING,
  repeat,
  sequence,
} from "../grammar/index.ts";

interface Node {
  readonly next: Map<number, Node>;
  isName: boolean;
}

/** Returns the content of a JSON string that equals none of these names. */
export function stringOtherThan(grammar: Grammar, names: Iterable<string>): Expression {
  const root: Node = { next: new Map(), isName: false };
  for (const name of names) {
    let node = root;
    for (const unit of name) {
      const code = unit.codePointAt(0) ?? 0;
      const next = node.next.get(code) ?? { next: new Map(), isName: false };
      node.next.set(code, next);
      node = next;
    }
    node.isName = true;
  }
  return keysFrom(grammar, root);
}

function keysFrom(grammar: Grammar, { next, isName }: Node): Expression {
  const any = grammar.shared("KEYCHARACTER", () => IN_JSON_STRING.character(ANY_CHARACTER));
  const options = [...next].map(([code, node]) =>
    sequence(IN_JSON_STRING.character(CharSet.of(code)), keysFrom(grammar, node)),
  );
  const others = IN_JSON_STRING.character(ANY_CHARACTER.minus(CharSet.of(...next.keys())));
  options.push(sequence(others, repeat(any, 0, Number.POSITIVE_INFINITY)));
  if (!isName) options.push(EMPTY);
  return grammar.add("key", choice(...options));
}
