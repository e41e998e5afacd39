import type { Problem } from "../problem/index.ts";
import type { Attempt } from "../score/index.ts";
import { type Attempting, attemptEdit, type Edit } from "./attempt-edit.ts";

/** Options of an evaluation. `signal` ends it early. */
export interface Course extends Attempting {
  /** Number of concurrent edits. */
  readonly concurrency: number;
  /** Called after each attempt. */
  attempted(attempt: Attempt, done: number): void;
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
