export { schemaGrammar } from "./schema-grammar.ts";
