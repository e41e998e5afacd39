export { SCREENS } from "./screens.ts";
export { STRUCTURE_CLASSES } from "./structure-classes.ts";
export { STRUCTURE_TYPED } from "./structure-typed.ts";
export { STRUCTURE_TYPES } from "./structure-types.ts";
