import { AlignedCode } from "./arriving-code.ts";
import { CodeStream } from "./code-stream.ts";
import type { Hunk } from "./hunk.ts";
import type { Preview } from "./preview.ts";
import type { Region } from "./region.ts";

/** What a piece of the answer's text results in, in order. */
export type AnswerEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hunk"; readonly hunk: Hunk }
  /** What came before was not code: discard it. */
  | { readonly kind: "reset" };

/** An arriving answer to an edit: turns streamed text into hunks. */
export interface ArrivingAnswer {
  readonly hunks: readonly Hunk[];
  /** The code as received; for an anchored edit, the blocks. */
  readonly text: string;
  push(text: string): AnswerEvent[];
  /** Ends the answer. */
  complete(): AnswerEvent[];
  preview(): Preview;
}

/** An answer with the whole code: turns streamed text into code, lines and hunks. */
export class EditAnswer implements ArrivingAnswer {
  readonly #stream: CodeStream;
  readonly #code: AlignedCode;

  constructor(region: Region, language: string | null = null) {
    this.#stream = new CodeStream(language === "markdown" || /^ {0,3}(```|~~~)/m.test(region.text));
    this.#code = new AlignedCode(region);
  }

  get hunks(): readonly Hunk[] {
    return this.#code.hunks;
  }

  /** The code as received. */
  get text(): string {
    return this.#code.text;
  }

  push(text: string): AnswerEvent[] {
    return this.#toEvents(this.#stream.push(text));
  }

  /** Ends the answer: what is left of the original was deleted. */
  complete(): AnswerEvent[] {
    return [...this.#toEvents(this.#stream.end()), ...this.#code.complete().map(toHunkEvent)];
  }

  preview(): Preview {
    return this.#code.preview();
  }

  #toEvents(pieces: ReturnType<CodeStream["push"]>): AnswerEvent[] {
    return pieces.flatMap((piece): AnswerEvent[] => {
      if (piece.kind === "reset") {
        this.#code.reset();
        return [{ kind: "reset" }];
      }
      return [{ kind: "text", text: piece.text }, ...this.#code.push(piece.text).map(toHunkEvent)];
    });
  }
}

function toHunkEvent(hunk: Hunk): AnswerEvent {
  return { kind: "hunk", hunk };
}
