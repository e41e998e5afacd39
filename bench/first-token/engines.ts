import { random10M, randomModel } from "../models/index.ts";
import type { BenchEngine } from "../server/index.ts";

export const ENGINES = ["embedded", "script"] as const;
export type EngineName = (typeof ENGINES)[number];

/** Context length: enough for the longest prompt and its continuation. */
const CONTEXT = 12_288;
/** The script engine counts more tokens in the same text. */
const SCRIPT_CONTEXT = 2 * CONTEXT;

/** Returns the embedded engine with a random model, or the script engine, which reads and answers at full speed. */
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
