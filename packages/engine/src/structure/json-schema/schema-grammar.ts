import { Grammar, located, toGbnf } from "../grammar/index.ts";
import { STRUCTURE_LIMITS, type StructureLimits } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import { Work } from "../work.ts";
import { SchemaTranslator } from "./schema-translator.ts";

export interface SchemaGrammarOptions {
  /** Whether what cannot be translated is refused. Otherwise it is passed over, and holds answers to less. */
  readonly strict: boolean;
  readonly limits?: StructureLimits;
  /** What is left for it. Default: all that a request may take. */
  readonly work?: Work;
}

/** The grammar, in GBNF, of the JSON that satisfies a schema. Throws {@link StructureError}. */
export function schemaGrammar(schema: unknown, options: SchemaGrammarOptions): string {
  const limits = options.limits ?? STRUCTURE_LIMITS;
  const work = options.work ?? new Work(limits.work);
  const grammar = new Grammar();
  const { length } = JSON.stringify(schema) ?? "";
  if (length > limits.schemaLength) {
    throw new StructureError(
      "json_schema",
      "",
      `the schema is longer than ${limits.schemaLength} characters`,
    );
  }
  const translator = new SchemaTranslator(schema, { strict: options.strict, limits, work, grammar });
  const root = translator.value([{ schema, pointer: "" }]);
  return located("json_schema", "", () => toGbnf(grammar.rules, root, limits, work));
}
