import type { Expression, Grammar } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import type { JsonRules } from "./json-rules.ts";
import type { Patterns } from "./patterns.ts";
import type { SchemaShapes } from "./schema-shapes.ts";
import type { Conjunction } from "./shape.ts";

/** What the translation of a schema offers to the code for its parts. */
export interface Translation {
  readonly shapes: SchemaShapes;
  readonly json: JsonRules;
  readonly patterns: Patterns;
  readonly grammar: Grammar;
  readonly limits: StructureLimits;
  /** Returns JSON that satisfies all of these schemas. Throws `StructureError`. */
  value(conjunction: Conjunction): Expression;
}
