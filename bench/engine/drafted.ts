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
 * Measures answers drafted from code that differs from them by each degree of change, alternating with the same
 * answers without a draft. The model's own greedy answer serves as the edited code, and the code before the edit is
 * derived from it: a random model does not edit code, but its answers can be drafted like any others. Each answer has
 * a new thread: an earlier answer of the same thread would be used as a draft.
 */
export async function measureDrafts(
  model: BenchModel,
  engine: Engine,
  rounds: number,
): Promise<readonly DraftSample[]> {
  const samples: DraftSample[] = [];
  for (let round = 0; round < rounds; round++) {
    const prompt = model.prompt(`Round${round}`);
    const answer = (draft: string) =>
      runOnNewThread(model, engine, prompt, { maxTokens: model.tokens, draft });
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

async function runOnNewThread(
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
