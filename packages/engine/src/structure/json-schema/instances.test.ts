import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { grammarMatcher } from "../matching.fixture.ts";
import { schemaGrammar } from "./schema-grammar.ts";

const matcherOf = await grammarMatcher();
/** Milliseconds; it takes two seconds where nothing else runs. */
const LONG = 120_000;
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });

interface Pair {
  readonly schema: unknown;
  readonly value: unknown;
}

const integers = fc.tuple(fc.integer(), fc.integer(), fc.integer()).map((numbers): Pair => {
  const [minimum, value, maximum] = numbers.sort((a, b) => a - b);
  return { schema: { type: "integer", minimum, maximum }, value };
});
const cents = fc.integer({ min: -100_000, max: 100_000 });
const numbers = fc.tuple(cents, cents, cents, fc.boolean()).map(([a, b, c, isOpen]): Pair => {
  const [low = 0, value = 0, high = 0] = [a, b, c].sort((x, y) => x - y).map((cent) => cent / 100);
  return { schema: { type: "number", minimum: low, ...(!isOpen && { maximum: high }) }, value };
});
const strings = fc
  .tuple(fc.string({ unit: "grapheme" }), fc.nat(3), fc.nat(3))
  .map(([value, less, more]): Pair => {
    const { length } = Array.from(value);
    return {
      schema: { type: "string", minLength: Math.max(0, length - less), maxLength: length + more },
      value,
    };
  });
const constants = fc.jsonValue({ maxDepth: 2 }).map((value): Pair => ({ schema: { const: value }, value }));
const anything = fc.jsonValue({ maxDepth: 2 }).map((value): Pair => ({ schema: {}, value }));

const { pair } = fc.letrec<{ pair: Pair }>((tie) => ({
  pair: fc.oneof(
    { maxDepth: 3, depthIdentifier: "pair" },
    integers,
    numbers,
    strings,
    constants,
    anything,
    fc.array(tie("pair"), { maxLength: 4 }).map(
      (parts): Pair => ({
        schema: {
          type: "array",
          prefixItems: parts.map(({ schema }) => schema),
          items: false,
          minItems: parts.length,
        },
        value: parts.map(({ value }) => value),
      }),
    ),
    fc.tuple(tie("pair"), fc.nat(3)).map(
      ([{ schema, value }, count]): Pair => ({
        schema: { type: "array", items: schema, maxItems: 3 },
        value: Array(count).fill(value),
      }),
    ),
    fc
      .tuple(tie("pair"), tie("pair"))
      .map(([a, b]): Pair => ({ schema: { anyOf: [a.schema, b.schema] }, value: b.value })),
    members(tie("pair")),
  ),
}));

function members(part: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  const member = fc.record({
    name: fc.string({ maxLength: 3 }),
    part,
    kind: fc.constantFrom("required", "there", "left out"),
  });
  return fc.uniqueArray(member, { selector: ({ name }) => name, maxLength: 5 }).map(
    (list): Pair => ({
      schema: {
        type: "object",
        properties: Object.fromEntries(list.map(({ name, part }) => [name, part.schema])),
        required: list.filter(({ kind }) => kind === "required").map(({ name }) => name),
        additionalProperties: false,
      },
      value: inOrderOf(
        list,
        list.filter(({ kind }) => kind !== "left out"),
      ),
    }),
  );
}

/** JavaScript moves names that are numbers to the front, in schema and value alike. */
function inOrderOf(
  all: readonly { name: string }[],
  there: readonly { name: string; part: Pair }[],
): unknown {
  const values = new Map(there.map(({ name, part }) => [name, part.value]));
  const order = Object.keys(Object.fromEntries(all.map(({ name }) => [name, true])));
  return Object.fromEntries(order.filter((name) => values.has(name)).map((name) => [name, values.get(name)]));
}

test(
  "the grammar of a schema accepts every value that was made for it, in any layout",
  () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(undefined, 1, 2), ({ schema, value }, indent) => {
        fc.pre(isOwnOrder(schema));
        const text = JSON.stringify(value, null, indent);
        expect(matcherOf(schemaGrammar(schema, { strict: true }))(text), text).toBe(true);
      }),
      { numRuns: 100 },
    );
  },
  LONG,
);

test(
  "a validator accepts whatever the grammar accepts",
  () => {
    fc.assert(
      fc.property(pair, fc.jsonValue({ maxDepth: 2 }), fc.nat(), ({ schema, value }, other, at) => {
        fc.pre(isOwnOrder(schema));
        const changed = mutated(value, other, at);
        fc.pre(isComparable(schema) && isComparable(changed));
        const isTaken = matcherOf(schemaGrammar(schema, { strict: true }))(JSON.stringify(changed));
        if (isTaken) expect(ajv.validate(schema as object, changed), ajv.errorsText()).toBe(true);
      }),
      { numRuns: 100 },
    );
  },
  LONG,
);

/** The validator compares objects by methods of these names, where they have any. */
function isComparable(value: unknown): boolean {
  return !/"(toString|valueOf)":/.test(JSON.stringify(value));
}

/** `__proto__` is no name that JavaScript's own objects can be made with. */
function isOwnOrder(schema: unknown): boolean {
  return !JSON.stringify(schema).includes("__proto__");
}

/** The value with one part of it replaced. */
function mutated(value: unknown, other: unknown, at: number): unknown {
  if (typeof value === "string" && at % 2 === 0) return `${value.slice(0, at % 7)}x${value.slice(at % 7)}`;
  if (typeof value === "number" && at % 2 === 0) return value + (at % 5) - 2;
  if (typeof value !== "object" || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return Array.isArray(value) ? [...value, other] : { ...value, another: other };
  if (at % 3 === 0) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  if (!Array.isArray(value)) return { ...value, [key]: mutated(Reflect.get(value, key), other, at) };
  return value.map((element, index) => (String(index) === key ? mutated(element, other, at) : element));
}
