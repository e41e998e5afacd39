import { AlignedCode } from "./arriving-code.ts";
import { CodeStream } from "./code-stream.ts";
import type { Hunk } from "./hunk.ts";
import type { Preview } from "./preview.ts";
import type { Region } from "./region.ts";

/** What a piece of the answer's text brings, in order. */
export type AnswerEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hunk"; readonly hunk: Hunk }
  /** What came before was no code: all of it is void. */
  | { readonly kind: "reset" };

/** An answer to an edit while it arrives: from streamed text to hunks. */
export interface ArrivingAnswer {
  readonly hunks: readonly Hunk[];
  /** The code as it came; of an anchored edit, the blocks. */
  readonly text: string;
  push(text: string): AnswerEvent[];
  /** Nothing more comes. */
  complete(): AnswerEvent[];
  preview(): Preview;
}

/** One answer to an edit: from streamed text to code, lines and hunks. */
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

  /** The code as it came. */
  get text(): string {
    return this.#code.text;
  }

  push(text: string): AnswerEvent[] {
    return this.#take(this.#stream.push(text));
  }

  /** The answer is whole: what is left of the original was deleted. */
  complete(): AnswerEvent[] {
    return [...this.#take(this.#stream.end()), ...this.#code.complete().map(told)];
  }

  preview(): Preview {
    return this.#code.preview();
  }

  #take(pieces: ReturnType<CodeStream["push"]>): AnswerEvent[] {
    return pieces.flatMap((piece): AnswerEvent[] => {
      if (piece.kind === "reset") {
        this.#code.reset();
        return [{ kind: "reset" }];
      }
      return [{ kind: "text", text: piece.text }, ...this.#code.push(piece.text).map(told)];
    });
  }
}

function told(hunk: Hunk): AnswerEvent {
  return { kind: "hunk", hunk };
}
