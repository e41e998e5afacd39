import type { Engine, GenerateRequest, Prompt } from "@flint/engine";
import { CHANGES, type Change, codeBefore } from "./edits.ts";
import type { BenchModel } from "./models.ts";
import { engineRun, type Run } from "./runs.ts";

export interface DraftSample {
  readonly what: "draft";
  readonly model: string;
  readonly change: Change;
  /** Time of the answer without a draft ÷ with it. */
  readonly speedup: number;
  readonly tokens_per_second: number;
  readonly drafted: number;
  readonly accepted: number;
}

/**
 * Answers drafted from code that they differ from by so much, against the same answers without a draft, alternately. The
 * model's own greedy answer stands for the edit's outcome, and what was there before is made from it: a random model
 * follows no code, but its answers can be drafted as well as any. Every answer is a new thread's: one that has said the
 * same before would be drafted from that.
 */
export async function measureDrafts(
  model: BenchModel,
  engine: Engine,
  rounds: number,
): Promise<readonly DraftSample[]> {
  const samples: DraftSample[] = [];
  for (let round = 0; round < rounds; round++) {
    const prompt = model.prompt(`Round${round}`);
    const answer = (draft: string) => answered(model, engine, prompt, { maxTokens: model.tokens, draft });
    const { text } = await answer("");
    for (const change of CHANGES) {
      const draft = codeBefore(text, change, round * CHANGES.length + CHANGES.indexOf(change) + 1);
      const plain = await answer("");
      const drafted = await answer(draft);
      if (drafted.text !== plain.text) throw new Error(`the draft changed the answer of ${model.id}`);
      samples.push({
        what: "draft",
        model: model.id,
        change,
        speedup: plain.answer_ms / drafted.answer_ms,
        tokens_per_second: (drafted.tokens / drafted.answer_ms) * 1000,
        drafted: drafted.drafted,
        accepted: drafted.accepted,
      });
    }
  }
  return samples;
}

async function answered(
  { id }: BenchModel,
  engine: Engine,
  prompt: Prompt,
  request: GenerateRequest,
): Promise<Run> {
  const thread = await engine.openThread({ model: id });
  try {
    return await engineRun(thread, prompt, request);
  } finally {
    thread.release();
  }
}
