export { type Definitions, definedText, type RefusedDefinition, refusedDefinition } from "./definitions.ts";
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
  located,
  NOTHING,
  optional,
  PLAIN,
  repeat,
  sequence,
  text,
  textNotStarting,
  textWithout,
  toGbnf,
  upTo,
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
