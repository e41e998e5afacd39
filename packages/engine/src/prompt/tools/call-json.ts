import { INPUT } from "./custom-tool.ts";

/** As in a request's own JSON. What nests deeper stays text: templates go through values by recursion. */
const MOST_LEVELS = 64;

/** A history's arguments as an object, for templates that go through them; anything else becomes one with one entry. */
export function argumentsObject(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = json.trim() === "" ? {} : JSON.parse(json);
  } catch {
    // What an earlier model wrote need not be JSON. It stays readable.
    value = json;
  }
  if (isNestedBeyond(value, MOST_LEVELS)) value = json;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  return { arguments: value };
}

/** Level by level, as the value may be deeper than calls can nest. */
function isNestedBeyond(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** The arguments of a custom tool that is offered as a function. */
export function argumentsOfInput(input: string): string {
  return `{"${INPUT}": ${JSON.stringify(input)}}`;
}
