import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type Edit, editConformance } from "../conformance/index.ts";
import { writeRandomLlama } from "./gguf-writer/index.ts";
import { createLlamaEngine } from "./index.ts";

const EXAMPLES = new URL("../../../../examples/", import.meta.url);
const SOURCES = new URL("../", import.meta.url);
const INSTRUCTIONS = [
  "use const and let instead of var",
  "optimize this code",
  "add error handling",
  "make it async",
  "use optional chaining",
];

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const folder = mkdtempSync(join(tmpdir(), "flint-edits-"));
const random = join(folder, "random.gguf");

beforeAll(async () => {
  await writeRandomLlama(random, {
    // Bytes alone: an answer's text has the answer's tokens.
    vocabulary: { control: ["<|im_end|>", "<|im_start|>"], size: 288 },
    spoken: (spelling) => /^[ -~]$/.test(spelling),
    layers: 1,
    width: 64,
    heads: 2,
    feedForward: 96,
    contextLength: 1024,
    type: "q8_0",
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** Pieces of code of a few lines, and what to do with them. */
function edits(count: number): Edit[] {
  const pieces = [...files(EXAMPLES, ".js"), ...files(SOURCES, ".ts")].flatMap(piecesOf);
  const step = Math.max(1, Math.floor(pieces.length / count));
  return Array.from({ length: count }, (_, index) => {
    const code = pieces[(index * step) % pieces.length] ?? "";
    const content = `\`\`\`js\n${code}\n\`\`\`\n${INSTRUCTIONS[index % INSTRUCTIONS.length]}`;
    const tip = { parent: null, items: [{ role: "user" as const, content }] };
    return { code, prompt: { tip, instructions: null, tools: [] } };
  });
}

function files(directory: URL, ending: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes(".test."))
    .sort()
    .map((name) => readFileSync(new URL(name, directory), "utf8"));
}

function piecesOf(source: string): string[] {
  const blocks = source.split(/\n\n+/).filter((block) => !/^import |^```/m.test(block));
  return blocks.filter((block) => block.length > 60 && block.length < 300);
}

editConformance("the bundled model", {
  create: () =>
    Promise.resolve(createLlamaEngine({ models: [{ id: "nano", path: NANO }], speculation: "always" })),
  model: "nano",
  edits: edits(60),
  exact: false,
  maxTokens: 20,
});

editConformance("a model of random weights", {
  // Calibrated before its first answer, so that drawn answers are drafted too.
  create: () =>
    Promise.resolve(
      createLlamaEngine({
        models: [{ id: "random", path: random }],
        speculation: "always",
        calibration: "load",
        calibrationTime: 20_000,
      }),
    ),
  model: "random",
  edits: edits(140),
  exact: true,
});
