import type { Hunk } from "../hunk.ts";
import type { Leaf } from "./leaf.ts";
import type { Request } from "./request.ts";

/** Code as it was and as it is, its leaves, and what was asked for. */
export interface Change {
  readonly before: string;
  readonly after: string;
  readonly old: readonly Leaf[];
  readonly now: readonly Leaf[];
  readonly hunks: readonly Hunk[];
  readonly request: Request;
}
