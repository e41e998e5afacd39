import type { OutputParser, ParsedText } from "../format.ts";

/** Code as a model reads it that answers with the lines that change. */
export function numberLines(code: string): string {
  return code
    .split("\n")
    .map((line, index) => `${index + 1} ${line}`)
    .join("\n");
}

const NUMBERED = /^([1-9]\d{0,6})( |$)/;

/**
 * Makes the whole edited code of an answer in numbered lines, while it arrives. All lines `N …` take the place of line
 * N, `N` alone leaves it out, and lines that the answer does not name stay. Numbers must be those of lines, in order:
 * else the answer is none.
 */
export class NumberedLinesReader implements OutputParser {
  readonly #code: readonly string[];
  /** Number of the line whose place the answer's last line takes; 0 before the first. Lines up to it are done. */
  #last = 0;
  #isLeftOut = false;
  /** Lines of the answer that have ended. */
  #ended = 0;
  /** Text of the unfinished line that is not given out yet. */
  #line = "";
  /** Whether the unfinished line's number is read; what follows is given out as it comes. */
  #midLine = false;
  #any = false;
  #fault: string | null = null;

  constructor(code: string) {
    this.#code = code.split("\n");
  }

  get fault(): string | null {
    return this.#fault;
  }

  push(text: string): ParsedText[] {
    const out: string[] = [];
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1 && this.#fault === null; at = text.indexOf("\n", from)) {
      this.#line += text.slice(from, at);
      this.#endLine(out);
      from = at + 1;
    }
    this.#line += text.slice(from);
    if (this.#fault === null) this.#earlyPart(out);
    return parsed(out);
  }

  /** Of an answer that was cut off, a number that may not be whole and the lines that it does not reach are left out. */
  end(isWhole: boolean): ParsedText[] {
    const out: string[] = [];
    if (isWhole && this.#fault === null && this.#line !== "") this.#endLine(out);
    if (isWhole && this.#fault === null) this.#keepUntil(this.#code.length + 1, out);
    return parsed(out);
  }

  #endLine(out: string[]): void {
    const line = this.#line;
    const isBegun = this.#midLine;
    this.#line = "";
    this.#midLine = false;
    if (isBegun) out.push(line);
    else this.#begin(line, out);
    this.#ended += 1;
  }

  /** Gives out what is behind the number of an unfinished line. */
  #earlyPart(out: string[]): void {
    if (this.#midLine) {
      out.push(this.#line);
      this.#line = "";
    } else if (NUMBERED.exec(this.#line)?.[2] === " ") {
      const line = this.#line;
      this.#line = "";
      this.#midLine = true;
      this.#begin(line, out);
    }
  }

  #begin(line: string, out: string[]): void {
    const [whole, digits, space] = NUMBERED.exec(line) ?? [];
    const number = Number(digits);
    const isLeftOut = space === "";
    // Not quoted: what fails an answer is logged, and logs have no code.
    if (whole === undefined) this.#fail(`line ${this.#ended + 1} of it has no line number`);
    else if (number > this.#code.length) {
      this.#fail(`it changes line ${number}, but the code has ${this.#code.length}`);
    } else if (number < this.#last || (number === this.#last && (isLeftOut || this.#isLeftOut))) {
      this.#fail(`it changes line ${number} after line ${this.#last}`);
    } else {
      this.#keepUntil(number, out);
      this.#last = number;
      this.#isLeftOut = isLeftOut;
      if (!isLeftOut) this.#give(line.slice(whole.length), out);
    }
  }

  /** Gives out the lines behind the last one that the answer names, up to before line `number`. */
  #keepUntil(number: number, out: string[]): void {
    for (const line of this.#code.slice(this.#last, number - 1)) this.#give(line, out);
  }

  /** A line break goes before the line that follows it, never after the last line. */
  #give(line: string, out: string[]): void {
    out.push(this.#any ? `\n${line}` : line);
    this.#any = true;
  }

  #fail(what: string): void {
    this.#fault = `the model's answer is not an edit of this code (${what}): rephrase the instruction, or use another model`;
  }
}

function parsed(out: readonly string[]): ParsedText[] {
  const text = out.join("");
  return text === "" ? [] : [{ index: 0, part: { type: "text" }, text }];
}
