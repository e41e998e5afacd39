import type { JsonType, Shape } from "./shape.ts";
import type { Translation } from "./translation.ts";

const SCALAR_KEYWORDS: readonly (keyof Shape)[] = [
  "pointer",
  "types",
  "values",
  "whole",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
];

/** The values of `enum` and `const` that satisfy the rest of the shape too. */
export function valuesOf(shape: Shape, { shapes }: Pick<Translation, "shapes">): readonly unknown[] {
  return (shape.values ?? []).filter((value) => {
    if (shape.types && ![...shape.types].some((type) => isOfType(value, type))) return false;
    if (typeof value === "number") return isWithin(value, shape);
    if (typeof value === "string") return isTextOf(value, shape, shapes);
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

function isWithin(value: number, { whole, minimum, maximum }: Shape): boolean {
  if (whole && !Number.isInteger(value)) return false;
  const isHigh = !minimum || (minimum.exclusive ? value > minimum.value : value >= minimum.value);
  return isHigh && (!maximum || (maximum.exclusive ? value < maximum.value : value <= maximum.value));
}

/** Whether a text is neither too short nor too long, in characters. */
export function isOfLength(
  value: string,
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Shape,
): boolean {
  const { length } = Array.from(value);
  return minLength <= length && length <= maxLength;
}

function isTextOf(value: string, shape: Shape, shapes: Translation["shapes"]): boolean {
  const { pattern, pointer } = shape;
  if (!isOfLength(value, shape)) return false;
  if (pattern !== undefined) shapes.refuse(`${pointer}/pattern`, "`pattern` is not supported beside `enum`");
  return true;
}

/** Objects and lists among the values are not looked into. */
function refuseBesideObject(shape: Shape, shapes: Translation["shapes"]): void {
  const other = Object.keys(shape).find((key) => !SCALAR_KEYWORDS.some((keyword) => keyword === key));
  if (other !== undefined) {
    shapes.refuse(
      shape.pointer,
      "`enum` with objects or lists is not supported beside keywords about their insides",
    );
  }
}
