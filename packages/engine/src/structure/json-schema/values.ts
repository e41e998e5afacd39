import { Untranslatable } from "../structure-error.ts";
import { isMultiple } from "./multiples.ts";
import type { JsonType, Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

const SCALAR_KEYWORDS: readonly (keyof Shape)[] = [
  "pointer",
  "types",
  "values",
  "multiples",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "patterns",
  "formats",
];

/** Steps to test a number against one `multipleOf`. */
const STEPS_OF_A_MULTIPLE = 4;

type Validation = Pick<Translation, "shapes"> & Partial<Pick<Translation, "patterns">>;

/**
 * Returns the values of `enum` and `const` that satisfy the rest of the shape. Patterns are tested only if `patterns`
 * is given.
 */
export function valuesOf(shape: Shape, translation: Validation): readonly unknown[] {
  const { shapes } = translation;
  const { values = [], multiples = [] } = shape;
  shapes.spend(values.length * (1 + STEPS_OF_A_MULTIPLE * multiples.length), shape.pointer);
  return values.filter((value) => {
    if (shape.types && ![...shape.types].some((type) => isOfType(value, type))) return false;
    if (typeof value === "number") return isWithin(value, shape);
    if (typeof value === "string") return isTextOf(value, shape, translation);
    if (typeof value === "object" && value !== null) refuseBesideObject(shape, shapes);
    return true;
  });
}

function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "string":
    case "number":
    case "boolean":
      return typeof value === type;
  }
}

function isWithin(value: number, { multiples, minimum, maximum }: Shape): boolean {
  if (multiples && !isMultiple(value, multiples)) return false;
  const isHigh = !minimum || (minimum.exclusive ? value > minimum.value : value >= minimum.value);
  return isHigh && (!maximum || (maximum.exclusive ? value < maximum.value : value <= maximum.value));
}

/** Whether a text is within the length limits, in characters. */
export function isOfLength(
  value: string,
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Shape,
): boolean {
  const { length } = Array.from(value);
  return minLength <= length && length <= maxLength;
}

function isTextOf(value: string, shape: Shape, { shapes, patterns }: Validation): boolean {
  if (!isOfLength(value, shape)) return false;
  if (!shape.patterns || !patterns) return true;
  const place = `${shape.pointer}/pattern`;
  try {
    const rules = { sources: shape.patterns, min: 0, max: Number.POSITIVE_INFINITY };
    return patterns.automaton(rules, place).accepts(value);
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    shapes.refuse(place, `\`pattern\` beside \`enum\`: ${error.message}`);
    return true;
  }
}

/** Refuses keywords about the contents of objects and lists in `enum`, which are not checked. */
function refuseBesideObject(shape: Shape, shapes: Translation["shapes"]): void {
  const other = Object.keys(shape).find((key) => !SCALAR_KEYWORDS.some((keyword) => keyword === key));
  if (other !== undefined) {
    shapes.refuse(
      shape.pointer,
      "`enum` with objects or lists is not supported together with keywords about their contents",
    );
  }
}
