/**
 * The longest runs of letters, digits and characters beyond ASCII that have one of the latter. The letter of an escape,
 * as in `\nÜber`, belongs to the escape.
 */
const FOREIGN = /(?:(?<![\\\w])\w+)?\P{ASCII}[\w\P{ASCII}]*/gu;

/** Words stand behind one of these and a number; the first is taken that neither code nor instruction has. */
const PREFIXES = ["zq", "qz", "zx", "xq", "qx", "vq", "qv", "zj", "jz", "kq"];

const BEYOND_ASCII = /[^\0-\x7f]/;

/** What stands in instructions where ASCII is meant: word processors and phones put it in by themselves. */
const TYPOGRAPHIC: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u2032]/g, "'"],
  [/[\u201c-\u201e\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u00a0\u2000-\u200a\u202f\u3000]/g, " "],
];

/**
 * Words that a model of ASCII code reads and writes in the place of those that it was never taught: byte by byte it loses
 * them. Equal words have equal ones, in the code and in the instruction.
 */
export class StandIns {
  /** Of a prefix that stands in no text of the edit. */
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

  /** Null where both are ASCII, or where every prefix is taken. */
  static of(code: string, instruction: string): StandIns | null {
    if (!BEYOND_ASCII.test(code) && !BEYOND_ASCII.test(instruction)) return null;
    const words = [code, straight(instruction, code)].flatMap((text) => text.match(FOREIGN) ?? []);
    if (words.length === 0 && straight(instruction, code) === instruction) return null;
    const taken = `${code}\n${instruction}`.toLowerCase();
    const prefix = PREFIXES.find((one) => !taken.includes(one));
    return prefix === undefined ? null : new StandIns(prefix, [...new Set(words)]);
  }

  inCode(code: string): string {
    return code.replace(FOREIGN, (word) => this.#standIn(word));
  }

  /** Of the instruction that comes with `code`. */
  inInstruction(instruction: string, code: string): string {
    return this.inCode(straight(instruction, code));
  }

  /**
   * The answer `answer` to `instruction` about `code` as the model is to write it: what {@link restored} makes the answer
   * of. It has the characters that the instruction was taken to mean. What it alone has and no stand-in can tell stays.
   */
  inAnswer(answer: string, instruction: string, code: string): string {
    const meant = straight(answer, code, instruction);
    return meant.replace(FOREIGN, (word) =>
      this.#numbers.has(word) ? this.#standIn(word) : this.#built(word),
    );
  }

  /** The words themselves again. One that the model writes with a capital, as in `getZq00`, gets one too. */
  restored(text: string): string {
    return text.replace(this.#pattern(), (standIn, digits: string) => {
      const word = this.#words[Number(digits)] ?? standIn;
      const [first = "", second = ""] = standIn;
      if (first === first.toLowerCase()) return word;
      return second === second.toLowerCase() ? capitalised(word) : word.toUpperCase();
    });
  }

  /** Length of the end of `text` that may become a stand-in with what follows. */
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

  /** A new word that has another in it: `getGröße` is `getZq00`. */
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

/** The text with what an instruction has plain. A character that the code has as well is meant as it is. */
function straight(text: string, code: string, instruction = text): string {
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
