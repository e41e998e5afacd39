import type { TSchema } from "typebox";
import type { ApiError } from "../error/index.ts";
import { fieldOf, isObject, type JsonObject, refuse, refuseType } from "./json.ts";

/** The JSON Schema keywords that this package's schemas use. */
export interface Keywords {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Keywords[];
  allOf?: readonly Keywords[];
  properties?: Record<string, Keywords>;
  required?: readonly string[];
  patternProperties?: Record<string, Keywords>;
  items?: Keywords;
  minimum?: number;
  maximum?: number;
  minLength?: number;
}

/**
 * The first reason why a value does not fit a schema, named by its exact place; null where it fits. A union's
 * error is that of the branch that the value was meant for, told by its `type` field or its JSON type, which is
 * why this reads the schema itself. It generates no code, so it runs under any content security policy; tests
 * hold its verdict to TypeBox's own.
 */
export function check(schema: TSchema, value: unknown, path: string): ApiError | null {
  return why(schema as Keywords, value, path);
}

function why(schema: Keywords, value: unknown, path: string): ApiError | null {
  if (schema.anyOf) return whyNoBranch(schema.anyOf, value, path);
  if (schema.allOf) return first(schema.allOf, (part) => why(part, value, path));
  if (schema.enum) return schema.enum.includes(value) ? null : whyNotOneOf(schema.enum, value, path);
  if ("const" in schema) return value === schema.const ? null : whyNotOneOf([schema.const], value, path);
  if (!hasType(schema.type, value)) return refuseType(path, describe(schema), value);
  if (typeof value === "number" && !isInRange(schema, value)) {
    return refuse("invalid_value", path, describe(schema), value);
  }
  if (typeof value === "string" && value.length < (schema.minLength ?? 0)) {
    return refuse("invalid_value", path, describe(schema), value);
  }
  const items = schema.items;
  if (Array.isArray(value) && items) return first(value, (item, at) => why(items, item, `${path}[${at}]`));
  return isObject(value) ? whyNotFields(schema, value, path) : null;
}

function whyNotFields(schema: Keywords, value: JsonObject, path: string): ApiError | null {
  const { properties = {}, required, patternProperties } = schema;
  const prefix = path === "" ? "" : `${path}.`;
  for (const key in properties) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    if (given === undefined && !required?.includes(key)) continue;
    // The names of a schema's own fields need no brackets.
    const error = why(properties[key] ?? {}, given, prefix + key);
    if (error) return error;
  }
  const any = patternProperties && Object.values(patternProperties)[0];
  return any ? first(Object.entries(value), ([key, field]) => why(any, field, fieldOf(path, key))) : null;
}

function whyNoBranch(branches: readonly Keywords[], value: unknown, path: string): ApiError | null {
  const meant = branches.filter((branch) => hasType(typeOf(branch), value));
  const [only, ...others] = meant;
  if (only === undefined) {
    const expected = branches.filter((branch) => branch.type !== "null").map(describe);
    return refuseType(path, [...new Set(expected)].join(" or "), value);
  }
  if (others.length === 0) return why(only, value, path);
  if (meant.some((branch) => why(branch, value, path) === null)) return null;
  if (!isObject(value)) return why(only, value, path);
  const named = meant.find((branch) => kindsOf(branch).includes(value.type));
  return named ? why(named, value, path) : whyNotOneOf(meant.flatMap(kindsOf), value.type, `${path}.type`);
}

/** The values of `type` that tell a union's branch from the others. */
function kindsOf(branch: Keywords): readonly unknown[] {
  const kind = branch.properties?.type;
  if (kind) return kind.enum ?? ("const" in kind ? [kind.const] : []);
  return branch.allOf?.flatMap(kindsOf) ?? [];
}

export function whyNotOneOf(allowed: readonly unknown[], value: unknown, path: string): ApiError {
  const names = allowed.map((name) => `\`${String(name)}\``);
  const expected = names.length === 1 ? names.join() : `one of ${names.join(", ")}`;
  const isOther = typeof value === typeof allowed[0];
  return isOther ? refuse("invalid_value", path, expected, value) : refuseType(path, expected, value);
}

function typeOf(schema: Keywords): string | undefined {
  return schema.type ?? (schema.enum ? "string" : schema.allOf?.[0]?.type);
}

function hasType(type: string | undefined, value: unknown): boolean {
  switch (type) {
    case undefined:
      return true;
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function isInRange(schema: Keywords, value: number): boolean {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  return value >= minimum && value <= maximum && (schema.type !== "integer" || Number.isInteger(value));
}

function describe(schema: Keywords): string {
  if (schema.enum) return `one of ${schema.enum.map((name) => `\`${String(name)}\``).join(", ")}`;
  switch (schema.type ?? schema.allOf?.[0]?.type) {
    case "string":
      return schema.minLength === undefined ? "a string" : "a string that is not empty";
    case "integer":
      return `a whole number${range(schema)}`;
    case "number":
      return `a number${range(schema)}`;
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "null":
      return "null";
    default:
      return "an object";
  }
}

function range({ minimum, maximum }: Keywords): string {
  if (minimum === undefined) return maximum === undefined ? "" : ` up to ${maximum}`;
  return maximum === undefined ? ` of ${minimum} or more` : ` from ${minimum} to ${maximum}`;
}

function first<T>(list: readonly T[], find: (value: T, at: number) => ApiError | null): ApiError | null {
  for (const [at, value] of list.entries()) {
    const error = find(value, at);
    if (error) return error;
  }
  return null;
}
