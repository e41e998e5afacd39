/** Batch size from which llama.cpp's flash attention uses another kernel, with slightly different results. */
const BLOCK = 64;

/**
 * Decides how many tokens of each waiting prompt the next step evaluates, given how many are `left`: whole blocks, or the
 * remainder after them, but never both. Which kernel evaluates a token then depends only on the prompt's length, not on
 * the speed of steps or on other prompts. With room for less than a block, that much is taken.
 */
export function portions(left: readonly number[], room: number): number[] {
  const isInBlocks = Math.min(left[0] ?? 0, room) >= BLOCK;
  let free = isInBlocks ? room : Math.min(room, BLOCK - 1);
  return left.map((tokens, place) => {
    const most = Math.min(tokens, free);
    let taken = isInBlocks ? most - (most % BLOCK) : most;
    // Another prompt's remainder joins the first one's only if all of it fits.
    if (!isInBlocks && place > 0 && taken < tokens) taken = 0;
    free -= taken;
    return taken;
  });
}
