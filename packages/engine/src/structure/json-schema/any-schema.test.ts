import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { grammarMatcher } from "../matching.fixture.ts";
import { StructureError } from "../structure-error.ts";
import { schemaGrammar } from "./schema-grammar.ts";

const matcherOf = await grammarMatcher();
/** Milliseconds; it takes some seconds where nothing else runs. */
const LONG = 120_000;
const ajv = new Ajv2020({ strict: false, validateSchema: false });

/** Few names, texts and numbers, so that schemas and values meet. */
const name = fc.constantFrom("a", "b", "ab", "é", "");
const text = fc.constantFrom("", "a", "b", "ab", "aab", "é🚀", '"', "a\nb");
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-1.5, 0.5, 1e-7, 1e21, -0.25));
const few = fc.nat(3);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthIdentifier: "value" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
}));

const scalarKeywords = {
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  multipleOf: fc.constantFrom(1, 2, 3, 0.5, 1.5),
  minLength: few,
  maxLength: few,
  pattern: fc.constantFrom(
    "^a",
    "b$",
    "^[ab]*$",
    "^(a|ab)?$",
    "^.{2}$",
    "^(a*){0}b*$",
    "[^a]",
    "^(?=a)[ab]+$",
    "^(?!a)",
  ),
  enum: fc.array(value, { minLength: 1, maxLength: 5 }),
  const: value,
};

const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const list = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const type = fc.constantFrom("object", "array", "string", "number", "integer", "boolean", "null");
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthIdentifier: "schema" },
      fc.boolean(),
      fc.record({ type, ...scalarKeywords }, { requiredKeys: [] }),
      fc.record(
        {
          type: fc.constant("object"),
          properties: fc.dictionary(name, tie("schema"), { maxKeys: 3 }),
          required: fc.uniqueArray(name, { maxLength: 2 }),
          additionalProperties: tie("schema"),
          propertyNames: tie("schema"),
          minProperties: few,
          maxProperties: few,
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          type: fc.constant("array"),
          items: tie("schema"),
          prefixItems: list,
          minItems: few,
          maxItems: few,
        },
        { requiredKeys: [] },
      ),
      fc.record({ anyOf: list, allOf: list, type }, { requiredKeys: [] }),
      fc.record(
        {
          type,
          ...scalarKeywords,
          allOf: fc.array(fc.record(scalarKeywords, { requiredKeys: [] }), { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: ["allOf"] },
      ),
      fc.record(
        { $ref: fc.constantFrom("#/$defs/x", "#/$defs/y"), minLength: few },
        { requiredKeys: ["$ref"] },
      ),
    ),
  };
});
/** Objects whose members refer to one another, and scalars. */
const whole = fc
  .tuple(schema, schema, schema)
  .map(([root, x, y]): object =>
    asRead({ allOf: [root], $defs: { x: { properties: { a: x, b: { $ref: "#/$defs/y" } } }, y } }),
  );

/** As it comes out of JSON: the validator tells objects apart by their constructors. */
function asRead<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The grammar of a schema, or null where it is refused: anything else that is thrown is a fault. */
function matcherFor(one: unknown): ((written: string) => boolean) | null {
  try {
    return matcherOf(schemaGrammar(one, { strict: true }));
  } catch (error) {
    if (error instanceof StructureError) return null;
    throw error;
  }
}

/** Null where the validator itself cannot follow a schema, as references in a round. */
function validatorFor(one: object): ((value: unknown) => boolean) | null {
  try {
    const validate = ajv.compile(one);
    return (value) => {
      try {
        return validate(value) === true;
      } catch (error) {
        if (error instanceof RangeError) return false;
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

test(
  "a validator accepts whatever the grammar of any schema accepts",
  () => {
    fc.assert(
      fc.property(whole, fc.array(value, { minLength: 20, maxLength: 40 }), (one, values) => {
        const matches = matcherFor(one);
        const isValid = matches && validatorFor(one);
        if (!isValid) return;
        for (const value of values) {
          const written = JSON.stringify(value);
          if (matches(written)) expect(isValid(asRead(value)), written).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  },
  LONG,
);

test(
  "the grammar of a scalar schema accepts whatever a validator accepts",
  () => {
    const type = fc.constantFrom("string", "number", "integer", "boolean", "null");
    const keywords = {
      ...scalarKeywords,
      enum: fc.array(scalar, { minLength: 1, maxLength: 5 }),
      const: scalar,
    };
    const one = fc.record({ type, ...keywords }, { requiredKeys: ["type"] });
    fc.assert(
      fc.property(one, fc.array(scalar, { minLength: 20, maxLength: 40 }), (schema, values) => {
        const isValid = ajv.compile(schema);
        const valid = values.filter((value) => isValid(value) && !String(value).includes("e"));
        const matches = matcherFor(schema);
        if (!matches) return;
        for (const value of valid) expect(matches(JSON.stringify(value)), JSON.stringify(value)).toBe(true);
      }),
      { numRuns: 150 },
    );
  },
  LONG,
);
