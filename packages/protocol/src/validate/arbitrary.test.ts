import fc from "fast-check";
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import { describe, expect, test } from "vitest";
import { encodeFrame } from "../codec/index.ts";
import { errorFrame, events } from "../events/index.ts";
import { inputItemSchemas } from "../schema/items.ts";
import { CreateFields } from "../schema/request.ts";
import { toolSchemas } from "../schema/tools.ts";
import { explain } from "./explain.ts";
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

test("no JSON makes the parser throw, and every refusal can be sent", () => {
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

test("no text makes the parser throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(typeof parseClientFrame(text).ok).toBe("boolean");
    }),
  );
});

describe("the explanation of a refusal agrees with the schema", () => {
  const schemas: [string, TSchema][] = [...inputItemSchemas, ...toolSchemas, ["create", CreateFields]];
  test.each(schemas)("%s", (type, schema) => {
    const validator = Compile(schema);
    fc.assert(
      fc.property(json, fc.boolean(), (value, isBare) => {
        const tagged =
          isBare || typeof value !== "object" || Array.isArray(value) ? value : { ...value, type };
        expect(explain(schema, tagged, "x") === null).toBe(validator.Check(tagged));
      }),
    );
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

test("a valid request survives whole", () => {
  fc.assert(
    fc.property(request, (sent) => {
      const body: unknown = JSON.parse(JSON.stringify(sent));
      const result = parseCreateRequest(body);
      if (!result.ok) throw result.error;
      expect(result.value).toEqual(body);
    }),
  );
});
