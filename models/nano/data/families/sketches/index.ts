export { SCREENS } from "./screens.ts";
export { STRUCTURE_CLASSES } from "./structure-classes.ts";
export { STRUCTURE_MODULES } from "./structure-modules.ts";
export { STRUCTURE_REFACTOR } from "./structure-refactor.ts";
export { STRUCTURE_TYPED } from "./structure-typed.ts";
export { STRUCTURE_TYPES } from "./structure-types.ts";
