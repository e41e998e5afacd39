export { declarations } from "./declarations.ts";
export { type Dialect, dialectOf } from "./dialect.ts";
export { changedLines, excessLines, type LineChanges, lineChanges, normalize } from "./line-changes.ts";
export { sameTree } from "./syntax-tree.ts";
export { type Transpiled, transpile } from "./transpile.ts";
export { typeErrors } from "./type-check.ts";
