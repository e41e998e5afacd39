import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TextFormat, Tool, ToolChoice } from "@flint/protocol";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finish, GenerateRequest, Part, Prompt, Thread } from "../contract/index.ts";
import * as templates from "../prompt/families/fixtures/templates.fixture.ts";
import { chatFormat } from "../prompt/index.ts";
import { writeRandomLlama } from "./gguf-writer/index.ts";
import { createLlamaEngine, type LlamaEngine } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const FAMILIES = Object.entries(templates);
const SEEDS = [1, 2];

const PARAMETERS = {
  type: "object",
  properties: {
    path: { type: "string", pattern: "^[ -~]{0,20}$" },
    mode: { enum: ["read", "write"] },
    lines: { type: "array", items: { type: "integer", minimum: 1, maximum: 500 }, maxItems: 3 },
    note: { type: ["string", "null"], pattern: '^[a-zé-ï"]{0,5}$' },
  },
  required: ["path", "mode", "lines"],
  additionalProperties: false,
};
const OPEN: Tool = { type: "function", name: "open_file", parameters: PARAMETERS, strict: true };
const COUNT: Tool = {
  type: "function",
  name: "count",
  parameters: { type: "object", properties: { to: { type: "integer", maximum: 9 } }, required: ["to"] },
  strict: true,
};
const LETTERS: Tool = {
  type: "custom",
  name: "letters",
  format: {
    type: "grammar",
    syntax: "lark",
    definition: 'start: line~1..3\nline: /[a-c"<\\\\]{1,9}/ LF\n%import common.LF',
  },
};
const SCHEMAS: Readonly<Record<string, object>> = {
  open_file: PARAMETERS,
  count: COUNT.parameters as object,
};
const FORMAT: TextFormat = { type: "json_schema", name: "a", schema: PARAMETERS, strict: true };
const ajv = new Ajv2020({ strict: false });

let folder: string;
let engine: LlamaEngine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-held-"));
  const models = await Promise.all(
    FAMILIES.map(async ([id, template]) => {
      const path = join(folder, `${id}.gguf`);
      const { tags } = chatFormat({ modelId: id, template });
      // The first one ends answers; of the others, some are tags and one is none.
      const control = ["<end-of-answer>", "<no-tag>", ...tags.filter((tag) => tag !== "<|call|>")];
      await writeRandomLlama(path, {
        vocabulary: { control },
        layers: 1,
        width: 64,
        heads: 2,
        feedForward: 64,
        contextLength: 8192,
        chatTemplate: template,
      });
      return { id, path };
    }),
  );
  engine = createLlamaEngine({
    models: [...models, { id: "nano", path: NANO }],
    sequences: 2,
    speculation: "always",
  });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

interface Read {
  readonly parts: readonly { part: Part; text: string }[];
  readonly finish: Finish | undefined;
}

async function read(thread: Thread, request: GenerateRequest): Promise<Read> {
  const parts: { part: Part; text: string }[] = [];
  let finish: Finish | undefined;
  for await (const event of thread.generate(request)) {
    if (event.type === "finish") finish = event;
    else {
      const known = parts[event.index];
      if (known) known.text += event.text;
      else parts[event.index] = { part: event.part, text: event.text };
    }
  }
  return { parts, finish };
}

async function answer(model: string, prompt: Partial<Prompt>, request: GenerateRequest): Promise<Read> {
  const thread = await engine.openThread({ model });
  try {
    const tip = {
      parent: null,
      items: [{ role: "user" as const, content: "```js\nvar a = 1\n```\nGo on." }],
    };
    await thread.prefill({ tip, instructions: null, tools: [], ...prompt });
    return await read(thread, { maxTokens: 1_500, ...request });
  } finally {
    thread.release();
  }
}

const drawn = (seed: number): GenerateRequest => ({ sampling: { temperature: 1, seed } });
const callsOf = ({ parts }: Read) => parts.filter(({ part }) => part.type.endsWith("call"));

function expectValid({ part, text }: { part: Part; text: string }): void {
  if (part.type === "custom_tool_call") expect(text).toMatch(/^([a-c"<\\]{1,9}\n){1,3}$/);
  else if (part.type === "function_call") {
    const isValid = ajv.validate(SCHEMAS[part.name] ?? false, JSON.parse(text));
    expect(isValid, `${text}: ${ajv.errorsText()}`).toBe(true);
  }
}

describe.each(FAMILIES)("a random model with the template %s", (model) => {
  test.each(SEEDS)("writes valid calls if a call is required: seed %i", async (seed) => {
    const tools = [OPEN, COUNT, LETTERS];
    const whole = await answer(
      model,
      { tools, toolChoice: "required", parallelToolCalls: seed % 2 === 0 },
      drawn(seed),
    );
    const calls = callsOf(whole);
    const isWhole = whole.finish?.reason === "stop";
    for (const call of isWhole ? calls : calls.slice(0, -1)) expectValid(call);
    // Some think, or call, for longer than they may.
    if (isWhole) expect(calls.length).toBeGreaterThan(0);
    if (seed % 2 === 1) expect(calls.length).toBeLessThan(2);
  });

  test("calls the tool that is named", async () => {
    for (const [name, type] of [
      ["count", "function"],
      ["letters", "custom"],
    ] as const) {
      const toolChoice: ToolChoice = { type, name };
      const whole = await answer(
        model,
        { tools: [OPEN, COUNT, LETTERS], toolChoice, parallelToolCalls: false },
        drawn(7),
      );
      const calls = callsOf(whole);
      if (whole.finish?.reason === "length") continue;
      expect(calls.map(({ part }) => "name" in part && part.name)).toEqual([name]);
      for (const call of calls) expectValid(call);
    }
  });

  test("writes only valid calls if it may choose between text and calls", async () => {
    for (const seed of SEEDS) {
      const whole = await answer(model, { tools: [OPEN, LETTERS] }, { ...drawn(seed), maxTokens: 600 });
      const calls = callsOf(whole);
      for (const call of whole.finish?.reason === "stop" ? calls : calls.slice(0, -1)) expectValid(call);
    }
  });

  test("writes text that satisfies the requested schema, after its reasoning", async () => {
    for (const seed of SEEDS) {
      const { parts, finish } = await answer(model, {}, { ...drawn(seed), format: FORMAT });
      if (finish?.reason === "length") continue;
      const [last] = parts.slice(-1);
      expect(last?.part.type).toBe("text");
      expect(ajv.validate(PARAMETERS, JSON.parse(last?.text ?? "")), last?.text).toBe(true);
    }
  });
});

describe("the bundled model, constrained to a format,", () => {
  test.each(SEEDS)("writes JSON that satisfies the schema: seed %i", async (seed) => {
    const { parts, finish } = await answer("nano", {}, { ...drawn(seed), format: FORMAT });
    expect(finish?.reason).toBe("stop");
    expect(ajv.validate(PARAMETERS, JSON.parse(parts[0]?.text ?? "")), parts[0]?.text).toBe(true);
  });

  test("begins an object for json_object", async () => {
    const { parts } = await answer("nano", {}, { format: { type: "json_object" }, maxTokens: 400 });
    expect(parts[0]?.text).toMatch(/^\{/);
  });

  describe.each([FORMAT, { type: "json_object" } as const])("in the format %j,", (format) => {
    const request = { format, maxTokens: 120 };

    test.each<[string, (text: string) => string]>([
      ["right", (text) => text],
      ["wrong in places", (text) => text.replaceAll("e", "x")],
      ["not of the form", (text) => `${text.slice(0, 20)}}${text.slice(25)}`],
      ["all wrong", () => "no such thing ".repeat(20)],
    ])("writes the same with a draft that is %s as without", async (_, draftOf) => {
      const plain = await answer("nano", {}, request);
      const draft = draftOf(plain.parts[0]?.text ?? "");
      const drafted = await answer("nano", {}, { ...request, draft });
      expect(drafted.parts).toEqual(plain.parts);
      expect(drafted.finish).toEqual(plain.finish);
    });
  });

  test("does not change a concurrent answer", async () => {
    const alone = await answer("nano", {}, {});
    const [free, held] = await Promise.all([answer("nano", {}, {}), answer("nano", {}, { format: FORMAT })]);
    expect(free.parts).toEqual(alone.parts);
    expect(held.parts[0]?.text).toMatch(/^\{/);
  });

  test("ends with `prompt_unsupported` if the schema cannot be translated, and then answers normally", async () => {
    const schema = { not: {} };
    const { finish } = await answer(
      "nano",
      {},
      { format: { type: "json_schema", name: "a", schema, strict: true } },
    );
    expect(finish).toMatchObject({ reason: "error", error: { code: "prompt_unsupported" } });
    expect((await answer("nano", {}, {})).finish?.reason).toBe("stop");
  });
});
