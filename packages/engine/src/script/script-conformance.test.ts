import { engineConformance } from "../conformance/index.ts";
import type { Prompt } from "../contract/index.ts";
import { createScriptEngine, parseScenario } from "./index.ts";

const asks = (text: string): Prompt => ({
  tip: { parent: null, items: [{ role: "user", content: `Tell me about ${text}.` }] },
  instructions: "Be brief.",
  tools: [],
});

const story = (name: string) => ({
  when: { contains: name },
  steps: [
    { text: `The story of ${name}: once, in a house by the sea, ${name} counted the waves.\n` },
    { repeat: 8, text: `${name} counted on, and wrote it all down. ` },
  ],
});

const turns = ["alpha", "beta", "gamma"].map(story);

for (const [pace, scenario] of Object.entries({
  "unpaced script engine": { model: { contextLength: 2000 }, turns },
  "paced script engine": { tokens_per_second: 5000, prefill_tokens_per_second: 50_000, burst: 3, turns },
})) {
  engineConformance(pace, {
    create: async () => createScriptEngine({ scenario: parseScenario(scenario) }),
    model: "script",
    prompt: asks,
  });
}
