import { createRequire } from "node:module";

/** The model that comes with Flint. */
export const BUNDLED = {
  id: "nano",
  file: "nano-v1.q8_0.gguf",
  sha256: "914b1296ac467d2089e1f6404b68c56b42f6962d82ab282ba21824dbc702cf7d",
  license: "Apache-2.0",
  /** Share of its held-out edits that it solves, as its card has it. */
  solves: 0.73,
} as const;

export function bundledPath(): string {
  return createRequire(import.meta.url).resolve(`@flint/nano/${BUNDLED.file}`);
}
