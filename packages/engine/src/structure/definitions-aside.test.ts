import { expect, test } from "vitest";
import { type Definitions, refusedDefinition } from "./definitions.ts";
import { checkDefinitions } from "./definitions-aside.ts";
import { Findings } from "./findings.ts";

const schema = (it: Record<string, unknown>): Definitions => ({
  format: { type: "json_schema", name: "it", strict: true, schema: it },
});

test("checkDefinitions returns the finding for a small definition", async () => {
  expect(await checkDefinitions(schema({ type: "string" }))).toBeNull();
  expect(await checkDefinitions({})).toBeNull();
  expect(await checkDefinitions(schema({ not: { const: 1 } }))).toMatchObject({
    param: "text.format.schema",
  });
});

test.each([
  ["right", schema({ pattern: "^(ab?){1,300}$", minLength: 3 })],
  ["wrong", schema({ pattern: "^(ab?){1,400}$", minLength: 3, maxLength: 760 })],
])(
  "checkDefinitions returns a promise of the same finding for a larger definition: %s",
  async (_, definitions) => {
    const found = checkDefinitions(definitions);
    expect(found).toBeInstanceOf(Promise);
    const expected = refusedDefinition(definitions, { findings: new Findings() });
    expect(await found).toEqual(expected);
    expect(await checkDefinitions(definitions)).toEqual(expected);
  },
);
