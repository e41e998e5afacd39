/** For this seed, llama.cpp chooses a random one, which is not reproducible. */
const ANY_SEED = 2 ** 32 - 1;

/** Maps a seed of any size or sign to one for llama.cpp, deterministically, and never to the random one. */
export function nativeSeed(seed: number): number {
  return ((seed % ANY_SEED) + ANY_SEED) % ANY_SEED;
}
