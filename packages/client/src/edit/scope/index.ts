export { checkScope } from "./check-scope.ts";
export type { ScopeConcern, ScopeConcernKind } from "./concern.ts";
export type { Leaf, LeafKind, LeafSource, ReadLeaves } from "./leaf.ts";
export type { ScopeCheck } from "./scope-check.ts";
