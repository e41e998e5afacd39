import type { Parameters } from "./tool-set.ts";

/** Whether a parameter's value is taken as the text that it is, where values come between tags. */
export function isTextParameter(parameters: Parameters, name: string): boolean {
  const { properties } = parameters;
  const schema = isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  const type = isRecord(schema) ? schema.type : undefined;
  return type === "string" || (Array.isArray(type) && type.includes("string"));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
