import type { Work } from "../work.ts";

/** Sorted, disjoint ranges. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** An element of a GBNF rule as llama.cpp holds it: a character set or a rule. Every repetition is a rule too. */
export type Element = { readonly ranges: Ranges } | { readonly rule: number };

/** The alternatives of one rule. */
export type Alternatives = readonly (readonly Element[])[];

/**
 * Parses a grammar written by {@link toGbnf}. Returns the rules by number, starting with the first line's, and their
 * names. The rule of a group or repetition has the name of the rule that contains it.
 */
export function readGbnf(
  gbnf: string,
  work: Work,
): { rules: readonly Alternatives[]; names: readonly string[] } {
  return new GbnfReader(gbnf, work).read();
}

const TOKEN = /\s*("(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d+)?\}|[A-Za-z][\w-]*|[()|*+?])/y;
const CHARACTER = /\\x([0-9A-F]{2})|\\u([0-9A-F]{4})|\\U([0-9A-F]{8})|([\s\S])/gu;

class GbnfReader {
  readonly #lines: readonly (readonly [name: string, body: string])[];
  readonly #numbers = new Map<string, number>();
  readonly #rules: Alternatives[] = [];
  readonly #names: string[] = [];
  /** Character sets by how they are written. */
  readonly #classes = new Map<string, Element>();
  readonly #work: Work;
  #name = "";
  #tokens: string[] = [];

  constructor(gbnf: string, work: Work) {
    this.#work = work;
    this.#lines = gbnf
      .trimEnd()
      .split("\n")
      .map((line) => {
        const at = line.indexOf(" ::= ");
        return [line.slice(0, at), line.slice(at + 5)] as const;
      });
  }

  read() {
    for (const [name] of this.#lines) {
      this.#name = name;
      this.#numbers.set(name, this.#add([]));
    }
    for (const [name, body] of this.#lines) {
      this.#name = name;
      this.#tokens = tokensOf(body).reverse();
      this.#rules[this.#numbers.get(name) ?? 0] = this.#alternatives();
    }
    return { rules: this.#rules, names: this.#names };
  }

  #add(alternatives: Alternatives): number {
    this.#work.spend(1);
    this.#names.push(this.#name);
    return this.#rules.push(alternatives) - 1;
  }

  #alternatives(): Alternatives {
    const alternatives = [this.#sequence()];
    while (this.#tokens.at(-1) === "|") {
      this.#tokens.pop();
      alternatives.push(this.#sequence());
    }
    return alternatives;
  }

  #sequence(): Element[] {
    const elements: Element[] = [];
    for (;;) {
      const token = this.#tokens.at(-1);
      if (token === undefined || token === "|" || token === ")") return elements;
      this.#tokens.pop();
      // A count applies to the whole item before it.
      for (const element of this.#repeated(this.#item(token))) elements.push(element);
    }
  }

  #item(token: string): Element[] {
    if (token === "(") {
      const alternatives = this.#alternatives();
      this.#tokens.pop();
      return [{ rule: this.#add(alternatives) }];
    }
    if (token.startsWith('"')) {
      return charactersOf(token).map((code) => ({ ranges: [[code, code]] }));
    }
    if (token.startsWith("[")) {
      const element = this.#classes.get(token) ?? { ranges: rangesOf(token) };
      this.#classes.set(token, element);
      return [element];
    }
    return [{ rule: this.#numbers.get(token) ?? 0 }];
  }

  #repeated(item: readonly Element[]): readonly Element[] {
    const token = this.#tokens.at(-1) ?? "";
    if (!/^[*+?{]/.test(token)) return item;
    this.#tokens.pop();
    if (token === "*") return [this.#zeroOrMore(item)];
    if (token === "+") return [...item, this.#zeroOrMore(item)];
    const [min = 0, max = min] = token === "?" ? [0, 1] : token.slice(1, -1).split(",").map(Number);
    this.#work.spend(Math.max(min, max) * item.length);
    const elements = Array.from({ length: min }, () => item).flat();
    let rest: Element | null = null;
    for (let count = min; count < max; count++) {
      rest = { rule: this.#add([rest ? [...item, rest] : item, []]) };
    }
    return rest ? [...elements, rest] : elements;
  }

  #zeroOrMore(item: readonly Element[]): Element {
    const rule = this.#add([]);
    this.#rules[rule] = [[...item, { rule }], []];
    return { rule };
  }
}

function tokensOf(body: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(body); match; match = TOKEN.exec(body)) tokens.push(match[1] ?? "");
  return tokens;
}

/** Returns the code points between the quotes or brackets. */
function charactersOf(token: string): number[] {
  return Array.from(token.slice(1, -1).matchAll(CHARACTER), codeOf);
}

function codeOf([, byte, short, long, plain]: RegExpMatchArray): number {
  const hex = byte ?? short ?? long;
  return hex === undefined ? (plain?.codePointAt(0) ?? 0) : Number.parseInt(hex, 16);
}

/**
 * Parses a character class. All characters but letters and digits are escaped in it, so a bare hyphen denotes a
 * range.
 */
function rangesOf(token: string): Ranges {
  const ranges: [number, number][] = [];
  let isEnd = false;
  for (const match of token.slice(1, -1).matchAll(CHARACTER)) {
    const last = ranges.at(-1);
    if (match[0] === "-") isEnd = true;
    else if (isEnd && last) {
      last[1] = codeOf(match);
      isEnd = false;
    } else ranges.push([codeOf(match), codeOf(match)]);
  }
  return ranges;
}
