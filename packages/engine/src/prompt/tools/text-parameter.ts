import { MemberTypes } from "../../structure/index.ts";
import type { Parameters } from "./tool-set.ts";

/** Determines which parameters may be strings: between tags, their values are taken as plain text. */
export class TextParameters {
  /** Cached: a response may call a tool many times, and going through its schema is expensive. */
  static readonly #known = new WeakMap<Parameters, TextParameters>();
  readonly #types: MemberTypes;

  private constructor(parameters: Parameters) {
    this.#types = new MemberTypes(parameters);
  }

  static of(parameters: Parameters): TextParameters {
    const known = TextParameters.#known.get(parameters) ?? new TextParameters(parameters);
    TextParameters.#known.set(parameters, known);
    return known;
  }

  /**
   * Returns the types that a parameter may have besides string; null if it cannot be a string or its type is unknown.
   */
  typesBeside(name: string): readonly string[] | null {
    const types = this.#types.of(name);
    return types?.has("string") ? [...types].filter((type) => type !== "string") : null;
  }
}

/** Whether a text is JSON of one of these types, without surrounding white space. */
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
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return (type === "number" || type === "boolean") && typeof value === type;
}
