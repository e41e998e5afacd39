import { printable } from "../paint/index.ts";

/** Tells the operator of something that other machines may have worded. */
export function warn(text: string): void {
  process.stderr.write(`warning: ${printable(text)}\n`);
}
