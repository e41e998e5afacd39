import { createRequire } from "node:module";

/** The model that comes with Flint. */
export const BUNDLED = {
  id: "nano",
  file: "nano-v2.q4_0.gguf",
  sha256: "cce2613ba5593a24fbc3b6f1ea58b80349ca6742d3fca772792f6507f784b818",
  license: "Apache-2.0",
  /** Share of its held-out edits that it solves, as its card has it. */
  solves: 0.9,
} as const;

export function bundledPath(): string {
  return createRequire(import.meta.url).resolve(`@flint/nano/${BUNDLED.file}`);
}
