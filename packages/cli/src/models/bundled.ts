import { createRequire } from "node:module";

/** The model that comes with Flint. */
export const BUNDLED = {
  id: "nano",
  file: "nano-v0.f16.gguf",
  sha256: "6f05e3cad0255a28cf8b8e1866f3a76fac082ae8edcd5140be1a579ecd0d4d7b",
  license: "Apache-2.0",
  /** Share of its held-out edits that it solves, as its card has it. */
  solves: 0.043,
} as const;

export function bundledPath(): string {
  return createRequire(import.meta.url).resolve(`@flint/nano/${BUNDLED.file}`);
}
