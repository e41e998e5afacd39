import { createRequire } from "node:module";
import {
  createLlamaEngine,
  createScriptEngine,
  createUpstreamEngine,
  type Engine,
  type Prompt,
  type UpstreamTarget,
} from "@flint/engine";
import { engineConformance } from "@flint/engine/conformance";
import { afterAll } from "vitest";
import { startServer } from "./server.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");

/** A server that stands until the file's tests are over. */
async function behind(engine: Engine): Promise<string> {
  const server = await startServer({ engine });
  afterAll(async () => {
    await server.close();
    await engine.close();
  });
  return server.url;
}

function upstream(target: UpstreamTarget) {
  return async () => createUpstreamEngine({ targets: [target] });
}

const story = (name: string) => ({
  when: { contains: name },
  steps: [
    { text: `The story of ${name}: once, in a house by the sea, ${name} counted the waves.\n` },
    { repeat: 8, text: `${name} counted on, and wrote it all down. ` },
  ],
});
const scenario = { model: { contextLength: 2000 }, turns: ["alpha", "beta", "gamma"].map(story) };

const tell = (text: string): Prompt => ({
  tip: { parent: null, items: [{ role: "user", content: `Tell me about ${text}.` }] },
  instructions: "Be brief.",
  tools: [],
});

const scripted = await behind(createScriptEngine({ scenario }));

const ways = [
  ["responses over a socket", { api: "responses" }],
  ["responses over HTTP", { api: "responses", webSocket: false }],
  ["chat completions", { api: "chat" }],
] as const;

for (const [way, more] of ways) {
  engineConformance(`upstream engine before another Flint, by its ${way}`, {
    create: upstream({ preset: "flint", url: scripted, ...more }),
    model: "script",
    prompt: tell,
    traits: { countsAtEnd: true, resumes: false },
  });
}

const nano = await behind(createLlamaEngine({ models: [{ id: "nano", path: NANO }] }));

/** Long enough an answer for the suite, and another one for each name. */
const edit = (name: string): Prompt => {
  const code = [1, 2, 3, 4].map(
    (nth) => `function ${name}${nth}(items) {\n  var total = ${nth};\n  return total;\n}\n`,
  );
  const content = `\`\`\`js\n${code.join("\n")}\`\`\`\nuse const and let instead of var`;
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
};

for (const [way, api] of [
  ["chat completions", "chat"],
  ["responses over a socket", "responses"],
] as const) {
  engineConformance(`upstream engine before the embedded engine, by its ${way}`, {
    create: upstream({ preset: "flint", url: nano, api }),
    model: "nano",
    prompt: (text) => edit(text.length > 1000 ? text : text.replace(/\W/g, "")),
    // How much of so short an answer is drafted depends on what drafts cost on the machine.
    traits: { countsAtEnd: true, resumes: false, rewritesHistory: true, speculates: false, steers: 3 },
    timeout: 60_000,
  });
}
