/**
 * The longest runs of letters, digits and non-ASCII characters that contain one of the latter. The letter of an
 * escape, as in `\nÜber`, is not part of the run.
 */
const FOREIGN = /(?:(?<![\\\w])\w+)?\P{ASCII}[\w\P{ASCII}]*/gu;

/** Prefixes of stand-ins, followed by a number. The first one that occurs in neither code nor instruction is used. */
const PREFIXES = ["zq", "qz", "zx", "xq", "qx", "vq", "qv", "zj", "jz", "kq"];

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Typographic characters in instructions that stand for ASCII: word processors and phones insert them automatically.
 */
const TYPOGRAPHIC: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u2032]/g, "'"],
  [/[\u201c-\u201e\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, " "],
];

/**
 * ASCII words that replace words with non-ASCII characters for a model trained on ASCII code, which garbles them byte
 * by byte. Equal words get equal stand-ins, in code and instruction.
 */
export class StandIns {
  /** A prefix that does not occur in the edit. */
  readonly #prefix: string;
  readonly #digits: number;
  readonly #words: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;

  private constructor(prefix: string, words: readonly string[]) {
    this.#prefix = prefix;
    this.#digits = Math.max(2, String(words.length).length);
    this.#words = words;
    this.#numbers = new Map(words.map((word, index) => [word, index]));
  }

  /** Returns null if both texts are ASCII, or all prefixes are taken. */
  static of(code: string, instruction: string): StandIns | null {
    if (!BEYOND_ASCII.test(code) && !BEYOND_ASCII.test(instruction)) return null;
    const words = [code, withPlainCharacters(instruction, code)].flatMap((text) => text.match(FOREIGN) ?? []);
    if (words.length === 0 && withPlainCharacters(instruction, code) === instruction) return null;
    const taken = `${code}\n${instruction}`.toLowerCase();
    const prefix = PREFIXES.find((one) => !taken.includes(one));
    return prefix === undefined ? null : new StandIns(prefix, [...new Set(words)]);
  }

  inCode(code: string): string {
    return code.replace(FOREIGN, (word) => this.#standIn(word));
  }

  /** Returns the instruction that comes with `code`, with stand-ins. */
  inInstruction(instruction: string, code: string): string {
    return this.inCode(withPlainCharacters(instruction, code));
  }

  /**
   * Returns `answer` as the model should write it, for which {@link restored} returns `answer` again. Typographic
   * characters are normalised as in the instruction. Words that stand-ins cannot express stay as they are.
   */
  inAnswer(answer: string, instruction: string, code: string): string {
    const meant = withPlainCharacters(answer, code, instruction);
    return meant.replace(FOREIGN, (word) =>
      this.#numbers.has(word) ? this.#standIn(word) : this.#built(word),
    );
  }

  /**
   * Restores the original words. A stand-in that the model capitalised, as in `getZq00`, gives a capitalised word.
   */
  restored(text: string): string {
    return text.replace(this.#pattern(), (standIn, digits: string) => {
      const word = this.#words[Number(digits)] ?? standIn;
      const [first = "", second = ""] = standIn;
      if (first === first.toLowerCase()) return word;
      return second === second.toLowerCase() ? capitalised(word) : word.toUpperCase();
    });
  }

  /** Returns the length of the end of `text` that may become a stand-in with the text that follows. */
  begunAtEnd(text: string): number {
    const longest = this.#prefix.length + this.#digits - 1;
    for (let length = Math.min(longest, text.length); length > 0; length--) {
      const end = text.slice(-length).toLowerCase();
      const letters = end.slice(0, this.#prefix.length);
      if (this.#prefix.startsWith(letters) && /^\d*$/.test(end.slice(this.#prefix.length))) return length;
    }
    return 0;
  }

  #standIn(word: string): string {
    const number = this.#numbers.get(word);
    return number === undefined ? word : `${this.#prefix}${String(number).padStart(this.#digits, "0")}`;
  }

  /** Returns a new word that contains a known one, with its stand-in: `getGröße` becomes `getZq00`. */
  #built(word: string): string {
    const known = [...this.#words].sort((a, b) => b.length - a.length);
    for (const one of known) {
      const standIn = this.#standIn(one);
      for (const [spelled, written] of [
        [one, standIn],
        [capitalised(one), capitalised(standIn)],
        [one.toUpperCase(), standIn.toUpperCase()],
      ] as const) {
        const built = word.replaceAll(spelled, written);
        if (built !== word && this.restored(built) === word) return built;
      }
    }
    return word;
  }

  #pattern(): RegExp {
    return new RegExp(`${this.#prefix}(\\d{${this.#digits}})`, "gi");
  }
}

/**
 * Returns the text with typographic characters from the instruction replaced by ASCII, except those that the code
 * contains too.
 */
function withPlainCharacters(text: string, code: string, instruction = text): string {
  return TYPOGRAPHIC.reduce(
    (all, [pattern, plain]) =>
      all.replace(pattern, (one) => (instruction.includes(one) && !code.includes(one) ? plain : one)),
    text,
  );
}

function capitalised(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}
