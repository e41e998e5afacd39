import { ANY_CHARACTER, CharSet, DIGITS } from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";
import type { Pattern, PatternFlags, PatternReading } from "./syntax.ts";

const SPACES = CharSet.of(
  [0x09, 0x0d],
  0x20,
  0xa0,
  0x1680,
  [0x2000, 0x200a],
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
  0xfeff,
);
const WORD = CharSet.of([0x30, 0x39], [0x41, 0x5a], 0x5f, [0x61, 0x7a]);
const LINE_ENDS = { javascript: CharSet.of(0x0a, 0x0d, 0x2028, 0x2029), newline: CharSet.of(0x0a) };
const CLASSES: Readonly<Record<string, CharSet>> = {
  d: DIGITS,
  D: DIGITS.complement(),
  w: WORD,
  W: WORD.complement(),
  s: SPACES,
  S: SPACES.complement(),
};
/** Alternatives and members of classes that are allowed for each part that a pattern may have. */
const MEMBERS_A_NODE = 4;
/** Steps for each character of a pattern that is parsed. */
const STEPS_OF_A_CHARACTER = 5;
/** Members that a Unicode property counts as: looking it up goes through all characters. */
const MEMBERS_OF_A_PROPERTY = 200;
const MAX_CHARACTER = 0x10ffff;
const CONTROLS: Readonly<Record<string, number>> = {
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  f: 0x0c,
  v: 0x0b,
  a: 0x07,
  "0": 0,
};

/** Unsupported syntax, and what to write instead. */
const WORD_BOUNDARY = "a word boundary (write what stands around the word, as `(^|\\W)word(\\W|$)`)";
const LOOK_BEHIND = "look-behind (write what stands before as a part of the match)";
const BACK_REFERENCE = "a back reference (write what may come twice as alternatives, as `(aa|bb)`)";

/** Beginnings of groups that a grammar cannot express. */
const REFUSED_GROUPS: readonly (readonly [opening: string, name: string])[] = [
  ["(?=", "look-ahead"],
  ["(?!", "look-ahead"],
  ["(?<=", LOOK_BEHIND],
  ["(?<!", LOOK_BEHIND],
  ["(?>", "an atomic group"],
  ["(?(", "a conditional"],
  ["(?P=", BACK_REFERENCE],
  ["(?P>", "a subroutine call"],
];

/**
 * Parses the syntax that JavaScript's, Python's and Rust's regular expressions share. Throws {@link Untranslatable},
 * naming the part that a grammar cannot express.
 */
export function parsePattern(source: string, flags: PatternFlags, reading: PatternReading): Pattern {
  return new PatternParser(source, flags, reading).parse();
}

class PatternParser {
  readonly #source: string;
  readonly #reading: PatternReading;
  readonly #limits: PatternReading["limits"];
  #flags: PatternFlags;
  #at = 0;
  #depth = 0;
  /** Levels of nested quantifiers in the part read last. */
  #quantifiers = 0;
  #nodes = 0;
  #members = 0;
  /** Classes by their source text: patterns repeat theirs. */
  readonly #classes = new Map<string, { readonly set: CharSet; readonly members: number }>();

  constructor(source: string, flags: PatternFlags, reading: PatternReading) {
    this.#source = source;
    this.#flags = flags;
    this.#reading = reading;
    this.#limits = reading.limits;
  }

  parse(): Pattern {
    if (this.#source.length > this.#limits.definitionLength) {
      throw new Untranslatable(`a pattern of more than ${this.#limits.definitionLength} characters`);
    }
    this.#reading.spend(STEPS_OF_A_CHARACTER * this.#source.length);
    this.#takeLeadingFlags();
    const pattern = this.#choice();
    if (this.#at < this.#source.length) throw this.#fault("a closing parenthesis without an opening one");
    return pattern;
  }

  #takeLeadingFlags(): void {
    const [whole, letters] = /^\(\?([a-z]+)\)/.exec(this.#source) ?? [];
    if (whole === undefined || letters === undefined) return;
    this.#at = whole.length;
    for (const letter of letters) {
      if (letter === "i") this.#flags = { ...this.#flags, ignoreCase: true };
      else if (letter === "s") this.#flags = { ...this.#flags, dotAll: true };
      else if (letter === "x") this.#flags = { ...this.#flags, extended: true };
      else if (letter !== "u") throw this.#fault(`the flag ${letter}`);
    }
  }

  #choice(): Pattern {
    if (++this.#depth > this.#limits.depth) {
      throw this.#fault(`groups nested deeper than ${this.#limits.depth} levels`);
    }
    const options = [this.#sequence()];
    while (this.#takes("|")) {
      this.#countMember();
      options.push(this.#sequence());
    }
    this.#depth -= 1;
    const [only] = options;
    return only && options.length === 1 ? only : { type: "choice", options };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    for (this.#skipSpace(); this.#at < this.#source.length; this.#skipSpace()) {
      if (this.#sees("|") || this.#sees(")")) break;
      parts.push(this.#quantified());
    }
    return { type: "sequence", parts };
  }

  #skipSpace(): void {
    if (this.#flags.extended) this.#match(/(?:\s|#[^\n]*)*/y);
  }

  #quantified(): Pattern {
    this.#count();
    const before = this.#quantifiers;
    this.#quantifiers = 0;
    let pattern = this.#atom();
    for (;;) {
      this.#skipSpace();
      const count = this.#quantifier();
      if (!count) break;
      // Each quantifier repeats all those before it, as nested groups would.
      if (++this.#quantifiers > this.#limits.depth) {
        throw this.#fault(`more than ${this.#limits.depth} quantifiers around one part`);
      }
      if (pattern.type === "anchor") throw this.#fault("an anchor that repeats");
      if (pattern.type === "ahead") throw this.#fault("look-ahead that repeats");
      pattern = { type: "repeat", of: pattern, ...count };
      // A lazy quantifier matches the same texts; a possessive one does not.
      if (this.#sees("+")) throw this.#fault("a possessive quantifier");
      this.#takes("?");
    }
    this.#quantifiers = Math.max(before, this.#quantifiers);
    return pattern;
  }

  /** Counts one part more. */
  #count(): void {
    if (++this.#nodes > this.#limits.nodes) throw this.#fault(`more than ${this.#limits.nodes} parts`);
  }

  /** Counts one more alternative, or character or range of a class. */
  #countMember(): void {
    this.#countMembers(1);
  }

  #countMembers(count: number): void {
    const most = MEMBERS_A_NODE * this.#limits.nodes;
    this.#members += count;
    if (this.#members > most) throw this.#fault(`more than ${most} alternatives and members of classes`);
  }

  #quantifier(): { min: number; max: number } | null {
    if (this.#takes("*")) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#takes("+")) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#takes("?")) return { min: 0, max: 1 };
    const [whole, least, comma, most] = this.#match(/\{(\d*)(,?)(\d*)\}/y) ?? [];
    if (whole === undefined) return null;
    if (least === "" && most === "") throw this.#fault("a quantifier without a number");
    const min = Number(least);
    const max = comma === "" ? min : most === "" ? Number.POSITIVE_INFINITY : Number(most);
    const largest = Number.isFinite(max) ? max : min;
    if (largest > this.#limits.repetition) {
      throw this.#fault(`more than ${this.#limits.repetition} repetitions`);
    }
    if (max < min) throw this.#fault("a quantifier whose limits are reversed");
    return { min, max };
  }

  #atom(): Pattern {
    if (this.#sees("(")) return this.#group();
    if (this.#takes("[")) return { type: "character", set: this.#class() };
    if (this.#takes(".")) {
      const { dotAll, lineEnds } = this.#flags;
      return { type: "character", set: dotAll ? ANY_CHARACTER : LINE_ENDS[lineEnds].complement() };
    }
    if (this.#takes("^")) return { type: "anchor", at: "start" };
    if (this.#takes("$")) return { type: "anchor", at: "end" };
    if (this.#takes("\\")) return this.#escape();
    if (this.#sees("*") || this.#sees("+") || this.#sees("?"))
      throw this.#fault("a quantifier after nothing");
    return this.#set(CharSet.of(this.#next()));
  }

  #group(): Pattern {
    if (this.#flags.lookAhead && (this.#sees("(?=") || this.#sees("(?!"))) return this.#lookAhead();
    const refused = REFUSED_GROUPS.find(([opening]) => this.#sees(opening));
    if (refused) throw this.#fault(refused[1]);
    if (!this.#match(/\(\?P?<[A-Za-z_]\w*>|\(\?:|\((?!\?)/y)) throw this.#fault("a group of an unknown kind");
    return this.#inner();
  }

  #inner(): Pattern {
    const inner = this.#choice();
    if (!this.#takes(")")) throw this.#fault("a group that is not closed");
    return inner;
  }

  #lookAhead(): Pattern {
    const isNegated = this.#takes("(?!");
    if (!isNegated) this.#takes("(?=");
    return { type: "ahead", of: this.#inner(), isNegated };
  }

  #escape(): Pattern {
    if (this.#takes("A")) return { type: "anchor", at: "start" };
    if (this.#match(/[zZ]/y)) return { type: "anchor", at: "end" };
    if (this.#sees("b") || this.#sees("B")) throw this.#fault(WORD_BOUNDARY);
    if (this.#match(/[1-9]|k</y)) throw this.#fault(BACK_REFERENCE);
    return { type: "character", set: this.#escapedSet() };
  }

  /** Reads what follows a backslash, within a class and outside. */
  #escapedSet(): CharSet {
    const letter = this.#source.charAt(this.#at);
    const shorthand = CLASSES[letter];
    if (shorthand) {
      this.#at += 1;
      return shorthand;
    }
    if (letter === "p" || letter === "P") return this.#property(letter === "P");
    return this.#withBothCases(CharSet.of(this.#escapedCharacter()));
  }

  /** `\p{…}`, with the names that JavaScript knows. */
  #property(isNegated: boolean): CharSet {
    const [, name = ""] = this.#match(/[pP]\{([\w=]{1,60})\}/y) ?? [];
    this.#countMembers(MEMBERS_OF_A_PROPERTY);
    const { properties, spend } = this.#reading;
    const set = properties.of(name, spend);
    if (!set)
      throw this.#fault(
        "a Unicode property that JavaScript does not know, as it knows `\\p{L}` and `\\p{Script=Greek}`,",
      );
    return isNegated ? set.complement() : this.#withBothCases(set);
  }

  #escapedCharacter(): number {
    const [, two, four, braced] =
      this.#match(/x([\da-fA-F]{2})|u([\da-fA-F]{4})|[ux]\{([\da-fA-F]{1,6})\}/y) ?? [];
    const hex = two ?? four ?? braced;
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      if (code > MAX_CHARACTER) throw this.#fault(`the code ${hex}, which no character has`);
      return four !== undefined && code >= 0xd800 && code < 0xdc00 ? this.#lowSurrogate(code) : code;
    }
    const letter = this.#source.charAt(this.#at);
    // In a class, and after a zero, languages disagree: a back reference, a digit, or an octal code.
    if (/[1-9]|0\d/y.test(this.#source.slice(this.#at, this.#at + 2))) {
      throw this.#fault("a backslash before a number: write the character as \\x and two digits");
    }
    const control = CONTROLS[letter];
    if (control !== undefined) {
      this.#at += 1;
      return control;
    }
    if (letter === "c") throw this.#fault("\\c");
    if (letter === "" || /[A-Za-z]/.test(letter)) throw this.#fault(`\\${letter}`);
    return this.#next();
  }

  #lowSurrogate(first: number): number {
    const [, hex] = this.#match(/\\u([dD][c-fC-F][\da-fA-F]{2})/y) ?? [];
    if (hex === undefined) throw this.#fault("half of a surrogate pair");
    return 0x10000 + ((first - 0xd800) << 10) + (Number.parseInt(hex, 16) - 0xdc00);
  }

  /** Reads a class after its opening bracket. */
  #class(): CharSet {
    const start = this.#at;
    const [text = ""] = this.#match(/(?:\\[\s\S]|[^\]\\])*/y) ?? [];
    const known = this.#sees("]") ? this.#classes.get(text) : undefined;
    if (known) {
      this.#at += 1;
      this.#countMembers(known.members);
      return known.set;
    }
    this.#at = start;
    const before = this.#members;
    const set = this.#readClass();
    this.#classes.set(text, { set, members: this.#members - before });
    return set;
  }

  #readClass(): CharSet {
    const isNegated = this.#takes("^");
    const sets: CharSet[] = [];
    for (let isFirst = true; isFirst || !this.#sees("]"); isFirst = false) {
      if (this.#at >= this.#source.length) throw this.#fault("a class that is not closed");
      // In JavaScript this is an empty class; elsewhere a bracket in first place is a character.
      if (isFirst && this.#sees("]")) throw this.#fault("a class that begins with ]: escape it");
      if (this.#sees("[:") || this.#sees("&&") || this.#sees("--"))
        throw this.#fault("an operator in a class");
      this.#countMember();
      sets.push(this.#range());
    }
    this.#at += 1;
    const set = CharSet.union(sets);
    return isNegated ? set.complement() : set;
  }

  #range(): CharSet {
    const first = this.#classMember();
    if (typeof first !== "number") return first;
    if (!this.#sees("-") || this.#source.charAt(this.#at + 1) === "]")
      return this.#withBothCases(CharSet.of(first));
    this.#at += 1;
    const last = this.#classMember();
    if (typeof last !== "number") return CharSet.union([this.#withBothCases(CharSet.of(first, 0x2d)), last]);
    if (last < first) throw this.#fault("a range whose limits are reversed");
    return this.#withBothCases(CharSet.of([first, last]));
  }

  #classMember(): number | CharSet {
    if (!this.#takes("\\")) return this.#next();
    if (this.#takes("b")) return 0x08;
    const letter = this.#source.charAt(this.#at);
    return CLASSES[letter] || letter === "p" || letter === "P"
      ? this.#escapedSet()
      : this.#escapedCharacter();
  }

  #set(set: CharSet): Pattern {
    return { type: "character", set: this.#withBothCases(set) };
  }

  /** With `ignoreCase`, characters and ranges match both cases, before a negation is applied. */
  #withBothCases(set: CharSet): CharSet {
    if (!this.#flags.ignoreCase) return set;
    this.#reading.spend(set.ranges.length);
    return set.ignoringCase();
  }

  #next(): number {
    const code = this.#source.codePointAt(this.#at);
    if (code === undefined) throw this.#fault("an end anchor in the middle");
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  #sees(start: string): boolean {
    return this.#source.startsWith(start, this.#at);
  }

  #takes(start: string): boolean {
    const seen = this.#sees(start);
    if (seen) this.#at += start.length;
    return seen;
  }

  #match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }

  #fault(what: string): Untranslatable {
    return new Untranslatable(`the regular expression has ${what} at character ${this.#at + 1}`);
  }
}
