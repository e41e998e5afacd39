import { Aside, AsideError } from "../aside/index.ts";
import { EngineError } from "../contract/index.ts";
import { type AnswerConstraint, answerGrammar, keepGrammar, WITHOUT_CALLS } from "./constraint/index.ts";
import { familyNamed } from "./families/index.ts";

/** What the thread is asked. A family's way of writing is code, so that it has to find that by the family's name. */
export interface GrammarJob {
  readonly constraint: Omit<AnswerConstraint, "writing">;
  /** Null for a form alone, which is written in no family's way. */
  readonly family: string | null;
}

/** The grammar, or why there can be none. */
type GrammarResult = { readonly gbnf: string } | { readonly refused: string };

const aside = new Aside<GrammarJob, GrammarResult>("grammar");

/**
 * As {@link answerGrammar}, in a thread of its own where it takes longer than a moment: the answers under way go on.
 * Rejects with {@link EngineError} `prompt_unsupported`, and `engine_busy` where too many wait.
 */
export async function heldGrammar(constraint: AnswerConstraint, family: string | null): Promise<string> {
  const { writing: _, ...told } = constraint;
  const job: GrammarJob = { constraint: told, family };
  try {
    const found = await aside.run((until) => ({ gbnf: answerGrammar(constraint, until) }), job);
    if ("refused" in found) throw new EngineError("prompt_unsupported", found.refused);
    keepGrammar(constraint, found.gbnf);
    return found.gbnf;
  } catch (cause) {
    if (!(cause instanceof AsideError)) throw cause;
    const code = cause.code === "aside_busy" ? "engine_busy" : "prompt_unsupported";
    throw new EngineError(code, cause.message, { cause });
  }
}

/** The thread's part. Throws `Unfinished` from `until` on, in milliseconds of `performance.now()`. */
export function translateGrammar({ constraint, family }: GrammarJob, until: number): GrammarResult {
  const writing = family === null ? WITHOUT_CALLS : familyNamed(family).writing;
  try {
    return { gbnf: answerGrammar({ ...constraint, writing }, until) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { refused: error.message };
  }
}
