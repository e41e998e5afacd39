import { Random } from "../random/index.ts";
import type { Sample } from "../syntax/index.ts";
import { ADJECTIVES, NOUNS, SHORT_NAMES, VERBS } from "./words.ts";

/** How the words of a name are joined. */
export type Case = "camel" | "snake" | "pascal" | "constant";

/**
 * Random choices of what an edit leaves open and its instruction states: names, texts, values. `pool` holds names seen
 * in other code, which makes new names realistic.
 */
export class Choices extends Random {
  readonly #pool: readonly string[];

  constructor(seed: number, pool: readonly string[] = []) {
    super(seed);
    this.#pool = pool;
  }

  /** Returns a name for a value that occurs nowhere in the sample. */
  variable(sample: Sample): string {
    return this.#unusedName(sample, () => {
      if (this.#pool.length > 0 && this.chance(0.45)) return this.pick(this.#pool);
      if (this.chance(0.12)) return this.pick(SHORT_NAMES);
      const casing = this.chance(0.07) ? "snake" : "camel";
      if (this.chance(0.35)) return this.pick(NOUNS);
      const first = this.chance(0.65) ? this.pick(ADJECTIVES) : this.pick(NOUNS);
      return joinWords([first, this.pick(NOUNS)], casing);
    });
  }

  /** Returns a name for a function that occurs nowhere in the sample. */
  function(sample: Sample): string {
    return this.#unusedName(sample, () => {
      if (this.#pool.length > 0 && this.chance(0.25)) return this.pick(this.#pool);
      const words = [this.pick(VERBS)];
      if (this.chance(0.35)) words.push(this.pick(ADJECTIVES));
      if (this.chance(0.9)) words.push(this.pick(NOUNS));
      return joinWords(words, this.chance(0.05) ? "snake" : "camel");
    });
  }

  /** Returns a name for a class, a type or a component that occurs nowhere in the sample. */
  type(sample: Sample): string {
    return this.#unusedName(sample, () =>
      joinWords([this.chance(0.4) ? this.pick(ADJECTIVES) : this.pick(NOUNS), this.pick(NOUNS)], "pascal"),
    );
  }

  /** Returns a NAME_LIKE_THIS that occurs nowhere in the sample. */
  constant(sample: Sample): string {
    return this.#unusedName(sample, () => {
      const words = [this.chance(0.6) ? this.pick(ADJECTIVES) : this.pick(NOUNS), this.pick(NOUNS)];
      if (this.chance(0.25)) words.push(this.pick(NOUNS));
      return joinWords(words, "constant");
    });
  }

  /** Returns a short message as a program shows it, without quotes, backslashes or `$`. */
  message(subject = this.pick(NOUNS)): string {
    const noun = wordsOf(subject).join(" ") || subject;
    const other = this.pick(NOUNS);
    switch (this.below(12)) {
      case 0:
        return `${noun} is required`;
      case 1:
        return `Missing ${noun}`;
      case 2:
        return `Invalid ${noun}`;
      case 3:
        return `Failed to ${this.pick(VERBS)} the ${noun}`;
      case 4:
        return `Could not ${this.pick(VERBS)} ${other}`;
      case 5:
        return `${capitalized(noun)} must not be empty`;
      case 6:
        return `expected a ${noun}`;
      case 7:
        return `The ${other} has no ${noun}`;
      case 8:
        return `no ${noun} given`;
      case 9:
        return `Unknown ${noun}: ${this.pick(ADJECTIVES)} ${other}`;
      case 10:
        return `${capitalized(this.pick(VERBS))} ${this.pick(ADJECTIVES)} ${noun}`;
      default:
        return `Cannot ${this.pick(VERBS)} ${this.pick(ADJECTIVES)} ${other}`;
    }
  }

  /** Returns a sentence of documentation. */
  sentence(): string {
    const verb = this.pick(VERBS);
    const object = `the ${this.chance(0.4) ? `${this.pick(ADJECTIVES)} ` : ""}${this.pick(NOUNS)}`;
    const rest = this.pick([
      "",
      ` of a ${this.pick(NOUNS)}`,
      ` for the ${this.pick(ADJECTIVES)} ${this.pick(NOUNS)}`,
      ` before the ${this.pick(NOUNS)} is ${this.pick(ADJECTIVES)}`,
      ` when there is no ${this.pick(NOUNS)}`,
      ` and ${this.pick(VERBS)}s its ${this.pick(NOUNS)}`,
      ` from ${this.pick(NOUNS)} to ${this.pick(NOUNS)}`,
    ]);
    return `${capitalized(verb)}${this.chance(0.6) ? "s" : ""} ${object}${rest}${this.chance(0.7) ? "." : ""}`;
  }

  #unusedName(sample: Sample, draw: () => string): string {
    for (let attempt = 0; attempt < 20; attempt++) {
      const name = draw();
      if (!RESERVED.has(name) && !sample.mentions(name)) return name;
    }
    let name = `value${this.between(2, 9999)}`;
    while (sample.mentions(name)) name = `value${this.between(2, 9999)}`;
    return name;
  }
}

/** Words that are never used as names: reserved words, well-known types and globals. */
export const RESERVED: ReadonlySet<string> = new Set(
  `arguments async await break case catch class const continue debugger default delete do else enum eval export extends
false finally for function get if implements import in instanceof interface let new null of package private protected public
return set static super switch this throw true try type typeof undefined var void while with yield any string number boolean
object symbol unknown never constructor`.split(/\s+/),
);

export function joinWords(words: readonly string[], casing: Case): string {
  const lower = words.map((word) => word.toLowerCase());
  switch (casing) {
    case "snake":
      return lower.join("_");
    case "constant":
      return lower.join("_").toUpperCase();
    case "pascal":
      return lower.map(capitalized).join("");
    case "camel":
      return lower.map((word, index) => (index === 0 ? word : capitalized(word))).join("");
  }
}

/** Returns the words in a name of any case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[\s_$]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Returns a name as it is written in a sentence. */
export function inWords(name: string): string {
  return wordsOf(name).join(" ") || name;
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
