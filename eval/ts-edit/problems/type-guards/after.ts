export interface TextBlock {
  readonly type: "text";
  readonly text: string;
}

export interface ImageBlock {
  readonly type: "image";
  readonly url: string;
  readonly alt?: string | null;
}

export type Block = TextBlock | ImageBlock;

export function isText(block: Block): block is TextBlock {
  return block.type === "text";
}

export function isImage(block: Block): block is ImageBlock {
  return block.type === "image";
}

export function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

export function plainText(blocks: readonly Block[]): string {
  return blocks
    .filter(isText)
    .map((block) => block.text)
    .join("\n");
}

export function imageTexts(blocks: readonly Block[]): string[] {
  const images = blocks.filter(isImage);
  return images.map((image) => image.alt).filter(present);
}
