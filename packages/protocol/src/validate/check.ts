import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/schema";
import type { ApiError } from "../error/index.ts";
import { explain } from "./explain.ts";
import { refuse } from "./json.ts";

/** Compiled when first needed: a client that only reads events compiles none. */
const compiled = new WeakMap<TSchema, Validator>();

/**
 * Null where a value fits a schema, else the error that names the first misfit. The check is compiled where the
 * host allows code generation, and interpreted where it does not; the verdict is the same.
 */
export function check(schema: TSchema, value: unknown, path: string): ApiError | null {
  let validator = compiled.get(schema);
  if (validator === undefined) {
    validator = Compile(schema);
    compiled.set(schema, validator);
  }
  if (validator.Check(value)) return null;
  return explain(schema, value, path) ?? refuse("invalid_value", path, "a valid value", value);
}
