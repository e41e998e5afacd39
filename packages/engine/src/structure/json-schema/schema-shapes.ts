import { withPlace } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import type { Work } from "../work.ts";
import {
  COMBINING,
  escapedStep,
  isClosed,
  isNever,
  isSchemaObject,
  keywordsOf,
  type Refuse,
  readShape,
  type SchemaObject,
} from "./read-shape.ts";
import { type Conjunction, type Located, mergeShapes, type Shape, sizeOf } from "./shape.ts";

export interface SchemaOptions {
  /** Whether to refuse what cannot be translated. Otherwise it is ignored, and values are constrained less. */
  readonly strict: boolean;
  readonly limits: StructureLimits;
  readonly work: Work;
}

/** A whole schema: resolves its references and returns the shapes of values that satisfy parts of it. */
export class SchemaShapes {
  readonly #root: unknown;
  readonly #options: SchemaOptions;
  #byId: ReadonlyMap<unknown, Located> | undefined;
  #nodes = 0;

  constructor(root: unknown, options: SchemaOptions) {
    this.#root = root;
    this.#options = options;
  }

  /** Throws if the schema is strict; otherwise ignores the problem. */
  readonly refuse: Refuse = (pointer, reason) => {
    if (this.#options.strict) throw new StructureError("json_schema", pointer, reason);
  };

  /** Returns the error for an invalid or too large schema, thrown whether or not it is strict. */
  fault(pointer: string, reason: string): StructureError {
    return new StructureError("json_schema", pointer, reason);
  }

  /** Throws if the steps exceed what is left of the request's work. */
  spend(steps: number, pointer: string): void {
    withPlace("json_schema", pointer, () => this.#options.work.spend(steps));
  }

  /** Returns the combining keyword of a schema that has no other keywords; null for any other schema. */
  onlyCombiningKeyword(schema: SchemaObject): (typeof COMBINING)[number] | null {
    const [only, ...others] = keywordsOf(schema);
    if (others.length > 0) return null;
    return COMBINING.find((keyword) => keyword === only) ?? null;
  }

  /** Returns the schema a reference points to. Returns null for an invalid reference if the schema is not strict. */
  resolveReference({ schema, pointer }: Located): Located | null {
    const place = `${pointer}/$ref`;
    this.#byId ??= schemasById(this.#root);
    const named = this.#byId.get(schema);
    if (named) return named;
    if (typeof schema !== "string" || !schema.startsWith("#")) {
      this.refuse(place, `\`$ref\` can only point within the schema, as \`#/$defs/…\``);
      return null;
    }
    if (!/^#(\/|$)/.test(schema)) {
      this.refuse(
        place,
        `\`$ref\` is ${schema}, the name of an anchor: write the path to it, as \`#/$defs/…\``,
      );
      return null;
    }
    const steps = stepsOf(schema.slice(1));
    if (steps === null) {
      this.refuse(place, `\`$ref\` is ${schema}, in which a % is not a valid escape`);
      return null;
    }
    let at = this.#root;
    for (const step of steps) {
      const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
      const inner: unknown =
        typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
      if (inner === undefined) {
        this.refuse(place, `\`$ref\` points to ${schema}, which does not exist`);
        return null;
      }
      at = inner;
    }
    return { schema: at, pointer: schema.slice(1) };
  }

  /** Returns the schemas that a combining keyword lists. */
  listedSchemas(schema: SchemaObject, keyword: string, pointer: string): Located[] {
    const list = schema[keyword];
    if (!Array.isArray(list) || list.length === 0) {
      throw this.fault(`${pointer}/${keyword}`, `\`${keyword}\` must be a list of schemas`);
    }
    return list.map((one, at) => ({ schema: one, pointer: `${pointer}/${keyword}/${at}` }));
  }

  /** Returns the alternative shapes of values that satisfy all of these schemas; none if nothing can. */
  of(conjunction: Conjunction): Shape[] {
    return this.#all(
      conjunction.map((one) => this.#shapes(one, [])),
      conjunction[0]?.pointer ?? "",
    );
  }

  #shapes({ schema, pointer }: Located, path: readonly string[]): Shape[] {
    const { schemas } = this.#options.limits;
    if (++this.#nodes > schemas) {
      throw this.fault("", `the schema has more than ${schemas} parts, counting references`);
    }
    if (schema === true) return [{ pointer }];
    if (schema === false) return [];
    if (!isSchemaObject(schema)) throw this.fault(pointer, "a schema must be an object, `true` or `false`");
    if (path.length > this.#options.limits.depth) {
      throw this.fault(pointer, `combinations nested deeper than ${this.#options.limits.depth} levels`);
    }
    if (isNever(schema)) return [];
    const sets: Shape[][] = [[readShape(schema, pointer, this.refuse, this.#options.limits)]];
    if (schema.$ref !== undefined) {
      const target = this.resolveReference({ schema: schema.$ref, pointer });
      if (target && path.includes(target.pointer)) {
        throw this.fault(`${pointer}/$ref`, "`$ref` leads back to itself");
      }
      if (target) sets.push(this.#shapes(target, [...path, target.pointer]));
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
      if (schema[keyword] === undefined) continue;
      const parts = this.listedSchemas(schema, keyword, pointer).map((one) =>
        this.#shapes(one, [...path, one.pointer]),
      );
      if (keyword === "allOf") sets.push(...parts);
      else sets.push(parts.flat());
    }
    const shapes = this.#all(sets, pointer);
    if (!isClosed(schema)) return shapes;
    return shapes.map((shape) => (shape.additional === undefined ? { ...shape, additional: null } : shape));
  }

  /** Returns all possible combinations of one shape from each set. */
  #all(sets: readonly (readonly Shape[])[], pointer: string): Shape[] {
    let shapes: Shape[] = [{ pointer }];
    for (const set of sets) {
      if (shapes.length * set.length > this.#options.limits.nodes) {
        throw this.fault(pointer, `more than ${this.#options.limits.nodes} combinations`);
      }
      // Each combination copies the parts of both shapes.
      this.spend(sizeOf(shapes) * set.length + sizeOf(set) * shapes.length, pointer);
      shapes = shapes.flatMap((shape) => set.flatMap((other) => mergeShapes(shape, other) ?? []));
    }
    return shapes;
  }
}

/**
 * Returns the schemas with an `$id`, among the root and its definitions. If an `$id` repeats, the first one counts.
 */
function schemasById(root: unknown): ReadonlyMap<unknown, Located> {
  const all: Located[] = [{ schema: root, pointer: "" }];
  for (const keyword of ["$defs", "definitions"]) {
    const definitions = isSchemaObject(root) ? root[keyword] : undefined;
    for (const [name, schema] of isSchemaObject(definitions) ? Object.entries(definitions) : []) {
      all.push({ schema, pointer: `/${keyword}/${escapedStep(name)}` });
    }
  }
  const byId = new Map<unknown, Located>();
  for (const one of all.reverse()) {
    if (isSchemaObject(one.schema) && typeof one.schema.$id === "string") byId.set(one.schema.$id, one);
  }
  return byId;
}

/** Returns the keys of a JSON pointer in a URL fragment; null if it cannot be decoded. */
function stepsOf(pointer: string): string[] | null {
  try {
    return decodeURIComponent(pointer).split("/").slice(1);
  } catch (cause) {
    if (cause instanceof URIError) return null;
    throw cause;
  }
}
