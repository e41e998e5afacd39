import { Aside, AsideError, type TimeUp } from "../aside/index.ts";
import { EngineError } from "../contract/index.ts";
import {
  type AnswerConstraint,
  answerGrammar,
  cacheGrammar,
  keyOf,
  WITHOUT_CALLS,
} from "./constraint/index.ts";
import { familyNamed } from "./families/index.ts";

/**
 * The request to the worker thread. A family's grammar is code, which cannot be sent, so the thread looks it up by
 * name.
 */
export interface GrammarJob {
  readonly constraint: Omit<AnswerConstraint, "writing">;
  /** Null for a text format alone, which does not depend on a family. */
  readonly family: string | null;
}

/** The grammar, or why it is impossible. */
type GrammarResult = { readonly gbnf: string } | { readonly refused: string };

const aside = new Aside<GrammarJob, GrammarResult>("grammar");

/**
 * Returns the same as {@link answerGrammar}, but uses a worker thread if that takes longer than a moment: other
 * responses continue meanwhile. The thread serves users in turn. Rejects with {@link EngineError}
 * `prompt_unsupported`, and `engine_busy` if too many jobs are waiting.
 */
export async function answerGrammarAside(
  constraint: AnswerConstraint,
  family: string | null,
  user: string | null,
): Promise<string> {
  const { writing: _, ...told } = constraint;
  const job: GrammarJob = { constraint: told, family };
  const task = { job, key: () => keyOf(constraint), user };
  try {
    const found = await aside.run((isTimeUp) => ({ gbnf: answerGrammar(constraint, isTimeUp) }), task);
    if ("refused" in found) throw new EngineError("prompt_unsupported", found.refused);
    cacheGrammar(constraint, found.gbnf);
    return found.gbnf;
  } catch (cause) {
    if (!(cause instanceof AsideError)) throw cause;
    const code = cause.code === "aside_busy" ? "engine_busy" : "prompt_unsupported";
    throw new EngineError(code, cause.message, { cause });
  }
}

/** Translates in the worker thread. Throws `Unfinished` once the time is up. */
export function translateGrammar({ constraint, family }: GrammarJob, isTimeUp: TimeUp): GrammarResult {
  const writing = family === null ? WITHOUT_CALLS : familyNamed(family).writing;
  try {
    return { gbnf: answerGrammar({ ...constraint, writing }, isTimeUp) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { refused: error.message };
  }
}
