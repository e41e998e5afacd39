import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { refusedDefinition } from "./definitions.ts";
import { Work } from "./work.ts";

const strict = (name: string, parameters: Record<string, unknown>): Tool => ({
  type: "function",
  name,
  description: null,
  parameters,
  strict: true,
});

const object = (count: number, schemaAt: (index: number) => unknown) => {
  const properties = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`property${index}`, schemaAt(index)]),
  );
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
};

/** Costs much to look through, and each is another one. */
const costly = (index: number) =>
  strict(
    `tool${index}`,
    object(1, () => ({ type: "string", pattern: `^${index}${"xa{0,64}".repeat(20)}$` })),
  );

describe("a request's definitions are refused if they are too much work:", () => {
  test.each([
    ["declared", { properties: object(8_000, () => true).properties }],
    ["required", { required: Object.keys(object(8_000, () => true).properties) }],
    ["prefixed", { prefixItems: Array(8_000).fill({}) }],
    ["listed", { enum: ["x".repeat(200_000)] }],
  ])("combinations of what is %s many times", (_, schema) => {
    const combined = { ...schema, anyOf: Array(1_990).fill({ enum: [1] }) };
    const format = { type: "json_schema", name: "it", schema: combined } as const;
    const refused = refusedDefinition({ format });
    expect(refused).toMatchObject({ param: "text.format.schema", error: { kind: "json_schema" } });
    expect(refused?.error.message).toMatch("too much work together with the request's other schemas");
  });

  test("many members in many combinations", () => {
    const properties = object(2_000, () => ({ $ref: "#/$defs/a" })).properties;
    const schema = { properties, anyOf: Array(90).fill({}), $defs: { a: { type: "string" } } };
    const format = { type: "json_schema", name: "it", schema } as const;
    expect(refusedDefinition({ format }, { work: new Work(500_000) })?.error.message).toMatch(
      "too much work",
    );
  });

  test("many tools, also within namespaces, on every request", () => {
    const tools: Tool[] = [
      { type: "namespace", name: "one", description: "", tools: [costly(1), costly(2)] } as Tool,
      costly(3),
      costly(4),
      costly(5),
    ];
    const most = new Work(Number.POSITIVE_INFINITY);
    expect(refusedDefinition({ tools: tools.slice(0, 2) }, { work: most })).toBeNull();
    for (let request = 0; request < 2; request++) {
      expect(refusedDefinition({ tools }, { work: new Work(most.done) })?.param).toBe("tools[2].parameters");
    }
    expect(refusedDefinition({ tools: tools.slice(2) }, { work: new Work(most.done) })).toBeNull();
  });

  test("the grammar of a custom tool", () => {
    const format = { type: "grammar", syntax: "regex", definition: "(xa{0,64}){20}" } as const;
    const refused = refusedDefinition(
      { tools: [{ type: "custom", name: "it", format }] },
      { work: new Work(500) },
    );
    expect(refused).toMatchObject({ param: "tools[0].format.definition", error: { kind: "regex" } });
  });
});

describe("patterns", () => {
  const tuple = (schemaAt: (index: number) => unknown) => ({
    type: "json_schema" as const,
    name: "it",
    strict: true,
    schema: { type: "array", prefixItems: Array.from({ length: 300 }, (_, index) => schemaAt(index)) },
  });
  const workOf = (schemaAt: (index: number) => unknown) => {
    const work = new Work(Number.POSITIVE_INFINITY);
    expect(refusedDefinition({ format: tuple(schemaAt) }, { work })).toBeNull();
    return work.done;
  };

  test("and formats that many strings share count as work once", () => {
    const plain = workOf(() => ({ type: "string" }));
    expect(workOf(() => ({ type: "string", format: "date-time" }))).toBeLessThan(2 * plain);
    expect(workOf(() => ({ type: "string", pattern: "^\\d{4}-(a|b)+$" }))).toBeLessThan(2 * plain);
  });

  test("that all differ count as work for their length", () => {
    const patternAt = (index: number) => ({ type: "string", pattern: `^${"\\d".repeat(40)}${index}$` });
    const work = workOf(patternAt);
    expect(work).toBeGreaterThan(300 * 80 * 10);
    const refused = refusedDefinition({ format: tuple(patternAt) }, { work: new Work(work / 2) });
    expect(refused?.error.message).toContain("too much work");
  });
});

test("forty tools of a hundred properties pass if all are required, and are told to require them otherwise", () => {
  const { properties } = object(100, () => ({ type: "string" }));
  const fortyOf = (parameters: object) =>
    Array.from({ length: 40 }, (_, index) => strict(`tool${index}`, { ...parameters, type: "object" }));
  expect(refusedDefinition({ tools: fortyOf({ properties, required: Object.keys(properties) }) })).toBeNull();
  const refused = refusedDefinition({ tools: fortyOf({ properties }) });
  expect(refused?.error.message).toMatch("have `required` name their properties");
});

test("a hundred tools with ordinary parameters pass", () => {
  const parameters = (tool: number) =>
    object(8, (index) => {
      if (index === 0) return { type: "string", description: `What tool ${tool} is to do` };
      if (index === 1) return { type: "array", items: object(3, () => ({ type: "string" })) };
      return index % 2 === 0 ? { type: ["string", "null"] } : { enum: ["one", "other"] };
    });
  const tools = Array.from({ length: 100 }, (_, index) => strict(`tool${index}`, parameters(index)));
  const work = new Work(Number.POSITIVE_INFINITY);
  expect(refusedDefinition({ tools: tools.slice(0, 5) }, { work })).toBeNull();
  expect(refusedDefinition({ tools: tools.slice(5) }, { work: new Work(3_000_000) })).toBeNull();
});

test("nothing large is kept of large definitions that were refused", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const megabytes = () => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const before = megabytes();
  for (let index = 0; index < 16; index++) {
    const schema = { type: "object", description: `${index}${"x".repeat(4e6)}` };
    const format = { type: "json_schema", name: "large", schema, strict: true } as const;
    expect(refusedDefinition({ format })?.error.message).toContain("is longer than");
  }
  expect(megabytes() - before).toBeLessThan(16);
});
