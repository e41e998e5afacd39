import type { OutputParser, ParsedText } from "../format.ts";
import type { ToolSet } from "../tools/index.ts";
import type { Answer, OutputConstraint } from "./answer.ts";
import { PartWriter } from "./part-writer.ts";
import { type Reading, Source } from "./source.ts";

export interface AnswerParserOptions {
  readonly tools: ToolSet;
  readonly thinking: boolean;
  readonly held: OutputConstraint;
  read(answer: Answer): Reading;
}

/** Runs a reader over the output as it arrives. */
export class AnswerParser implements OutputParser {
  readonly #source = new Source();
  readonly #out = new PartWriter();
  readonly #reading: Reading;
  /** A high surrogate at the end of the last text, kept until its pair arrives. */
  #half = "";

  constructor({ tools, thinking, held, read }: AnswerParserOptions) {
    this.#reading = read({ source: this.#source, out: this.#out, tools, thinking, held });
  }

  push(text: string): ParsedText[] {
    const all = this.#half + text;
    this.#half = /[\uD800-\uDBFF]$/.test(all) ? all.slice(-1) : "";
    this.#source.append(all.slice(0, all.length - this.#half.length));
    this.#reading.next();
    return this.#out.drain();
  }

  end(): ParsedText[] {
    this.#source.append(this.#half);
    this.#half = "";
    this.#source.close();
    this.#reading.next();
    this.#out.end();
    return this.#out.drain();
  }
}
