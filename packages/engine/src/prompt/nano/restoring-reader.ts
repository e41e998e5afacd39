import type { OutputParser, ParsedText } from "../format.ts";
import type { StandIns } from "./stand-ins.ts";

/** Replaces stand-ins in the output by the original words as it arrives. */
export class RestoringReader implements OutputParser {
  readonly #reader: OutputParser;
  readonly #standIns: StandIns;
  /** The end of the text that may be the beginning of a stand-in. */
  #held: ParsedText | null = null;

  constructor(reader: OutputParser, standIns: StandIns) {
    this.#reader = reader;
    this.#standIns = standIns;
  }

  get fault(): string | null {
    return this.#reader.fault ?? null;
  }

  get isOver(): boolean {
    return this.#reader.isOver ?? false;
  }

  push(text: string): ParsedText[] {
    return this.#reader.push(text).flatMap((parsed) => this.#restore(parsed));
  }

  end(isWhole: boolean): ParsedText[] {
    const last = this.#reader.end(isWhole).flatMap((parsed) => this.#restore(parsed));
    return [...last, ...this.#release()];
  }

  #restore(parsed: ParsedText): ParsedText[] {
    const before = this.#held?.index === parsed.index ? [] : this.#release();
    if (parsed.part.type !== "text") return [...before, parsed];
    const text = (this.#held?.text ?? "") + parsed.text;
    const sure = text.length - this.#standIns.begunAtEnd(text);
    this.#held = sure === text.length ? null : { ...parsed, text: text.slice(sure) };
    const restored = this.#standIns.restored(text.slice(0, sure));
    return restored === "" ? before : [...before, { ...parsed, text: restored }];
  }

  #release(): ParsedText[] {
    const held = this.#held;
    this.#held = null;
    return held === null ? [] : [held];
  }
}
