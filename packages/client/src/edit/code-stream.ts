/** What {@link CodeStream} finds in text: more code, or that the code so far was not code. */
export type CodePiece = { readonly kind: "code"; readonly text: string } | { readonly kind: "reset" };

/** Number of lines that look like prose before they count as code; until then a fence may follow. */
const MAX_PROSE_LINES = 12;

/**
 * Extracts the code from a streaming answer: the text between fences, or all of it if there are none. Drops prose
 * before and after the fence, and the line break before the closing fence.
 */
export class CodeStream {
  readonly #fencesInside: boolean;
  #phase: "prose" | "fenced" | "bare" | "closed" = "prose";
  /** Text of the unfinished line that was not emitted yet. */
  #line = "";
  /** Whether part of the unfinished line was emitted. */
  #isMidLine = false;
  #proseLines: string[] = [];
  #fence = "";
  #nested = 0;
  /** Lines from the latest possible closing fence on. */
  #heldLines: string[] = [];
  #hasEmitted = false;

  /** `fencesInside`: the code itself may contain fences, like Markdown. */
  constructor(fencesInside: boolean) {
    this.#fencesInside = fencesInside;
  }

  push(text: string): CodePiece[] {
    const pieces: CodePiece[] = [];
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      this.#line += text.slice(from, at);
      this.#endLine(pieces);
      from = at + 1;
    }
    this.#line += text.slice(from);
    this.#emitPartialLine(pieces);
    return joinPieces(pieces);
  }

  /** Ends the answer. */
  end(): CodePiece[] {
    const pieces: CodePiece[] = [];
    if (this.#line !== "" || this.#isMidLine) this.#endLine(pieces);
    if (this.#phase === "prose") this.#startBareCode(pieces);
    return joinPieces(pieces);
  }

  #endLine(pieces: CodePiece[]): void {
    const line = this.#line.endsWith("\r") ? this.#line.slice(0, -1) : this.#line;
    const whole = !this.#isMidLine;
    this.#line = "";
    this.#isMidLine = false;
    switch (this.#phase) {
      case "prose":
        this.#proseLine(line, pieces);
        return;
      case "bare":
        if (whole && !this.#fencesInside && opensFence(line)) {
          if (this.#hasEmitted) pieces.push({ kind: "reset" });
          this.#open(line);
        } else this.#emit(line, whole, pieces);
        return;
      case "fenced":
        if (whole && this.#closes(line)) this.#close(line);
        else this.#emit(line, whole, pieces);
        return;
      case "closed":
        if (this.#fencesInside) this.#afterClosing(line, pieces);
    }
  }

  #proseLine(line: string, pieces: CodePiece[]): void {
    if (opensFence(line)) {
      this.#proseLines = [];
      this.#open(line);
      return;
    }
    this.#proseLines.push(line);
    const isCode = line.trim() !== "" && !looksLikeProse(line);
    if (isCode || this.#proseLines.length >= MAX_PROSE_LINES) this.#startBareCode(pieces);
  }

  #startBareCode(pieces: CodePiece[]): void {
    this.#phase = "bare";
    const first = this.#proseLines.findIndex((line) => line.trim() !== "");
    for (const line of first === -1 ? [] : this.#proseLines.slice(first)) this.#emit(line, true, pieces);
    this.#proseLines = [];
  }

  #open(line: string): void {
    this.#phase = "fenced";
    this.#fence = /(`{3,}|~{3,})/.exec(line)?.[0] ?? "";
    this.#hasEmitted = false;
    this.#nested = 0;
  }

  #close(line: string): void {
    this.#phase = "closed";
    this.#heldLines = [line];
  }

  /** Code with fences may contain bare ones: if another one follows, the previous one did not close the code. */
  #afterClosing(line: string, pieces: CodePiece[]): void {
    if (!this.#closes(line)) {
      this.#heldLines.push(line);
      return;
    }
    for (const held of this.#heldLines) this.#emit(held, true, pieces);
    this.#close(line);
  }

  #closes(line: string): boolean {
    const [, ticks = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (ticks === "" || ticks[0] !== this.#fence[0] || ticks.length < this.#fence.length) return false;
    if (info.trim() !== "") {
      this.#nested++;
      return false;
    }
    if (this.#nested === 0) return true;
    this.#nested--;
    return false;
  }

  /** Emits the unfinished line if it cannot be a fence, to show the code character by character. */
  #emitPartialLine(pieces: CodePiece[]): void {
    if (this.#phase === "prose") {
      if (this.#proseLines.some((line) => line.trim() !== "") || !/^\s*[^\sA-Z`~]/.test(this.#line)) return;
      this.#startBareCode(pieces);
    }
    if (this.#phase === "closed" || this.#line === "" || this.#line.endsWith("\r")) return;
    if (!this.#isMidLine && /^ {0,3}($|[`~])/.test(this.#line)) return;
    this.#emit(this.#line, !this.#isMidLine, pieces);
    this.#line = "";
    this.#isMidLine = true;
  }

  /** Emits text. A line break is emitted before the following line, never after the last one. */
  #emit(text: string, startsLine: boolean, pieces: CodePiece[]): void {
    pieces.push({ kind: "code", text: startsLine && this.#hasEmitted ? `\n${text}` : text });
    this.#hasEmitted = true;
  }
}

function opensFence(line: string): boolean {
  return /^ {0,3}(`{3,}[^`]*|~{3,}.*)$/.test(line);
}

/** Returns whether a line is a short sentence, as models write before the code: "Here is the faster version:". */
function looksLikeProse(line: string): boolean {
  return /^\s*[A-Z][\w'’]*[ ,!.].*[.:!]\s*$/.test(line) && line.trim().split(/\s+/).length >= 3;
}

function joinPieces(pieces: readonly CodePiece[]): CodePiece[] {
  const result: CodePiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === "code" && last?.kind === "code") {
      result[result.length - 1] = { kind: "code", text: last.text + piece.text };
    } else if (piece.kind === "reset" || piece.text !== "") result.push(piece);
  }
  return result;
}
