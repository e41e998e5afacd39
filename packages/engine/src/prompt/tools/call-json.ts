import { INPUT } from "./custom-tool.ts";

/** A history's arguments as an object, for templates that go through them; anything else becomes one with one entry. */
export function argumentsObject(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = json.trim() === "" ? {} : JSON.parse(json);
  } catch {
    // What an earlier model wrote need not be JSON. It stays readable.
    value = json;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  return { arguments: value };
}

/** The arguments of a custom tool that is offered as a function. */
export function argumentsOfInput(input: string): string {
  return `{"${INPUT}": ${JSON.stringify(input)}}`;
}
