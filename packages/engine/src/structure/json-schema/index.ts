export { JsonRules } from "./json-rules.ts";
export { MemberTypes } from "./member-types.ts";
export { declaredMembers, type Member } from "./members.ts";
export { schemaGrammar } from "./schema-grammar.ts";
export { SchemaTranslator } from "./schema-translator.ts";
export type { Conjunction, Shape } from "./shape.ts";
