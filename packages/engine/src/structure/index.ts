export {
  type Definitions,
  type RefusedDefinition,
  refusedDefinition,
  toolInputExpression,
} from "./definitions.ts";
export { checkDefinitions, type DefinitionsJob, translateDefinitions } from "./definitions-aside.ts";
export { digestOf } from "./digest.ts";
export {
  ANY_CHARACTER,
  CharSet,
  character,
  choice,
  type Expression,
  Grammar,
  IN_JSON_STRING,
  NOTHING,
  optional,
  PLAIN,
  plainUpTo,
  repeat,
  sequence,
  text,
  textNotStarting,
  textWithout,
  toGbnf,
  withPlace,
} from "./grammar/index.ts";
export {
  declaredMembers,
  JsonRules,
  type Member,
  MemberTypes,
  SchemaTranslator,
} from "./json-schema/index.ts";
export { STRUCTURE_LIMITS } from "./limits.ts";
export { StructureError } from "./structure-error.ts";
export { Work } from "./work.ts";
