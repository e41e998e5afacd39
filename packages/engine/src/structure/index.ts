export { type Definitions, type RefusedDefinition, refusedDefinition } from "./definitions.ts";
export { StructureError } from "./structure-error.ts";
