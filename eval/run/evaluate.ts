import type { Session } from "flint";
import type { Instruction, Problem } from "../problem/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import type { Attempt } from "../score/index.ts";
import { attemptEdit, type EditLimits } from "./attempt-edit.ts";

export interface Edit {
  readonly problem: Problem;
  readonly instruction: Instruction;
}

export interface Course {
  readonly session: Session;
  readonly sandbox: Sandbox;
  readonly limits: EditLimits;
  /** Edits at a time. */
  readonly concurrency: number;
  /** Ends the evaluation with what there is. */
  readonly signal: AbortSignal;
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
  const { session, sandbox, limits, signal } = course;
  const work = async (): Promise<void> => {
    for (let edit = waiting.shift(); edit !== undefined && !signal.aborted; edit = waiting.shift()) {
      const attempt = await attemptEdit(session, edit.problem, edit.instruction, sandbox, limits, signal);
      if (attempt === null) return;
      attempts.push(attempt);
      course.attempted(attempt, attempts.length);
    }
  };
  await Promise.all(Array.from({ length: course.concurrency }, work));
  return attempts;
}
