import type { Selection } from "@flint/client";
import { countLines } from "../edit/index.ts";

/** The selection in lines of the code: editors select up to the empty line that follows the last newline. */
export function linesOf(code: string, { start, end }: Selection): Selection {
  const last = countLines(code);
  return { start, end: end === last + 1 && start <= last && code.endsWith("\n") ? last : end };
}
