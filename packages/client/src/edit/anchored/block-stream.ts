/** The parts that {@link BlockStream} finds in an answer. Lines are without line endings. */
export type BlockPiece =
  | { readonly kind: "search"; readonly lines: readonly string[] }
  | { readonly kind: "replacing"; readonly line: string }
  /** The arriving block has no end. `wasWhole`: its search part was already reported. */
  | { readonly kind: "cut"; readonly search: readonly string[]; readonly wasWhole: boolean }
  | { readonly kind: "block"; readonly search: readonly string[]; readonly replace: readonly string[] };

const SEARCH = /^<{7} ?SEARCH\s*$/;
const DIVIDER = /^={7}\s*$/;
const REPLACE = /^>{7} ?REPLACE\s*$/;

/** Returns whether the code contains lines that look like block markers. */
export function hasMarkers(lines: readonly string[]): boolean {
  return lines.some((line) => SEARCH.test(line) || DIVIDER.test(line) || REPLACE.test(line));
}

/** Extracts the search-and-replace blocks from a streaming answer and drops the text around them. */
export class BlockStream {
  #line = "";
  #part: "outside" | "search" | "replace" = "outside";
  #search: string[] = [];
  #replace: string[] = [];

  /** The lines of the arriving block; null outside its replace part. */
  get arriving(): { readonly search: readonly string[]; readonly replace: readonly string[] } | null {
    if (this.#part !== "replace") return null;
    return {
      search: this.#search,
      replace: this.#line === "" ? this.#replace : [...this.#replace, this.#line],
    };
  }

  /** Whether a block has begun and not ended. */
  get isOpen(): boolean {
    return this.#part !== "outside";
  }

  push(text: string): BlockPiece[] {
    const pieces: BlockPiece[] = [];
    const [rest = "", ...lines] = text.split("\n");
    this.#line += rest;
    for (const next of lines) {
      const line = this.#line;
      this.#line = next;
      this.#addLine(line.endsWith("\r") ? line.slice(0, -1) : line, pieces);
    }
    return pieces;
  }

  /** Ends the answer: its last line needs no line break, but its last block an end marker. */
  end(): BlockPiece[] {
    const pieces = this.#line === "" ? [] : this.push("\n");
    if (this.isOpen) this.#cutBlock(pieces);
    return pieces;
  }

  #addLine(line: string, pieces: BlockPiece[]): void {
    if (this.#part === "outside") {
      if (SEARCH.test(line)) this.#part = "search";
    } else if (SEARCH.test(line)) {
      this.#cutBlock(pieces);
      this.#part = "search";
    } else if (this.#part === "search") {
      if (REPLACE.test(line)) this.#cutBlock(pieces);
      else if (DIVIDER.test(line)) {
        this.#part = "replace";
        pieces.push({ kind: "search", lines: this.#search });
      } else this.#search.push(line);
    } else if (REPLACE.test(line)) {
      pieces.push({ kind: "block", search: this.#search, replace: this.#replace });
      this.#reset();
    } else {
      this.#replace.push(line);
      pieces.push({ kind: "replacing", line });
    }
  }

  #cutBlock(pieces: BlockPiece[]): void {
    pieces.push({ kind: "cut", search: this.#search, wasWhole: this.#part === "replace" });
    this.#reset();
  }

  #reset(): void {
    this.#part = "outside";
    this.#search = [];
    this.#replace = [];
  }
}
