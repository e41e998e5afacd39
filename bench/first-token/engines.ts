import { random10M, randomModel } from "../models/index.ts";
import type { BenchEngine } from "../server/index.ts";

export const ENGINES = ["embedded", "script"] as const;
export type EngineName = (typeof ENGINES)[number];

/** Tokens that prompt and answer share: room for the longest prompt, and for what goes on from it. */
const CONTEXT = 12_288;
/** The script engine counts more tokens in the same text. */
const SCRIPT_CONTEXT = 2 * CONTEXT;

/** The embedded engine with a model of random weights, and one that reads and answers as fast as it is asked. */
export async function engineOf(name: EngineName): Promise<{ model: string; engine: BenchEngine }> {
  if (name === "script") {
    const model = "scripted";
    const turns = [{ steps: [{ text: "Yes, that is how it is." }] }];
    return {
      model,
      engine: { scenario: { model: { id: model, contextLength: SCRIPT_CONTEXT }, burst: 64, turns } },
    };
  }
  const { id } = random10M;
  return {
    model: id,
    engine: {
      models: [{ id, path: await randomModel(random10M) }],
      llama: { gpu: false, contextLength: CONTEXT, sequences: 4 },
    },
  };
}
