import { INPUT } from "./custom-tool.ts";

/** The nesting limit of a request's JSON. Deeper values stay text: templates process values recursively. */
const MOST_LEVELS = 64;

/**
 * Returns the arguments of an earlier call as an object, for templates that iterate over them. Anything else becomes
 * an object with one member.
 */
export function argumentsObject(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = json.trim() === "" ? {} : JSON.parse(json);
  } catch {
    // Models do not always write valid JSON; the text is kept as it is.
    value = json;
  }
  if (isNestedBeyond(value, MOST_LEVELS)) value = json;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  return { arguments: value };
}

/** Checks level by level: the value may be too deep for recursion. */
function isNestedBeyond(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Returns the arguments of a custom tool that is offered as a function. */
export function argumentsOfInput(input: string): string {
  return `{"${INPUT}": ${JSON.stringify(input)}}`;
}
