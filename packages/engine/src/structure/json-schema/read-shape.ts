import type { StructureLimits } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import {
  type Bound,
  type Conjunction,
  canonical,
  JSON_TYPES,
  type JsonType,
  type Located,
  type Shape,
  withoutUndefined,
} from "./shape.ts";

/** Reports what cannot be translated: throws, or ignores it if the schema is not strict. */
export type Refuse = (pointer: string, reason: string) => void;

export type SchemaObject = Readonly<Record<string, unknown>>;

/** Keywords with constraints that a grammar cannot express. */
const UNTRANSLATABLE = [
  "if",
  "then",
  "else",
  "dependentRequired",
  "dependentSchemas",
  "dependencies",
  "contains",
  "minContains",
  "maxContains",
  "unevaluatedItems",
  "$dynamicRef",
  "$recursiveRef",
] as const;

const CASES = "write the cases as schemas of an `anyOf`";
const OF_ITEMS = "say with `items` and `prefixItems` what the elements are";
const BY_POINTER = "use `$ref` with the way to the schema, as `#/$defs/…`";
const INSTEAD: Readonly<Record<(typeof UNTRANSLATABLE)[number], string>> = {
  if: CASES,
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name.
  then: CASES,
  else: CASES,
  dependentRequired: CASES,
  dependentSchemas: CASES,
  dependencies: CASES,
  contains: OF_ITEMS,
  minContains: OF_ITEMS,
  maxContains: OF_ITEMS,
  unevaluatedItems: OF_ITEMS,
  $dynamicRef: BY_POINTER,
  $recursiveRef: BY_POINTER,
};

/** Keywords that combine schemas. They are resolved before a shape is read. */
export const COMBINING = ["$ref", "allOf", "anyOf", "oneOf"] as const;

/** All keywords that constrain values. Others are descriptions, or unknown. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...UNTRANSLATABLE,
  ...COMBINING,
  "not",
  "type",
  "nullable",
  "enum",
  "const",
  "multipleOf",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "properties",
  "required",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "items",
  "prefixItems",
  "additionalItems",
  "minItems",
  "maxItems",
  "uniqueItems",
]);

/** Returns the keywords of a schema that constrain values. */
export function keywordsOf(schema: SchemaObject): string[] {
  return Object.keys(schema).filter((keyword) => KEYWORDS.has(keyword));
}

/** Whether a schema allows only members that it declares, itself or through the schemas that it combines. */
export function isClosed({ additionalProperties, unevaluatedProperties }: SchemaObject): boolean {
  return additionalProperties === undefined && unevaluatedProperties === false;
}

export function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether nothing satisfies a schema, written as `{ not: {} }` by libraries. */
export function isNever({ not }: SchemaObject): boolean {
  return not === true || (isSchemaObject(not) && keywordsOf(not).length === 0);
}

/** Reads the constraints of a schema's keywords except the combining ones. */
export function readShape(
  schema: SchemaObject,
  pointer: string,
  refuse: Refuse,
  limits: StructureLimits,
): Shape {
  for (const keyword of UNTRANSLATABLE) {
    if (keyword in schema)
      refuse(`${pointer}/${keyword}`, `\`${keyword}\` is not supported: ${INSTEAD[keyword]}`);
  }
  if ("not" in schema && !isNever(schema)) {
    refuse(
      `${pointer}/not`,
      "`not` is supported only as `{}`: say what is allowed, as with `enum`, `anyOf` or a `pattern`",
    );
  }
  const reader = new KeywordReader(schema, pointer, refuse, limits);
  return withoutUndefined({
    pointer,
    types: reader.types(),
    values: reader.values(),
    multiples: reader.multiples(),
    minimum: reader.bound("minimum", "exclusiveMinimum"),
    maximum: reader.bound("maximum", "exclusiveMaximum"),
    minLength: reader.count("minLength"),
    maxLength: reader.count("maxLength"),
    patterns: reader.text("pattern"),
    formats: reader.text("format"),
    properties: reader.properties(),
    required: reader.required(),
    additional: reader.additional(),
    names: reader.names(),
    minProperties: reader.count("minProperties"),
    maxProperties: reader.count("maxProperties"),
    ...reader.elements(),
    minItems: reader.count("minItems"),
    maxItems: reader.count("maxItems"),
  });
}

class KeywordReader {
  readonly #schema: SchemaObject;
  readonly #pointer: string;
  readonly #refuse: Refuse;
  readonly #limits: StructureLimits;

  constructor(schema: SchemaObject, pointer: string, refuse: Refuse, limits: StructureLimits) {
    this.#limits = limits;
    this.#schema = schema;
    this.#pointer = pointer;
    this.#refuse = refuse;
    const { uniqueItems, maxItems } = schema;
    if (uniqueItems === true && !(typeof maxItems === "number" && maxItems <= 1)) {
      this.#refuseKeyword(
        "uniqueItems",
        "is not supported: leave it out, and ask for different items in the description",
      );
    }
  }

  types(): ReadonlySet<JsonType> | undefined {
    const { type, nullable } = this.#schema;
    if (type === undefined) return undefined;
    const names: readonly unknown[] = Array.isArray(type) ? type : [type];
    const types = new Set<JsonType>();
    for (const name of names) {
      const known = JSON_TYPES.find((one) => one === name);
      if (known) types.add(known);
      else
        this.#refuseKeyword(
          "type",
          `names \`${describeName(name)}\`; the types are ${JSON_TYPES.join(", ")}`,
        );
    }
    if (nullable === true) types.add("null");
    if (types.has("number")) types.delete("integer");
    return types;
  }

  values(): readonly unknown[] | undefined {
    const { enum: listed, const: only } = this.#schema;
    if (listed !== undefined && !Array.isArray(listed)) this.#refuseKeyword("enum", "must be a list");
    const values = Array.isArray(listed) ? listed : undefined;
    if (values && values.length > this.#limits.values) {
      throw new StructureError(
        "json_schema",
        `${this.#pointer}/enum`,
        `more than ${this.#limits.values} values`,
      );
    }
    for (const [keyword, given] of [
      ["enum", values ?? []],
      ["const", only === undefined ? [] : [only]],
    ] as const) {
      for (const value of given) this.#checkValue(keyword, value);
    }
    if (only === undefined) return values;
    const text = canonical(only);
    return values ? values.filter((value) => canonical(value) === text) : [only];
  }

  /** Throws if a value is too large to be written out, or cannot be represented in JSON. */
  #checkValue(keyword: string, value: unknown): void {
    const { depth, nodes } = this.#limits;
    const place = `${this.#pointer}/${keyword}`;
    const fault = (what: string) => new StructureError("json_schema", place, what);
    let parts = 0;
    const visit = (part: unknown, level: number): void => {
      if (++parts > nodes) throw fault(`a value of more than ${nodes} parts`);
      if (level > depth) throw fault(`a value nested deeper than ${depth} levels`);
      // JSON would turn it into `null`.
      if (typeof part === "number" && !Number.isFinite(part)) {
        throw fault("a number that is too large: the largest is 1.7976931348623157e308");
      }
      if (typeof part === "object" && part !== null) {
        for (const inner of Object.values(part)) visit(inner, level + 1);
      }
    };
    visit(value, 1);
  }

  bound(inclusive: string, exclusive: string): Bound | undefined {
    const included = this.#number(inclusive);
    const excluded = this.#schema[exclusive];
    // In older drafts, it is a flag that makes the other limit exclusive.
    if (typeof excluded === "boolean") {
      return included === undefined ? undefined : { value: included, exclusive: excluded };
    }
    const limit = this.#number(exclusive);
    const isUpper = inclusive === "maximum";
    if (limit === undefined)
      return included === undefined ? undefined : { value: included, exclusive: false };
    if (included !== undefined && (isUpper ? included < limit : included > limit)) {
      return { value: included, exclusive: false };
    }
    return { value: limit, exclusive: true };
  }

  count(keyword: string): number | undefined {
    const value = this.#number(keyword);
    if (value === undefined || (Number.isInteger(value) && value >= 0)) return value;
    this.#refuseKeyword(keyword, "must be a whole number of at least 0");
    return undefined;
  }

  multiples(): readonly number[] | undefined {
    const value = this.#number("multipleOf");
    if (value === undefined || value > 0) return value === undefined ? undefined : [value];
    this.#refuseKeyword("multipleOf", "must be more than 0");
    return undefined;
  }

  text(keyword: string): readonly string[] | undefined {
    const value = this.#schema[keyword];
    if (value === undefined) return undefined;
    if (typeof value === "string") return [value];
    this.#refuseKeyword(keyword, "must be a string");
    return undefined;
  }

  names(): Conjunction | undefined {
    const { propertyNames } = this.#schema;
    const names = propertyNames === undefined ? [] : [this.#located(propertyNames, "propertyNames")];
    const pattern = this.#memberPattern();
    if (pattern && !pattern.isAny)
      names.push({ schema: { pattern: pattern.source }, pointer: pattern.schema.pointer });
    return names.length === 0 ? undefined : names;
  }

  /**
   * Returns the one pattern of `patternProperties`, which libraries use for maps: all members' names match it and
   * their values satisfy its schema.
   */
  #memberPattern(): { source: string; isAny: boolean; schema: Located } | null {
    const { patternProperties, properties, additionalProperties } = this.#schema;
    if (patternProperties === undefined) return null;
    const entries = isSchemaObject(patternProperties) ? Object.entries(patternProperties) : [];
    const [only, ...others] = entries;
    if (only && others.length === 0) {
      const [source, schema] = only;
      const isAny = ANY_NAME.test(source);
      const isAlone = properties === undefined && typeof additionalProperties !== "object";
      const located = this.#located(schema, "patternProperties", source);
      if (isAny || isAlone) return { source, isAny, schema: located };
    }
    const reason =
      "is supported as one pattern for all members, without `properties`: otherwise name the members";
    this.#refuseKeyword("patternProperties", reason);
    return null;
  }

  properties(): ReadonlyMap<string, Conjunction> | undefined {
    const { properties } = this.#schema;
    const pattern = this.#memberPattern();
    const everyOne = pattern?.isAny ? [pattern.schema] : [];
    if (properties === undefined) return undefined;
    if (!isSchemaObject(properties)) {
      this.#refuseKeyword("properties", "must be an object");
      return undefined;
    }
    return new Map(
      Object.entries(properties).map(([name, schema]): [string, Conjunction] => [
        name,
        [this.#located(schema, "properties", name), ...everyOne],
      ]),
    );
  }

  required(): ReadonlySet<string> | undefined {
    const { required } = this.#schema;
    // In older drafts, a boolean on the property itself.
    if (required === undefined || typeof required === "boolean") return undefined;
    if (Array.isArray(required) && required.every((name) => typeof name === "string"))
      return new Set(required);
    this.#refuseKeyword("required", "must be a list of names");
    return undefined;
  }

  additional(): Conjunction | null | undefined {
    const { additionalProperties, unevaluatedProperties } = this.#schema;
    const pattern = this.#memberPattern();
    if (pattern) return [pattern.schema];
    if (additionalProperties !== undefined) return this.#rest(additionalProperties, "additionalProperties");
    if (unevaluatedProperties !== undefined && unevaluatedProperties !== false) {
      this.#refuseKeyword("unevaluatedProperties", "is supported only as `false`");
    }
    return undefined;
  }

  elements(): Pick<Shape, "prefix" | "items"> {
    const { items, prefixItems, additionalItems } = this.#schema;
    // In older drafts, a list of `items` has the meaning of `prefixItems`.
    const isOld = Array.isArray(items);
    const [first, place] = isOld ? [items, "items"] : [prefixItems, "prefixItems"];
    const [others, otherPlace] = isOld ? [additionalItems, "additionalItems"] : [items, "items"];
    if (first !== undefined && !Array.isArray(first)) this.#refuseKeyword(place, "must be a list");
    const rest = others === undefined ? undefined : this.#rest(others, otherPlace);
    return {
      ...(Array.isArray(first) && {
        prefix: first.map((schema, at) => [this.#located(schema, place, String(at))]),
      }),
      ...(rest !== undefined && { items: rest }),
    };
  }

  #rest(schema: unknown, keyword: string): Conjunction | null {
    return schema === false ? null : [this.#located(schema, keyword)];
  }

  #located(schema: unknown, ...path: readonly string[]): Located {
    // Concatenated step by step instead of joined: with long names, every nested schema would hold a copy.
    return { schema, pointer: path.reduce((at, step) => `${at}/${escapedStep(step)}`, this.#pointer) };
  }

  #number(keyword: string): number | undefined {
    const value = this.#schema[keyword];
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    this.#refuseKeyword(keyword, "must be a number");
    return undefined;
  }

  #refuseKeyword(keyword: string, what: string): void {
    this.#refuse(`${this.#pointer}/${keyword}`, `\`${keyword}\` ${what}`);
  }
}

/** Patterns that match every name, as libraries write them. */
const ANY_NAME = /^(\^?(\.\*|\(\.\*\))\$?|\^?)$/;

/** Escapes one step of a JSON pointer. */
export function escapedStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

const LONGEST_NAME = 40;

/** Describes a value given instead of a name. Does not call its `toString`, which the client could have set. */
function describeName(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}
