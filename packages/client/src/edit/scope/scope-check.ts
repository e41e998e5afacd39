import type { checkScope } from "./check-scope.ts";
import type { LeafSource } from "./leaf.ts";

/** What a platform checks the scope of edits with. */
export interface ScopeCheck {
  readonly leaves: LeafSource;
  readonly check: typeof checkScope;
}
