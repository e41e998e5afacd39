/** With this seed llama.cpp draws another one by itself, which nobody could repeat. */
const ANY_SEED = 2 ** 32 - 1;

/** A seed of any size or sign as llama.cpp takes it: the same one for the same one, and none that stands for any. */
export function nativeSeed(seed: number): number {
  return ((seed % ANY_SEED) + ANY_SEED) % ANY_SEED;
}
