import type { Problem } from "../problem/index.ts";
import type { Attempt } from "../score/index.ts";
import { type Attempting, attemptEdit, type Edit } from "./attempt-edit.ts";

/** `signal` ends the evaluation with what there is. */
export interface Course extends Attempting {
  /** Edits at a time. */
  readonly concurrency: number;
  /** Called as each attempt is done. */
  attempted(attempt: Attempt, done: number): void;
}

/** The problems in every wording that is asked for. */
export function editsOf(problems: readonly Problem[], phrasing: string | null): Edit[] {
  return problems.flatMap((problem) =>
    problem.instructions
      .filter((instruction) => phrasing === null || instruction.phrasing === phrasing)
      .map((instruction) => ({ problem, instruction })),
  );
}

/** Attempts the edits in their order. Resolves with those that were done when the signal fired, if it did. */
export async function evaluate(edits: readonly Edit[], course: Course): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const waiting = [...edits];
  const work = async (): Promise<void> => {
    for (let edit = waiting.shift(); edit !== undefined && !course.signal.aborted; edit = waiting.shift()) {
      const attempt = await attemptEdit(edit, course);
      if (attempt === null) return;
      attempts.push(attempt);
      course.attempted(attempt, attempts.length);
    }
  };
  await Promise.all(Array.from({ length: course.concurrency }, work));
  return attempts;
}
