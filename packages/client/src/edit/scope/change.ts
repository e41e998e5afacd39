import type { Hunk } from "../hunk.ts";
import type { Leaf } from "./leaf.ts";
import type { Request } from "./request.ts";

/** The code before and after, its leaves, and the request. */
export interface Change {
  readonly before: string;
  readonly after: string;
  readonly old: readonly Leaf[];
  readonly now: readonly Leaf[];
  readonly hunks: readonly Hunk[];
  readonly request: Request;
}
