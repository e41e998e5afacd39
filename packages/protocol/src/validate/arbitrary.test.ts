import fc from "fast-check";
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import { describe, expect, test } from "vitest";
import { encodeFrame } from "../codec/index.ts";
import { errorFrame, events } from "../events/index.ts";
import { CreateFields, inputItemSchemas, OpaqueItem, ResponseObject, toolSchemas } from "../schema/index.ts";
import { check, type Keywords } from "./check.ts";
import { parseClientFrame, parseCreateRequest } from "./index.ts";

/** Text that a client might send as any field, so that checks past the first are reached too. */
const word = fc.constantFrom(
  "",
  "user",
  "message",
  "function_call",
  "function_call_output",
  "reasoning",
  "input_text",
  "output_text",
  "function",
  "namespace",
  "json_schema",
  "in_progress",
  "__proto__",
);
const names = [
  ...Object.keys(CreateFields.properties),
  ...["type", "role", "content", "text", "input", "output", "tools", "tool_choice", "stream_id", "generate"],
  ...["call_id", "name", "arguments", "summary", "schema", "status", "response_id", "mode", "__proto__"],
];

/** JSON that looks like requests: their field names, their words, and whatever else. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(word, fc.jsonValue({ maxDepth: 1 })),
    fc.array(tie("json"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...names), tie("json")), { selector: ([name]) => name })
      .map(objectOf),
  ),
}));

/** Own properties all, as `JSON.parse` makes them, `__proto__` included. */
function objectOf(entries: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

const frameType = fc.constantFrom("response.create", "response.steer", "response.interrupt", "other");

test("no JSON makes the frame parser throw, and every refusal can be encoded", () => {
  fc.assert(
    fc.property(json, frameType, fc.boolean(), (body, type, isBare) => {
      const frame = isBare || typeof body !== "object" ? body : { ...body, type };
      const parsed = parseClientFrame(JSON.stringify(frame));
      if (parsed.ok) return;
      const { error, steer, streamId } = parsed;
      expect(error.status).toBe(400);
      encodeFrame(errorFrame(error, streamId));
      if (steer) encodeFrame({ ...events.steerFailed(steer, error), sequence_number: 0 });
    }),
    { numRuns: 2000 },
  );
});

test("no text makes the frame parser throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(typeof parseClientFrame(text).ok).toBe("boolean");
    }),
  );
});

/** What fits no schema, or only just: a required field left out, the wrong JSON type, a bound overstepped. */
const misfit = fc.constantFrom(
  undefined,
  null,
  "",
  "odd",
  true,
  -1,
  0,
  1.5,
  3,
  [],
  ["x"],
  {},
  { type: "odd" },
);

/** Values that fit a schema, but for `misfits` of 15 places. */
function nearly(schema: Keywords, misfits: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 15 - misfits, arbitrary: fitting(schema, misfits) },
    { weight: misfits, arbitrary: misfit },
  );
}

function fitting(schema: Keywords, misfits: number): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => nearly(one, misfits)));
  if (schema.allOf)
    return fc
      .tuple(...schema.allOf.map((one) => fitting(one, misfits)))
      .map((parts) => Object.assign({}, ...parts));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case "string":
      return fc.string({
        minLength: schema.minLength ?? 0,
        ...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength }),
      });
    case "integer":
      return fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constantFrom(0, 1.5));
    case "number":
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 9, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(nearly(schema.items ?? {}, misfits), { maxLength: 3 });
    case "object":
      return fc
        .tuple(fieldsOf(schema, misfits), entriesOf(schema, misfits))
        .map(([fields, entries]) => ({ ...entries, ...fields }));
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function fieldsOf({ properties = {}, required = [] }: Keywords, misfits: number): fc.Arbitrary<object> {
  const fields = Object.entries(properties).map(([key, field]) => [key, nearly(field, misfits)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function entriesOf({ patternProperties = {} }: Keywords, misfits: number): fc.Arbitrary<object> {
  const [value = {}] = Object.values(patternProperties);
  return fc.dictionary(fc.stringMatching(/^[a-z ]{1,5}$/), nearly(value, misfits), { maxKeys: 2 });
}

describe("the verdict equals that of TypeBox's own validator", () => {
  const schemas: [string, TSchema][] = [
    ...[...inputItemSchemas].filter(([type, schema]) => schema !== OpaqueItem || type === "compaction"),
    ...toolSchemas,
    ["create", CreateFields],
    ["response", ResponseObject],
  ];
  test.each(schemas)("%s", (_, schema) => {
    const validator = Compile(schema);
    const verdicts = new Set<boolean>();
    fc.assert(
      // Some with no misfit at all: of a large object hardly one in a hundred would fit otherwise.
      fc.property(fc.oneof(nearly(schema, 0), nearly(schema, 1)), (sent) => {
        const { value } = JSON.parse(JSON.stringify({ value: sent }));
        const fits = validator.Check(value);
        verdicts.add(fits);
        expect(check(schema, value, "x") === null).toBe(fits);
      }),
      { numRuns: 500 },
    );
    expect(verdicts.size).toBe(2);
  });
});

const text = fc.string({ unit: "grapheme" });
const content = fc.oneof(
  text,
  fc.array(fc.record({ type: fc.constant("input_text"), text, extra: fc.jsonValue() }), { maxLength: 3 }),
);
const item = fc.oneof(
  fc.record({
    type: fc.constant("message"),
    role: fc.constantFrom("user", "assistant", "developer"),
    content,
  }),
  fc.record({ type: fc.constant("function_call"), call_id: text, name: text, arguments: text, odd: text }),
  fc.record({ type: fc.constant("custom_tool_call_output"), call_id: text, output: content }),
  fc.record({
    type: fc.constant("compaction"),
    encrypted_content: text,
    nested: fc.jsonValue({ maxDepth: 4 }),
  }),
);
const request = fc.record(
  {
    input: fc.array(item),
    model: fc.string({ minLength: 1 }),
    temperature: fc.option(fc.double({ min: 0, max: 2, noNaN: true })),
    store: fc.option(fc.boolean()),
    metadata: fc.option(fc.dictionary(text, text, { maxKeys: 5 })),
    tools: fc.array(fc.record({ type: fc.constant("web_search"), options: fc.jsonValue({ maxDepth: 4 }) })),
    text: fc.record({ format: fc.constantFrom({ type: "text" }, { type: "json_object" }) }),
  },
  { requiredKeys: ["input"] },
);

test("a valid request is parsed unchanged", () => {
  fc.assert(
    fc.property(request, (sent) => {
      const body: unknown = JSON.parse(JSON.stringify(sent));
      const result = parseCreateRequest(body);
      if (!result.ok) throw result.error;
      expect(result.value).toEqual(body);
    }),
  );
});
