import { afterAll } from "vitest";
import { engineConformance } from "../conformance/index.ts";
import { createUpstreamEngine } from "./index.ts";
import { startTestServer } from "./server.fixture.ts";

const server = await startTestServer();
afterAll(() => server.stop());

engineConformance("upstream engine before a server that goes on from what it is given", {
  create: async () => createUpstreamEngine({ targets: [{ preset: "vllm", url: server.url }] }),
  model: "story",
  prompt: (text) => ({
    tip: { parent: null, items: [{ role: "user", content: `Tell me about ${text}.` }] },
    instructions: "Be brief.",
    tools: [],
  }),
  traits: { countsAtEnd: true, speculates: false },
});
