import { type Block, type ImageBlock, isImage, isText, present, type TextBlock } from "./solution.ts";

declare const blocks: readonly Block[];
export const texts: TextBlock[] = blocks.filter(isText);
export const images: ImageBlock[] = blocks.filter(isImage);
declare const numbers: readonly (number | null | undefined)[];
export const there: number[] = numbers.filter(present);

export function first(block: Block): string {
  if (isText(block)) return block.text;
  return block.url;
}
