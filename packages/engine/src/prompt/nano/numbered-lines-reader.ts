import type { OutputParser, ParsedText } from "../format.ts";

/** Numbers the lines of code, for models that output only the changed lines. */
export function numberLines(code: string): string {
  return code
    .split("\n")
    .map((line, index) => `${index + 1} ${line}`)
    .join("\n");
}

const NUMBERED = /^([1-9]\d{0,6})( |$)/;

/**
 * Turns output in numbered lines into the whole edited code as it arrives. Lines `N …` replace line N, `N` alone
 * deletes it, and lines that are not mentioned stay. Numbers must exist and be in order: otherwise the output is
 * rejected.
 */
export class NumberedLinesReader implements OutputParser {
  readonly #code: readonly string[];
  /** Number of the code line that the last output line replaces; 0 before the first. Lines up to it are done. */
  #last = 0;
  #isDeleted = false;
  /** Completed lines of the output. */
  #ended = 0;
  /** Text of the incomplete line that was not passed on yet. */
  #line = "";
  /** Whether the number of the incomplete line was read; the text after it is passed on as it arrives. */
  #midLine = false;
  #hasOutput = false;
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
    if (this.#fault === null) this.#emitPartialLine(out);
    return parsed(out);
  }

  /** If the output was cut off, an incomplete number and all code lines after the last one mentioned are left out. */
  end(isWhole: boolean): ParsedText[] {
    const out: string[] = [];
    if (isWhole && this.#fault === null && this.#line !== "") this.#endLine(out);
    if (isWhole && this.#fault === null) this.#emitUnchanged(this.#code.length + 1, out);
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

  /** Passes on the text after the number of an incomplete line. */
  #emitPartialLine(out: string[]): void {
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
    // The line is not quoted: errors are logged, and logs must not contain code.
    if (whole === undefined) this.#fail(`line ${this.#ended + 1} of it has no line number`);
    else if (number > this.#code.length) {
      this.#fail(`it changes line ${number}, but the code has ${this.#code.length}`);
    } else if (number < this.#last || (number === this.#last && (isLeftOut || this.#isDeleted))) {
      this.#fail(`it changes line ${number} after line ${this.#last}`);
    } else {
      this.#emitUnchanged(number, out);
      this.#last = number;
      this.#isDeleted = isLeftOut;
      if (!isLeftOut) this.#emitLine(line.slice(whole.length), out);
    }
  }

  /** Passes on unchanged lines, from the last one mentioned up to the one before `number`. */
  #emitUnchanged(number: number, out: string[]): void {
    for (const line of this.#code.slice(this.#last, number - 1)) this.#emitLine(line, out);
  }

  /** The line break goes before each following line, never after the last one. */
  #emitLine(line: string, out: string[]): void {
    out.push(this.#hasOutput ? `\n${line}` : line);
    this.#hasOutput = true;
  }

  #fail(what: string): void {
    this.#fault = `the model's answer is not an edit of this code (${what}): rephrase the instruction, or use another model`;
  }
}

function parsed(out: readonly string[]): ParsedText[] {
  const text = out.join("");
  return text === "" ? [] : [{ index: 0, part: { type: "text" }, text }];
}
