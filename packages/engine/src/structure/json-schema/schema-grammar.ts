import { Grammar, toGbnf, withPlace } from "../grammar/index.ts";
import { STRUCTURE_LIMITS, type StructureLimits } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import { Work } from "../work.ts";
import { SchemaTranslator } from "./schema-translator.ts";

export interface SchemaGrammarOptions {
  /** Whether to refuse what cannot be translated. Otherwise it is ignored, and the output is constrained less. */
  readonly strict: boolean;
  readonly limits?: StructureLimits;
  /** The work that is left. Default: the limit of a request. */
  readonly work?: Work;
}

/** Returns the GBNF grammar of the JSON that satisfies a schema. Throws {@link StructureError}. */
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
  return withPlace("json_schema", "", () => toGbnf(grammar.rules, root, limits, work));
}
