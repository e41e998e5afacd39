import { printable } from "../paint/index.ts";

/** Prints a warning. It is made printable, since it may contain text from other machines. */
export function warn(text: string): void {
  process.stderr.write(`warning: ${printable(text)}\n`);
}
