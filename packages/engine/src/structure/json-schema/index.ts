export { type SchemaGrammarOptions, schemaGrammar } from "./schema-grammar.ts";
export { JsonRules } from "./json-rules.ts";
export { declaredMembers } from "./members.ts";
export { SchemaTranslator } from "./schema-translator.ts";
export { type Conjunction, type Shape, typesOf } from "./shape.ts";
