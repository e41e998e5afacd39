import type { TSchema } from "typebox";
import type { ApiError } from "../error/index.ts";
import { fieldOf, isObject, refuse, refuseType } from "./json.ts";

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
  maxLength?: number;
}

/** Returns the first error of a value, with its exact path, or null if it is valid. */
type Check = (value: unknown, path: string) => ApiError | null;

const compiled = new WeakMap<TSchema, Check>();

/**
 * Returns the first error of a value against a schema, with its exact path, or null if it is valid. For a union, reports
 * the error of the branch that the value was meant for, judged by its `type` field or JSON type; TypeBox's own errors
 * do not. Compiles each schema once, without generating code, so it runs under any content security policy. Tests
 * compare its verdict with TypeBox's.
 */
export function check(schema: TSchema, value: unknown, path: string): ApiError | null {
  let why = compiled.get(schema);
  if (why === undefined) {
    why = compile(schema as Keywords);
    compiled.set(schema, why);
  }
  return why(value, path);
}

function compile(schema: Keywords): Check {
  if (schema.anyOf) return unionCheck(schema.anyOf);
  if (schema.allOf) {
    const parts = schema.allOf.map(compile);
    return (value, path) => firstError(parts, (part) => part(value, path));
  }
  if (schema.enum) return choiceCheck(schema.enum);
  if ("const" in schema) return choiceCheck([schema.const]);
  if (schema.type === "object") return objectCheck(schema);
  if (schema.type === "array") return arrayCheck(schema);
  return scalarCheck(schema);
}

function choiceCheck(allowed: readonly unknown[]): Check {
  return (value, path) => (allowed.includes(value) ? null : whyNotOneOf(allowed, value, path));
}

function scalarCheck(schema: Keywords): Check {
  const { type, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  return (value, path) => {
    if (!hasType(type, value)) return refuseType(path, describe(schema), value);
    const fits =
      typeof value === "number"
        ? isInRange(schema, value)
        : typeof value !== "string" || (value.length >= minLength && value.length <= maxLength);
    return fits ? null : refuse("invalid_value", path, describe(schema), value);
  };
}

function arrayCheck(schema: Keywords): Check {
  const item = schema.items ? compile(schema.items) : null;
  return (value, path) => {
    if (!Array.isArray(value)) return refuseType(path, describe(schema), value);
    return item ? firstError(value, (one, at) => item(one, `${path}[${at}]`)) : null;
  };
}

function objectCheck(schema: Keywords): Check {
  const { properties = {}, required = [], patternProperties } = schema;
  const fields = Object.entries(properties).map(([key, field]) => ({
    key,
    why: compile(field),
    isRequired: required.includes(key),
  }));
  const [any] = Object.values(patternProperties ?? {});
  const others = any && Object.keys(any).length > 0 ? compile(any) : null;
  return (value, path) => {
    if (!isObject(value)) return refuseType(path, describe(schema), value);
    const prefix = path === "" ? "" : `${path}.`;
    for (const { key, why, isRequired } of fields) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      if (given === undefined && !isRequired) continue;
      // The schema's own field names need no brackets.
      const error = why(given, prefix + key);
      if (error) return error;
    }
    if (others === null) return null;
    return firstError(Object.entries(value), ([key, field]) => others(field, fieldOf(path, key)));
  };
}

interface Branch {
  readonly schema: Keywords;
  readonly type: string | undefined;
  readonly why: Check;
}

function unionCheck(schemas: readonly Keywords[]): Check {
  const branches = schemas.map((schema): Branch => ({ schema, type: typeOf(schema), why: compile(schema) }));
  return (value, path) => {
    let only: Branch | null = null;
    for (const branch of branches) {
      if (!hasType(branch.type, value)) continue;
      if (only !== null) return whyNoBranch(branches, value, path);
      only = branch;
    }
    return only === null ? whyNoType(schemas, value, path) : only.why(value, path);
  };
}

function whyNoType(schemas: readonly Keywords[], value: unknown, path: string): ApiError {
  const expected = schemas.filter((schema) => schema.type !== "null").map(describe);
  return refuseType(path, [...new Set(expected)].join(" or "), value);
}

/** Returns the error of a value that matches no branch of a union with several branches of its JSON type. */
function whyNoBranch(branches: readonly Branch[], value: unknown, path: string): ApiError | null {
  const meant = branches.filter((branch) => hasType(branch.type, value));
  if (meant.some((branch) => branch.why(value, path) === null)) return null;
  if (!isObject(value)) return meant[0]?.why(value, path) ?? null;
  const named = meant.find(({ schema }) => kindsOf(schema).includes(value.type));
  if (named) return named.why(value, path);
  return whyNotOneOf(
    meant.flatMap(({ schema }) => kindsOf(schema)),
    value.type,
    `${path}.type`,
  );
}

/** Returns the values of `type` that identify a branch of a union. */
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
      return describeString(schema);
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

function describeString({ minLength, maxLength }: Keywords): string {
  if (maxLength !== undefined) return `a string of ${minLength ?? 0} to ${maxLength} characters`;
  return minLength === undefined ? "a string" : "a string that is not empty";
}

function range({ minimum, maximum }: Keywords): string {
  if (minimum === undefined) return maximum === undefined ? "" : ` up to ${maximum}`;
  return maximum === undefined ? ` of ${minimum} or more` : ` from ${minimum} to ${maximum}`;
}

function firstError<T>(list: readonly T[], find: (value: T, at: number) => ApiError | null): ApiError | null {
  let at = 0;
  for (const value of list) {
    const error = find(value, at++);
    if (error) return error;
  }
  return null;
}
