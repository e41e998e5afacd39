import { createRequire } from "node:module";

/** The model that comes with Flint. */
export const BUNDLED = {
  id: "nano",
  file: "nano-v0.q8_0.gguf",
  sha256: "93a72eb0b3fa6d8d680da5bf7da7b07cefed59a7da11a3894a98783ef552c9c9",
  license: "Apache-2.0",
  /** Share of its held-out edits that it solves, as its card has it. */
  solves: 0.042,
} as const;

export function bundledPath(): string {
  return createRequire(import.meta.url).resolve(`@flint/nano/${BUNDLED.file}`);
}
