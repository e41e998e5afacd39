import type { Addon, AddonGrammarState, AddonModel, AddonSampler } from "./addon-types.ts";
import type { Sampler, SamplingConfig, SamplingGrammar } from "./binding.ts";
import { nativeSeed } from "./seed.ts";

/** Best tokens that are looked at where it matters how far the first is above the second. */
const COMPARED = 2;
/** The same where it matters how far it is above all others. */
const WEIGHED = 8;

/** llama.cpp's sampler, with the grammar that its tokens are held to. */
export class NativeSampler implements Sampler {
  readonly #make: () => AddonSampler;
  readonly native: AddonSampler;
  readonly config: SamplingConfig;
  /** Whether a grammar goes along with every token that is sampled. */
  readonly held: boolean;
  /** Whether the uncertainty of its tokens is wanted, and can be told. */
  readonly weighed: boolean;
  stuck = false;
  fault: Error | null = null;
  #uncertainty = 0;
  #best: AddonSampler | null = null;

  private constructor(native: AddonSampler, make: () => AddonSampler, config: SamplingConfig, held: boolean) {
    this.native = native;
    this.#make = make;
    this.config = config;
    this.held = held;
    this.weighed = config.weighed === true && config.temperature === 0 && !held;
  }

  get uncertainty(): number | null {
    return this.weighed ? this.#uncertainty : null;
  }

  /** Takes tokens into account, by the weight of all tokens beside each: in parts of its own. */
  weigh(weights: readonly number[]): void {
    for (const weight of weights) this.#uncertainty += entropy(1 / weight);
  }

  /** Throws where the grammar is not valid. */
  static of(
    addon: Addon,
    model: AddonModel,
    config: SamplingConfig,
    grammar: SamplingGrammar | null,
  ): NativeSampler {
    // Parsed before there is a sampler to be disposed of.
    const state = grammar && stateOf(addon, model, grammar.gbnf);
    const make = () => new addon.AddonSampler(model);
    const native = make();
    const { temperature, topP, seed } = config;
    native.applyConfig({
      temperature,
      topP,
      seed: nativeSeed(seed),
      ...(state && { grammarEvaluationState: state, ...never(grammar) }),
    });
    return new NativeSampler(native, make, config, state !== null);
  }

  /** Chooses among the best few tokens; what it was given to choose from is what it is there for. */
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

/** Of whether something of this probability is so, in nats. */
function entropy(probability: number): number {
  const other = 1 - probability;
  return other <= 0 ? 0 : -(probability * Math.log(probability) + other * Math.log(other));
}

function stateOf(addon: Addon, model: AddonModel, gbnf: string): AddonGrammarState {
  const grammar = new addon.AddonGrammar(gbnf, { addonExports: addon });
  return new addon.AddonGrammarEvaluationState(model, grammar);
}

function never(grammar: SamplingGrammar | null) {
  const tokens = Uint32Array.from(grammar?.never ?? []);
  return { tokenBiasKeys: tokens, tokenBiasValues: new Float32Array(tokens.length).fill(-Infinity) };
}
