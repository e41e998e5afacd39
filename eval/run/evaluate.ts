import type { Problem } from "../problem/index.ts";
import type { Attempt } from "../score/index.ts";
import { type AttemptContext, attemptEdit, type Edit } from "./attempt-edit.ts";

/** Options of an evaluation. `signal` ends it early. */
export interface EvaluationOptions extends AttemptContext {
  /** Number of concurrent edits. */
  readonly concurrency: number;
  /** Called after each attempt. */
  onAttempt(attempt: Attempt, done: number): void;
}

/** Returns the problems with each instruction of the given phrasing; null: of all phrasings. */
export function editsOf(problems: readonly Problem[], phrasing: string | null): Edit[] {
  return problems.flatMap((problem) =>
    problem.instructions
      .filter((instruction) => phrasing === null || instruction.phrasing === phrasing)
      .map((instruction) => ({ problem, instruction })),
  );
}

/** Attempts the edits in order. If the signal fires, resolves with the attempts finished by then. */
export async function evaluate(edits: readonly Edit[], options: EvaluationOptions): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const waiting = [...edits];
  const runEdits = async (): Promise<void> => {
    for (let edit = waiting.shift(); edit !== undefined && !options.signal.aborted; edit = waiting.shift()) {
      const attempt = await attemptEdit(edit, options);
      if (attempt === null) return;
      attempts.push(attempt);
      options.onAttempt(attempt, attempts.length);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, runEdits));
  return attempts;
}
