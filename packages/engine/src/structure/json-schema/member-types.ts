import { STRUCTURE_LIMITS } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import { Work } from "../work.ts";
import { SchemaShapes } from "./schema-shapes.ts";
import { type Conjunction, type JsonType, typesOf } from "./shape.ts";
import { valuesOf } from "./values.ts";

/** Work limit for each query: queries run while output is being parsed. */
const MOST_STEPS = 50_000;

/** Determines the types that the members of a schema's objects may have, following references and combinations. */
export class MemberTypes {
  readonly #schema: unknown;
  /** Schemas of declared members by name, one for each shape of the object. */
  readonly #declared = new Map<string, Conjunction[]>();
  readonly #known = new Map<string, ReadonlySet<JsonType> | null>();

  constructor(schema: unknown) {
    this.#schema = schema;
    for (const { properties } of this.#ask((shapes) => shapes.of([{ schema, pointer: "" }])) ?? []) {
      for (const [name, member] of properties ?? []) {
        const others = this.#declared.get(name);
        if (others) others.push(member);
        else this.#declared.set(name, [member]);
      }
    }
  }

  /** Returns the types; null if the member may have any type, is not declared, or the types cannot be determined. */
  of(name: string): ReadonlySet<JsonType> | null {
    const declared = this.#declared.get(name);
    if (!declared) return null;
    let types = this.#known.get(name);
    if (types === undefined) {
      const all = this.#ask((shapes) => typesIn(declared, shapes));
      types = all && all.size > 0 ? all : null;
      this.#known.set(name, types);
    }
    return types;
  }

  #ask<T>(question: (shapes: SchemaShapes) => T): T | null {
    const options = { strict: false, limits: STRUCTURE_LIMITS, work: new Work(MOST_STEPS) };
    try {
      return question(new SchemaShapes(this.#schema, options));
    } catch (error) {
      if (!(error instanceof StructureError)) throw error;
      return null;
    }
  }
}

function typesIn(schemas: readonly Conjunction[], shapes: SchemaShapes): ReadonlySet<JsonType> | null {
  const all = new Set<JsonType>();
  for (const shape of schemas.flatMap((schema) => shapes.of(schema))) {
    const types = shape.values ? valuesOf(shape, { shapes }).map(typeOf) : typesOf(shape);
    if (types === null) return null;
    for (const type of types) all.add(type);
  }
  return all;
}

function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "object";
}
