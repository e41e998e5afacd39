import {
  ANY_CHARACTER,
  CharSet,
  character,
  choice,
  DIGITS,
  type Expression,
  type Grammar,
  NOTHING,
  optional,
  repeat,
  sequence,
  text,
} from "../grammar/index.ts";

const { POSITIVE_INFINITY } = Number;
/** Most white space after a line break: weak models otherwise generate it without end. */
const INDENTATION = 20;
/** Most digits before and after the point: as many as JavaScript writes, for example in 0.0000010029226281066792. */
const DIGIT_LIMIT = 22;
const EXPONENT_DIGITS = 3;

const HEX = CharSet.of([0x30, 0x39], [0x41, 0x46], [0x61, 0x66]);
const ONE_TO_NINE = CharSet.of([0x31, 0x39]);

/** The rules of JSON itself, each created on first use. */
export class JsonRules {
  readonly #grammar: Grammar;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
  }

  /** White space between two tokens: none, a space, or a new line and its indentation. */
  get space(): Expression {
    return this.#grammar.shared("SPACE", () => {
      const indentation = repeat(character(CharSet.in(" \t")), 0, INDENTATION);
      return optional(choice(text(" "), sequence(text("\n"), indentation)));
    });
  }

  /** One character of a string, in any form that JSON allows. */
  get character(): Expression {
    return this.#grammar.shared("CHARACTER", () => {
      const plain = ANY_CHARACTER.minus(CharSet.of([0, 0x1f], 0x22, 0x5c));
      return choice(character(plain), sequence(text("\\"), this.#escape()));
    });
  }

  /** Surrogates are allowed in pairs only. */
  #escape(): Expression {
    const hex = character(HEX);
    const notD = sequence(character(HEX.minus(CharSet.in("dD"))), repeat(hex, 3, 3));
    const d = (second: string) =>
      sequence(character(CharSet.in("dD")), character(CharSet.in(second)), repeat(hex, 2, 2));
    const unit = choice(notD, d("01234567"), sequence(d("89abAB"), text("\\u"), d("cdefCDEF")));
    return choice(character(CharSet.in('"\\/bfnrt')), sequence(text("u"), unit));
  }

  get string(): Expression {
    return this.#grammar.shared("STRING", () =>
      sequence(text('"'), repeat(this.character, 0, POSITIVE_INFINITY), text('"')),
    );
  }

  get integer(): Expression {
    return this.#grammar.shared("INTEGER", () => sequence(optional(text("-")), wholeDigits()));
  }

  get number(): Expression {
    return this.#grammar.shared("NUMBER", () =>
      sequence(
        optional(text("-")),
        wholeDigits(),
        optional(sequence(text("."), repeat(character(DIGITS), 1, DIGIT_LIMIT))),
        optional(
          sequence(
            character(CharSet.in("eE")),
            optional(character(CharSet.in("+-"))),
            repeat(character(DIGITS), 1, EXPONENT_DIGITS),
          ),
        ),
      ),
    );
  }

  get boolean(): Expression {
    return choice(text("true"), text("false"));
  }

  get object(): Expression {
    return this.#grammar.shared("OBJECT", () =>
      this.braced(this.list(this.member(this.string, this.value), 0)),
    );
  }

  get array(): Expression {
    return this.#grammar.shared("ARRAY", () => this.bracketed(this.list(this.value, 0)));
  }

  get value(): Expression {
    return this.#grammar.shared("VALUE", () =>
      choice(this.object, this.array, this.string, this.number, this.boolean, text("null")),
    );
  }

  member(key: Expression, value: Expression): Expression {
    return sequence(key, text(":"), optional(text(" ")), value);
  }

  /** An element after the first one. */
  furtherElement(element: Expression): Expression {
    return sequence(text(","), this.space, element);
  }

  /** Returns `min` to `max` elements; an expression that matches nothing if `min` exceeds `max`. */
  list(element: Expression, min: number, max = POSITIVE_INFINITY): Expression {
    if (min > max) return NOTHING;
    const all = sequence(element, repeat(this.furtherElement(element), Math.max(0, min - 1), max - 1));
    if (max <= 0) return text("");
    return min === 0 ? optional(all) : all;
  }

  braced(members: Expression): Expression {
    return sequence(text("{"), this.space, members, this.space, text("}"));
  }

  bracketed(elements: Expression): Expression {
    return sequence(text("["), this.space, elements, this.space, text("]"));
  }

  /** Returns an expression for exactly this value. */
  exactly(value: unknown): Expression {
    if (Array.isArray(value)) {
      const elements = value.map((element) => this.exactly(element));
      return this.bracketed(this.#inOrder(elements));
    }
    if (typeof value !== "object" || value === null) return text(JSON.stringify(value));
    const members = Object.entries(value).map(([key, entry]) =>
      this.member(text(JSON.stringify(key)), this.exactly(entry)),
    );
    return this.braced(this.#inOrder(members));
  }

  /**
   * Returns an expression for one of these values. Shared prefixes are written once: llama.cpp would otherwise track
   * each value separately.
   */
  oneOf(values: readonly unknown[]): Expression {
    const [objects, scalars] = [values.filter(isObject), values.filter((value) => !isObject(value))];
    const texts = [...new Set(scalars.map((value) => JSON.stringify(value)))].sort();
    return choice(this.#oneText(texts, 0), ...objects.map((value) => this.exactly(value)));
  }

  /** Returns an expression for the rest of sorted texts that share their first `from` UTF-16 units. */
  #oneText(texts: readonly string[], from: number): Expression {
    const options: Expression[] = [];
    for (let at = 0; at < texts.length; ) {
      const first = texts[at] ?? "";
      const head = headOf(first, from);
      let end = at + 1;
      while (end < texts.length && head !== "" && headOf(texts[end] ?? "", from) === head) end += 1;
      options.push(end - at === 1 ? text(first.slice(from)) : this.#sameStart(texts.slice(at, end), from));
      at = end;
    }
    return choice(...options);
  }

  #sameStart(texts: readonly string[], from: number): Expression {
    const [first = "", last = ""] = [texts[0], texts.at(-1)];
    let shared = from;
    for (let head = headOf(first, shared); head !== ""; head = headOf(first, shared)) {
      if (headOf(last, shared) !== head) break;
      shared += head.length;
    }
    // A rule: nesting would become too deep for values that extend one another.
    const rest = this.#grammar.add("value", this.#oneText(texts, shared));
    return sequence(text(first.slice(from, shared)), rest);
  }

  #inOrder([first, ...others]: readonly Expression[]): Expression {
    return first ? sequence(first, ...others.map((one) => this.furtherElement(one))) : text("");
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Returns the character at an index; empty at the end of the text. */
function headOf(content: string, at: number): string {
  const code = content.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function wholeDigits(): Expression {
  return choice(text("0"), sequence(character(ONE_TO_NINE), repeat(character(DIGITS), 0, DIGIT_LIMIT - 1)));
}
