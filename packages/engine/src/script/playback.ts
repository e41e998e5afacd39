import { partText } from "./item-text.ts";
import { type Act, type Speech, speechLength } from "./turn-script.ts";

/** A thread's position in the turn that it plays. */
export class Playback {
  readonly #acts: readonly Act[];
  /** The scripted confidence of the turn's answer, if any. */
  readonly confidence: number | undefined;
  #place = 0;
  /** Tokens output of the act at `#place`, and in total. */
  #token = 0;
  #spoken = 0;
  #index = 0;

  constructor(acts: readonly Act[], confidence?: number) {
    this.#acts = acts;
    this.confidence = confidence;
  }

  fork(): Playback {
    const copy = new Playback(this.#acts, this.confidence);
    copy.#place = this.#place;
    copy.#token = this.#token;
    copy.#spoken = this.#spoken;
    copy.#index = this.#index;
    return copy;
  }

  get act(): Act | undefined {
    return this.#acts[this.#place];
  }

  /** Index of the current output part. */
  get index(): number {
    return this.#index;
  }

  /** Tokens output so far. */
  get spoken(): number {
    return this.#spoken;
  }

  /** The output so far, one text per part. */
  get answer(): string[] {
    return this.#acts.slice(0, this.#place + 1).flatMap((act, place) => {
      if (act.type !== "speech") return [];
      const tokens = place < this.#place ? speechLength(act) : this.#token;
      return tokens === 0 && place === this.#place ? [] : [partText(act.part, textOf(act, 0, tokens))];
    });
  }

  /** Returns the remaining tokens of a part. */
  left(speech: Speech): number {
    return speechLength(speech) - this.#token;
  }

  /** Returns an upcoming token; undefined after the part's end. */
  ahead(speech: Speech, offset: number): string | undefined {
    const place = this.#token + offset;
    return place < speechLength(speech) ? speech.tokens[place % speech.tokens.length] : undefined;
  }

  /** Outputs the next tokens of a part. */
  speak(speech: Speech, tokens: number): string {
    const text = textOf(speech, this.#token, tokens);
    this.#token += tokens;
    this.#spoken += tokens;
    if (this.#token === speechLength(speech)) this.skip();
    return text;
  }

  /** Moves to the next act. */
  skip(): void {
    if (this.act?.type === "speech") this.#index += 1;
    this.#place += 1;
    this.#token = 0;
  }
}

function textOf({ tokens }: Speech, from: number, count: number): string {
  if (from === 0 && count === tokens.length) return tokens.join("");
  let text = "";
  for (let place = from; place < from + count; place += 1) text += tokens[place % tokens.length];
  return text;
}
