import { type EditResult, FlintError, type Session } from "flint";
import type { Instruction, Problem } from "../problem/index.ts";
import type { Sandbox } from "../sandbox/index.ts";
import { type Attempt, judge, judgeWithoutAnswer, type Outcome } from "../score/index.ts";

export interface EditLimits {
  readonly maxOutputTokens: number | null;
  readonly timeoutSeconds: number;
}

/** One problem with one of its instructions. */
export interface Edit {
  readonly problem: Problem;
  readonly instruction: Instruction;
}

/** What is needed to request edits and to judge them. */
export interface AttemptContext {
  readonly session: Session;
  readonly sandbox: Sandbox;
  readonly limits: EditLimits;
  readonly signal: AbortSignal;
}

/**
 * Requests one edit and judges the answer. Returns null if `signal` aborted it; other failures of the client, such as a
 * timeout, become part of the attempt.
 */
export async function attemptEdit(edit: Edit, context: AttemptContext): Promise<Attempt | null> {
  const { problem, instruction } = edit;
  const { session, sandbox, limits, signal } = context;
  const timeout = AbortSignal.timeout(limits.timeoutSeconds * 1000);
  let result: EditResult;
  try {
    result = await session.edit({
      code: problem.before,
      instruction: instruction.text,
      language: problem.language,
      signal: AbortSignal.any([signal, timeout]),
      ...(limits.maxOutputTokens === null ? {} : { maxOutputTokens: limits.maxOutputTokens }),
    });
  } catch (error) {
    if (signal.aborted) return null;
    if (!(error instanceof FlintError)) throw error;
    const message = timeout.aborted ? `no answer within ${limits.timeoutSeconds} s` : error.message;
    return attemptWithoutCode(edit, "failed", message, null);
  }
  if (result.declined !== null) return attemptWithoutCode(edit, "unsure", null, result);
  if (result.status !== "completed") {
    return attemptWithoutCode(edit, "cut_off", "a token limit cut off the answer", result);
  }
  const { code, verification } = result;
  const flagged =
    verification.parses === false || (verification.scope ?? []).length > 0 || verification.doubtful;
  const judgement = await judge(problem, { code, flagged }, sandbox, signal);
  if (signal.aborted) return null;
  return {
    ...editFields(edit),
    outcome: "answered",
    error: null,
    code,
    parses: verification.parses,
    flagged,
    confidence: verification.confidence,
    ...judgement,
    ...timingsOf(result),
  };
}

function attemptWithoutCode(
  edit: Edit,
  outcome: Outcome,
  error: string | null,
  result: EditResult | null,
): Attempt {
  return {
    ...editFields(edit),
    outcome,
    error,
    code: null,
    parses: null,
    flagged: null,
    confidence: null,
    ...judgeWithoutAnswer(edit.problem, outcome),
    ...timingsOf(result),
  };
}

function editFields({ problem: { id, family }, instruction: { phrasing } }: Edit) {
  return { problem: id, family, phrasing };
}

function timingsOf(result: EditResult | null) {
  return {
    first_token_ms: result?.timings.first_token_ms ?? null,
    total_ms: result?.timings.total_ms ?? null,
    tokens_per_second: result?.timings.tokens_per_second ?? null,
    output_tokens: result?.timings.output_tokens ?? null,
  };
}
