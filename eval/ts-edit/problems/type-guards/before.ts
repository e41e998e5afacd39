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

export function isText(block: Block): boolean {
  return block.type === "text";
}

export function isImage(block: Block): boolean {
  return block.type === "image";
}

export function present(value: unknown): boolean {
  return value !== null && value !== undefined;
}

export function plainText(blocks: readonly Block[]): string {
  return (blocks.filter(isText) as TextBlock[]).map((block) => block.text).join("\n");
}

export function imageTexts(blocks: readonly Block[]): string[] {
  const images = blocks.filter(isImage) as ImageBlock[];
  return images.map((image) => image.alt).filter(present) as string[];
}
