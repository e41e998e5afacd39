/** The types of JSON, with integers as a type of their own. */
export const JSON_TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** A schema and its JSON pointer. */
export interface Located {
  readonly schema: unknown;
  readonly pointer: string;
}

/** Schemas that a value must satisfy all at once. */
export type Conjunction = readonly Located[];

export interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

/**
 * One alternative form of a valid value, with references followed and combinations resolved. Absent fields do not
 * constrain it.
 */
export interface Shape {
  /** The place of the schema; the first one's for merged schemas. */
  readonly pointer: string;
  readonly types?: ReadonlySet<JsonType>;
  /** `enum` and `const`. */
  readonly values?: readonly unknown[];
  /** Numbers that a value must be a multiple of, all at once. */
  readonly multiples?: readonly number[];
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly patterns?: readonly string[];
  readonly formats?: readonly string[];
  readonly properties?: ReadonlyMap<string, Conjunction>;
  readonly required?: ReadonlySet<string>;
  /** Schema of undeclared members; `null` if there must be none. */
  readonly additional?: Conjunction | null;
  readonly names?: Conjunction;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly prefix?: readonly Conjunction[];
  /** Schema of elements after the prefix; `null` if there must be none. */
  readonly items?: Conjunction | null;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Characters of values that take as long to compare as copying one property. */
const CHARACTERS_A_PART = 32;

/** Returns the shape of values that satisfy both; null if nothing can. */
export function mergeShapes(a: Shape, b: Shape): Shape | null {
  const types = bothTypes(a.types, b.types);
  if (types?.size === 0) return null;
  const values = a.values && b.values ? commonValues(a.values, b.values) : (a.values ?? b.values);
  if (values?.length === 0) return null;
  const members = mergedMembers(a, b);
  if (members === null) return null;
  return withoutUndefined({
    pointer: a.pointer,
    types,
    values,
    multiples: united(a.multiples, b.multiples),
    minimum: tighter(a.minimum, b.minimum, 1),
    maximum: tighter(a.maximum, b.maximum, -1),
    minLength: largest(a.minLength, b.minLength),
    maxLength: smallest(a.maxLength, b.maxLength),
    patterns: united(a.patterns, b.patterns),
    formats: united(a.formats, b.formats),
    ...members,
    names: a.names && b.names ? [...a.names, ...b.names] : (a.names ?? b.names),
    minProperties: largest(a.minProperties, b.minProperties),
    maxProperties: smallest(a.maxProperties, b.maxProperties),
    ...mergedElements(a, b),
    minItems: largest(a.minItems, b.minItems),
    maxItems: smallest(a.maxItems, b.maxItems),
  });
}

/** Returns the number of parts in these shapes, counting what grows with the schema. */
export function sizeOf(shapes: readonly Shape[]): number {
  let size = 0;
  for (const { values, properties, required, prefix, additional, items, names, ...lists } of shapes) {
    const { multiples, patterns, formats } = lists;
    size += (multiples?.length ?? 0) + (patterns?.length ?? 0) + (formats?.length ?? 0);
    size += 1 + (properties?.size ?? 0) + (required?.size ?? 0) + (prefix?.length ?? 0);
    size += (additional?.length ?? 0) + (items?.length ?? 0) + (names?.length ?? 0);
    if (values) size += JSON.stringify(values).length / CHARACTERS_A_PART;
  }
  return size;
}

/** Omits undefined fields. */
export function withoutUndefined(
  parts: { [Key in keyof Shape]: Shape[Key] | undefined } & { pointer: string },
): Shape {
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  ) as unknown as Shape;
}

function bothTypes(a: Shape["types"], b: Shape["types"]): ReadonlySet<JsonType> | undefined {
  if (!a || !b) return a ?? b;
  const common = new Set<JsonType>([...a].filter((type) => b.has(type)));
  const wholeOnly = (a.has("number") && b.has("integer")) || (a.has("integer") && b.has("number"));
  if (wholeOnly && !common.has("number")) common.add("integer");
  return common;
}

function commonValues(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const known = new Set(b.map(canonical));
  return a.filter((value) => known.has(canonical(value)));
}

/** Returns the same text for equal values: the order of an object's members does not matter. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${canonical(entry)}`);
  return `{${members.sort().join()}}`;
}

/** Returns null if a required property is forbidden. */
function mergedMembers(a: Shape, b: Shape) {
  const properties = new Map<string, Conjunction>();
  const required = new Set([...(a.required ?? []), ...(b.required ?? [])]);
  for (const name of new Set([...(a.properties?.keys() ?? []), ...(b.properties?.keys() ?? [])])) {
    const schema = conjoin(memberOf(a, name), memberOf(b, name));
    if (schema === null) {
      if (required.has(name)) return null;
      // Kept as a forbidden member: otherwise an undeclared member could have this name.
      properties.set(name, [{ schema: false, pointer: a.pointer }]);
    } else properties.set(name, schema ?? []);
  }
  return {
    properties: a.properties || b.properties ? properties : undefined,
    required: a.required || b.required ? required : undefined,
    additional: conjoin(a.additional, b.additional),
  };
}

/** Returns a member's schema; `undefined` if it is not constrained, `null` if it is forbidden. */
function memberOf(shape: Shape, name: string): Conjunction | null | undefined {
  return shape.properties?.get(name) ?? shape.additional;
}

function mergedElements(a: Shape, b: Shape) {
  const length = Math.max(a.prefix?.length ?? 0, b.prefix?.length ?? 0);
  const items = conjoin(a.items, b.items);
  if (length === 0) return { prefix: undefined, items };
  const prefix: Conjunction[] = [];
  for (let at = 0; at < length; at++) {
    const element = conjoin(a.prefix?.[at] ?? a.items, b.prefix?.[at] ?? b.items);
    prefix.push(element === null ? [{ schema: false, pointer: a.pointer }] : (element ?? []));
  }
  return { prefix, items };
}

function conjoin(
  a: Conjunction | null | undefined,
  b: Conjunction | null | undefined,
): Conjunction | null | undefined {
  if (a === null || b === null) return null;
  return a && b ? [...a, ...b] : (a ?? b);
}

function tighter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (!a || !b) return a ?? b;
  if (a.value === b.value) return a.exclusive ? a : b;
  return sign * a.value > sign * b.value ? a : b;
}

function largest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function smallest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/** Returns the union, without duplicates. */
function united<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined {
  return a && b ? [...new Set([...a, ...b])] : (a ?? b);
}

/** Whether a number must be an integer. */
export function isWhole({ multiples = [] }: Shape): boolean {
  return multiples.some(Number.isInteger);
}

/** Returns the types of a shape's values: those it names, or else those its keywords apply to; null for any. */
export function typesOf(shape: Shape): ReadonlySet<JsonType> | null {
  const spokenOf = JSON_TYPES.filter((type) =>
    KEYWORDS[type].some((keyword) => shape[keyword] !== undefined),
  );
  const types = shape.types ?? (spokenOf.length === 0 ? null : new Set(spokenOf));
  if (!isWhole(shape) || !types?.has("number")) return types;
  return new Set([...types].map((type) => (type === "number" ? "integer" : type)));
}

const KEYWORDS: Readonly<Record<JsonType, readonly (keyof Shape)[]>> = {
  object: ["properties", "required", "additional", "names", "minProperties", "maxProperties"],
  array: ["prefix", "items", "minItems", "maxItems"],
  string: ["minLength", "maxLength", "patterns", "formats"],
  number: ["minimum", "maximum", "multiples"],
  integer: [],
  boolean: [],
  null: [],
};
