import { STRUCTURE_LIMITS, type StructureLimits } from "../limits.ts";
import { type DefinitionKind, StructureError, Untranslatable } from "../structure-error.ts";
import { Work } from "../work.ts";
import { refuseAmbiguity } from "./ambiguity.ts";
import type { CharSet } from "./char-set.ts";
import { equalRules } from "./equal-rules.ts";
import { type Expression, isEmpty, isNothing } from "./expression.ts";
import {
  isNullable,
  nullableRules,
  productiveRules,
  type Rules,
  refuseLeftRecursion,
  withoutEmpty,
  withoutUnproductive,
} from "./recursion.ts";

/**
 * Largest count that is written directly. llama.cpp makes a rule of each repetition counted, so larger counts are
 * written as blocks of blocks.
 */
const LARGEST_COUNT = 64;
/** Characters that are written and parsed back in one step of work. */
const CHARACTERS_A_STEP = 8;

/**
 * Returns the text of a grammar in GBNF, llama.cpp's notation, starting at `root`. Rules that the root does not reach
 * are left out, and equal rules are written once. Throws {@link Untranslatable} if rules are left-recursive, match
 * nothing, are too long or too ambiguous, or take more than the remaining `work`.
 */
export function toGbnf(
  rules: Rules,
  root: Expression,
  limits: StructureLimits = STRUCTURE_LIMITS,
  work = new Work(limits.work),
): string {
  const gbnf = new GbnfWriter(rules, limits, work).write(root);
  refuseAmbiguity(gbnf, limits.stacks, work);
  return gbnf;
}

class GbnfWriter {
  readonly #rules: Rules;
  readonly #productive: ReadonlySet<string>;
  readonly #limits: StructureLimits;
  readonly #work: Work;
  readonly #nullable: ReadonlySet<string>;
  /** The rules to write instead of equal ones. */
  readonly #equal: ReadonlyMap<string, string>;
  readonly #lines: string[] = [];
  readonly #written = new Set<string>();
  /** Names of the rules generated here, by their body. */
  readonly #parts = new Map<string, string>();
  /** Character sets as written: the same ones recur, and some have hundreds of ranges. */
  readonly #classes = new Map<CharSet, string>();
  #waiting: string[] = [];
  #length = 0;

  constructor(rules: Rules, limits: StructureLimits, work: Work) {
    work.spend(rules.size);
    const productive = productiveRules(rules);
    this.#rules = new Map([...rules].map(([name, body]) => [name, withoutUnproductive(body, productive)]));
    this.#productive = productive;
    this.#limits = limits;
    this.#work = work;
    this.#nullable = nullableRules(this.#rules);
    this.#equal = equalRules(this.#rules);
  }

  write(root: Expression): string {
    refuseLeftRecursion(this.#rules, this.#nullable);
    const whole = withoutUnproductive(root, this.#productive);
    if (isNothing(whole)) throw new Untranslatable("nothing can satisfy it");
    this.#line("root", this.#choice(whole));
    for (let name = this.#waiting.pop(); name !== undefined; name = this.#waiting.pop()) {
      const body = this.#rules.get(name);
      if (!body) throw new Untranslatable(`there is no rule ${name}`);
      this.#line(name, this.#choice(body));
    }
    return `${this.#lines.join("\n")}\n`;
  }

  #line(name: string, body: string): void {
    const line = `${name} ::= ${body}`;
    this.#length += line.length + 1;
    this.#work.spend(line.length / CHARACTERS_A_STEP);
    if (this.#length > this.#limits.grammarLength) {
      throw new Untranslatable(
        `its grammar is longer than ${this.#limits.grammarLength} characters: ask for less at once`,
      );
    }
    this.#lines.push(line);
  }

  #choice(expression: Expression): string {
    const options = expression.type === "choice" ? expression.options : [expression];
    const possible = options.filter((option) => !isNothing(option));
    // The empty option is written last, as the fallback.
    const solid = possible.filter((option) => !isEmpty(option)).map((option) => this.#sequence(option));
    if (solid.length < possible.length) solid.push('""');
    return [...new Set(solid)].join(" | ");
  }

  #sequence(expression: Expression): string {
    const parts = expression.type === "sequence" ? expression.parts : [expression];
    return parts.map((part) => this.#item(part)).join(" ");
  }

  #item(expression: Expression): string {
    switch (expression.type) {
      case "text":
        return quoted(expression.text);
      case "character":
        return this.#characterClass(expression.set);
      case "rule":
        return this.#refer(expression.name);
      case "choice":
      case "sequence":
        return `(${this.#choice(expression)})`;
      case "repeat":
        return this.#repeat(expression.of, expression.min, expression.max);
    }
  }

  #characterClass(set: CharSet): string {
    const known = this.#classes.get(set) ?? characterClass(set);
    this.#classes.set(set, known);
    return known;
  }

  #refer(wanted: string): string {
    const name = this.#equal.get(wanted) ?? wanted;
    if (!this.#written.has(name)) {
      this.#written.add(name);
      this.#waiting.push(name);
    }
    return name;
  }

  #repeat(of: Expression, min: number, max: number): string {
    const isOptional = min === 0 && max === 1;
    if (!isOptional && isNullable(of, this.#nullable)) {
      // Repeating the empty text adds nothing, and llama.cpp would take it for left recursion.
      const solid = withoutEmpty(of, this.#nullable, this.#rules);
      return isNothing(solid) ? '""' : this.#counted(this.#atom(solid), 0, max);
    }
    return this.#counted(this.#atom(of), min, max);
  }

  /** Writes an expression that a count can follow. */
  #atom(expression: Expression): string {
    if (expression.type === "character" || expression.type === "rule") return this.#item(expression);
    return this.#part(this.#choice(expression));
  }

  #part(body: string): string {
    const known = this.#parts.get(body);
    if (known) return known;
    const name = `P${this.#parts.size + 1}`;
    this.#parts.set(body, name);
    this.#line(name, body);
    return name;
  }

  #counted(atom: string, min: number, max: number): string {
    if (min === 1 && max === 1) return atom;
    if (max === Number.POSITIVE_INFINITY) {
      if (min <= 1) return `${atom}${min === 0 ? "*" : "+"}`;
      return `${this.#exactly(atom, min)} ${atom}*`;
    }
    if (max <= LARGEST_COUNT) {
      if (min === 0 && max === 1) return `${atom}?`;
      return `${atom}{${min === max ? min : `${min},${max}`}}`;
    }
    if (min === max) return this.#exactly(atom, min);
    const upTo = this.#upTo(atom, max - min);
    return min === 0 ? upTo : `${this.#exactly(atom, min)} ${upTo}`;
  }

  #exactly(atom: string, count: number): string {
    if (count === 1) return atom;
    if (count <= LARGEST_COUNT) return `${atom}{${count}}`;
    const size = Math.ceil(Math.sqrt(count));
    const block = this.#part(this.#exactly(atom, size));
    const rest = count % size;
    const blocks = this.#exactly(block, Math.floor(count / size));
    return rest === 0 ? blocks : `${blocks} ${this.#exactly(atom, rest)}`;
  }

  /**
   * Writes 0 to `count` repetitions: blocks followed by less than a full block, or one block more followed by what
   * then still fits.
   */
  #upTo(atom: string, count: number): string {
    if (count <= LARGEST_COUNT) return this.#counted(atom, 0, count);
    const size = Math.ceil(Math.sqrt(count + 1));
    const block = this.#part(this.#exactly(atom, size));
    const blocks = Math.floor((count + 1) / size) - 1;
    const rest = count - ((blocks + 1) * size - 1);
    const most = `${this.#counted(block, 0, blocks)} ${this.#counted(atom, 0, size - 1)}`;
    if (rest === 0) return most;
    const last = `${this.#exactly(block, blocks + 1)} ${rest === 1 ? "" : this.#counted(atom, 0, rest - 1)}`;
    return this.#part(`${most} | ${last}`);
  }
}

function quoted(content: string): string {
  const body = Array.from(content, (character) => escaped(character.codePointAt(0) ?? 0, PLAIN_IN_TEXT));
  return `"${body.join("")}"`;
}

function characterClass(set: CharSet): string {
  const ranges = set.ranges.map(([first, last]) => {
    const start = escaped(first, PLAIN_IN_CLASS);
    return first === last ? start : `${start}-${escaped(last, PLAIN_IN_CLASS)}`;
  });
  return `[${ranges.join("")}]`;
}

const PLAIN_IN_TEXT = /^[ !#-[\]-~]$/;
const PLAIN_IN_CLASS = /^[A-Za-z0-9]$/;

function escaped(code: number, plain: RegExp): string {
  const character = String.fromCodePoint(code);
  if (plain.test(character)) return character;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** Runs `translate`, and rethrows {@link Untranslatable} as a {@link StructureError} with the kind and place. */
export function withPlace<T>(kind: DefinitionKind, place: string, translate: () => T): T {
  try {
    return translate();
  } catch (error) {
    if (error instanceof Untranslatable) throw new StructureError(kind, place, error.message);
    throw error;
  }
}
