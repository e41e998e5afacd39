import { createRequire } from "node:module";

/** The model that comes with Flint. */
export const BUNDLED = {
  id: "nano",
  file: "nano-v3.q4_0.gguf",
  sha256: "53c3079e434457f0d68bbe6b1ca9487af0082768bbd268f673291401d9ab5ba2",
  license: "Apache-2.0",
  /** Share of its held-out edits that it solves, as its card has it. */
  solves: 0.87,
} as const;

export function bundledPath(): string {
  return createRequire(import.meta.url).resolve(`@flint/nano/${BUNDLED.file}`);
}
