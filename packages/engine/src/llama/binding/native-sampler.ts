import type { Addon, AddonModel, AddonSampler } from "./addon-types.ts";
import type { Sampler, SamplingConfig, SamplingGrammar } from "./binding.ts";
import { grammarState } from "./grammar-state.ts";
import { nativeSeed } from "./seed.ts";

/** Number of best tokens needed to compare the first with the second. */
const COMPARED = 2;
/** Number of best tokens used to compare the first with all others. */
const WEIGHED = 8;

/** llama.cpp's sampler with an optional grammar. */
export class NativeSampler implements Sampler {
  readonly #make: () => AddonSampler;
  readonly native: AddonSampler;
  readonly config: SamplingConfig;
  /** Whether a grammar constrains the tokens. */
  readonly isConstrained: boolean;
  /** Whether the tokens' uncertainty is requested and available. */
  readonly weighed: boolean;
  stuck = false;
  fault: Error | null = null;
  #uncertainty = 0;
  #best: AddonSampler | null = null;

  private constructor(native: AddonSampler, make: () => AddonSampler, config: SamplingConfig, held: boolean) {
    this.native = native;
    this.#make = make;
    this.config = config;
    this.isConstrained = held;
    this.weighed = config.weighed === true && config.temperature === 0 && !held;
  }

  get uncertainty(): number | null {
    return this.weighed ? this.#uncertainty : null;
  }

  /** Adds the uncertainty of tokens, given the weight of all tokens relative to each. */
  weigh(weights: readonly number[]): void {
    for (const weight of weights) this.#uncertainty += entropy(1 / weight);
  }

  /** Throws if the grammar is invalid. */
  static of(
    addon: Addon,
    model: AddonModel,
    config: SamplingConfig,
    grammar: SamplingGrammar | null,
  ): NativeSampler {
    // Parse first: if this throws, there is no sampler to dispose.
    const state = grammar && grammarState(addon, model, grammar.gbnf);
    const make = () => new addon.AddonSampler(model);
    const native = make();
    const { temperature, topP, seed } = config;
    native.applyConfig({
      temperature,
      topP,
      seed: nativeSeed(seed),
      ...(state && { grammarEvaluationState: state, ...tokenBias(grammar) }),
    });
    return new NativeSampler(native, make, config, state !== null);
  }

  /** A sampler of only the best few tokens, used for their logits. */
  get best(): AddonSampler {
    if (!this.#best) {
      this.#best = this.#make();
      this.#best.applyConfig({ temperature: 1, topK: this.weighed ? WEIGHED : COMPARED, seed: 0 });
    }
    return this.#best;
  }

  dispose(): void {
    this.native.dispose();
    this.#best?.dispose();
  }
}

/** Returns the binary entropy of a probability, in nats. */
function entropy(probability: number): number {
  const other = 1 - probability;
  return other <= 0 ? 0 : -(probability * Math.log(probability) + other * Math.log(other));
}

function tokenBias(grammar: SamplingGrammar | null) {
  const tokens = Uint32Array.from(grammar?.never ?? []);
  return { tokenBiasKeys: tokens, tokenBiasValues: new Float32Array(tokens.length).fill(-Infinity) };
}
