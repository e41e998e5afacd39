import type { Parameters } from "./tool-set.ts";

/**
 * Types that a parameter may have beside text, where values come between tags and its value is taken as the text that
 * it is. Null of a parameter that cannot be text, or does not say.
 */
export function typesBesideText(parameters: Parameters, name: string): readonly string[] | null {
  const { properties } = parameters;
  const schema = isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!isRecord(schema)) return null;
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (!types.includes("string")) return null;
  const names = types.filter((type) => typeof type === "string");
  if (schema.nullable === true) names.push("null");
  return names.filter((type) => type !== "string");
}

/** Whether a text is JSON of one of these types, with nothing around it. */
export function isJsonOf(types: readonly string[], text: string): boolean {
  if (types.length === 0 || text !== text.trim()) return false;
  try {
    const value: unknown = JSON.parse(text);
    return types.some((type) => isOfType(value, type));
  } catch {
    return false;
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value) && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return (type === "number" || type === "boolean") && typeof value === type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
