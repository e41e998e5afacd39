/** Tokens of a batch from which on llama.cpp's flash attention takes another kernel, whose numbers differ a little. */
const BLOCK = 64;

/**
 * What the next step takes of each waiting prompt, of which there are so many tokens left: whole blocks, or what is left
 * behind them, and never both. So it is a prompt's own length that says which kernel evaluates which of its tokens, not
 * how fast steps are or what waits beside it. Less than a block is room for less.
 */
export function portions(left: readonly number[], room: number): number[] {
  const isInBlocks = Math.min(left[0] ?? 0, room) >= BLOCK;
  let free = isInBlocks ? room : Math.min(room, BLOCK - 1);
  return left.map((tokens, place) => {
    const most = Math.min(tokens, free);
    let taken = isInBlocks ? most - (most % BLOCK) : most;
    // What is left of a prompt goes with the first one's where all of it does.
    if (!isInBlocks && place > 0 && taken < tokens) taken = 0;
    free -= taken;
    return taken;
  });
}
