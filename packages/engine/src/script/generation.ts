import type { Burst, EngineErrorCode } from "../contract/index.ts";
import type { StopText } from "../stop/index.ts";
import type { Draft, Verified } from "./draft.ts";
import type { Playback } from "./playback.ts";
import type { Speech } from "./turn-script.ts";

/** The next step of a generation. */
export type NextStep =
  | { readonly type: "speak"; readonly speech: Speech; readonly tokens: number; readonly verified: Verified }
  | { readonly type: "pause"; readonly milliseconds: number }
  | { readonly type: "error"; readonly code: EngineErrorCode; readonly message: string }
  | { readonly type: "end"; readonly reason: "stop" | "length" };

type SpeakStep = Extract<NextStep, { type: "speak" }>;
type PauseStep = Extract<NextStep, { type: "pause" }>;

export interface GenerationOptions {
  readonly playback: Playback;
  /** Most tokens to generate. */
  readonly limit: number;
  /** Tokens per step without a draft. */
  readonly burst: number;
  readonly stop: StopText;
  readonly draft: Draft | null;
}

const NOTHING = { tokens: 0, drafted: 0, accepted: 0 };

/** A call of `generate`: advances a playback up to a limit or a stop sequence, with drafts. */
export class Generation {
  readonly #options: GenerationOptions;
  #stopped = false;
  #outputTokens = 0;
  #reasoningTokens = 0;
  /** Counts of steps whose text is held back as a possible start of a stop sequence. */
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

  /** Runs a step. Returns null if it has no text or all of it is held back. */
  take(step: SpeakStep | PauseStep): Burst | null {
    if (step.type === "speak") return this.#speak(step);
    this.#options.playback.skip();
    return null;
  }

  /** Returns the text held back at the end of the generation. */
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
    // An empty part is still an output item.
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
