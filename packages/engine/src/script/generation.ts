import type { Burst, EngineErrorCode } from "../contract/index.ts";
import type { StopText } from "../stop/index.ts";
import type { Draft, Verified } from "./draft.ts";
import type { Playback } from "./playback.ts";
import type { Speech } from "./turn-script.ts";

/** What a generation does next. */
export type NextStep =
  | { readonly type: "speak"; readonly speech: Speech; readonly tokens: number; readonly verified: Verified }
  | { readonly type: "pause"; readonly milliseconds: number }
  | { readonly type: "error"; readonly code: EngineErrorCode; readonly message: string }
  | { readonly type: "end"; readonly reason: "stop" | "length" };

type SpeakStep = Extract<NextStep, { type: "speak" }>;
type PauseStep = Extract<NextStep, { type: "pause" }>;

export interface GenerationOptions {
  readonly playback: Playback;
  /** Tokens that it may say. */
  readonly limit: number;
  /** Tokens that a step says without a draft. */
  readonly burst: number;
  readonly stop: StopText;
  readonly draft: Draft | null;
}

const NOTHING = { tokens: 0, drafted: 0, accepted: 0 };

/** One call of `generate`: takes a playback on, within a limit, up to a stop text, with a draft's help. */
export class Generation {
  readonly #options: GenerationOptions;
  #stopped = false;
  #outputTokens = 0;
  #reasoningTokens = 0;
  /** Counts of steps whose text is held back, as it may begin a stop text. */
  #held: { tokens: number; drafted: number; accepted: number } = NOTHING;
  #open: Pick<Burst, "index" | "part"> | null = null;

  constructor(options: GenerationOptions) {
    this.#options = options;
  }

  get counts(): { outputTokens: number; reasoningTokens: number } {
    return { outputTokens: this.#outputTokens, reasoningTokens: this.#reasoningTokens };
  }

  get confidence(): number | undefined {
    return this.#options.playback.confidence;
  }

  next(): NextStep {
    const { playback, limit, burst, draft } = this.#options;
    const { act } = playback;
    if (this.#stopped || !act) return { type: "end", reason: "stop" };
    if (act.type === "pause") return act;
    if (act.type === "error") return act;

    const left = playback.left(act);
    const room = limit - this.#outputTokens;
    if (left > 0 && room <= 0) return { type: "end", reason: "length" };
    const verified =
      draft && act.part.type === "text"
        ? draft.verify((offset) => playback.ahead(act, offset))
        : { drafted: 0, accepted: 0 };
    return { type: "speak", speech: act, tokens: Math.min(verified.accepted + burst, left, room), verified };
  }

  /** Takes a step. Null where it says nothing, or all of its text is held back. */
  take(step: SpeakStep | PauseStep): Burst | null {
    if (step.type === "speak") return this.#speak(step);
    this.#options.playback.skip();
    return null;
  }

  /** What was held back when the generation ends. */
  flush(): Burst | null {
    const text = this.#options.stop.end();
    return text === "" ? null : this.#emit(text);
  }

  #speak({ speech, tokens, verified }: SpeakStep): Burst | null {
    const { playback, stop, draft } = this.#options;
    const { index } = playback;
    this.#follow(speech, tokens, verified, draft);
    const last = playback.left(speech) === tokens;
    const spoken = playback.speak(speech, tokens);
    const isText = speech.part.type === "text";
    const { text, stopped } = isText ? stop.push(spoken) : { text: spoken, stopped: false };

    this.#stopped = stopped;
    this.#outputTokens += tokens;
    if (speech.part.type === "reasoning") this.#reasoningTokens += tokens;
    this.#held = {
      tokens: this.#held.tokens + tokens,
      drafted: this.#held.drafted + verified.drafted,
      accepted: this.#held.accepted + Math.min(verified.accepted, tokens),
    };
    this.#open = { index, part: speech.part };
    const said = last ? text + stop.end() : text;
    // A part that says nothing is an output item all the same.
    return said !== "" || tokens === 0 ? this.#emit(said) : null;
  }

  #follow(speech: Speech, tokens: number, verified: Verified, draft: Draft | null): void {
    if (!draft || speech.part.type !== "text") return;
    for (let offset = verified.accepted; offset < tokens; offset += 1) {
      const token = this.#options.playback.ahead(speech, offset);
      if (token !== undefined) draft.follow(token);
    }
  }

  #emit(text: string): Burst | null {
    if (!this.#open) return null;
    const burst: Burst = { type: "burst", ...this.#open, text, ...this.#held };
    this.#held = NOTHING;
    return burst;
  }
}
