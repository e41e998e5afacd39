import type { Addon, AddonGrammarState, AddonModel, AddonSampler } from "./addon-types.ts";
import type { Sampler, SamplingConfig, SamplingGrammar } from "./binding.ts";
import { nativeSeed } from "./seed.ts";

/** llama.cpp's sampler, with the grammar that its tokens are held to. */
export class NativeSampler implements Sampler {
  readonly #make: () => AddonSampler;
  readonly native: AddonSampler;
  readonly config: SamplingConfig;
  /** Whether a grammar goes along with every token that is sampled. */
  readonly held: boolean;
  stuck = false;
  #bestTwo: AddonSampler | null = null;

  private constructor(native: AddonSampler, make: () => AddonSampler, config: SamplingConfig, held: boolean) {
    this.native = native;
    this.#make = make;
    this.config = config;
    this.held = held;
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
    native.applyConfig({
      ...config,
      seed: nativeSeed(config.seed),
      ...(state && { grammarEvaluationState: state, ...never(grammar) }),
    });
    return new NativeSampler(native, make, config, state !== null);
  }

  /** Chooses between the two best tokens; what it was given to choose from is what it is there for. */
  get bestTwo(): AddonSampler {
    if (!this.#bestTwo) {
      this.#bestTwo = this.#make();
      this.#bestTwo.applyConfig({ temperature: 1, topK: 2, seed: 0 });
    }
    return this.#bestTwo;
  }

  dispose(): void {
    this.native.dispose();
    this.#bestTwo?.dispose();
  }
}

function stateOf(addon: Addon, model: AddonModel, gbnf: string): AddonGrammarState {
  const grammar = new addon.AddonGrammar(gbnf, { addonExports: addon });
  return new addon.AddonGrammarEvaluationState(model, grammar);
}

function never(grammar: SamplingGrammar | null) {
  const tokens = Uint32Array.from(grammar?.never ?? []);
  return { tokenBiasKeys: tokens, tokenBiasValues: new Float32Array(tokens.length).fill(-Infinity) };
}
