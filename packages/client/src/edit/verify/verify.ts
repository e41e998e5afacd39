import { parseJson } from "./json.ts";
import type { GrammarSource, Parse, SyntaxIssue } from "./syntax-issue.ts";

/** Whether the edited code parses. */
export interface Verification {
  /** `null`: it could not be checked; `reason` says why. */
  readonly parses: boolean | null;
  /** Whether the original parsed, so that an edit of broken code is not blamed for it. */
  readonly parsedBefore: boolean | null;
  /** The language it was checked as; `null` if it is not known. */
  readonly language: string | null;
  readonly errors: readonly SyntaxIssue[];
  readonly reason?: string;
}

/** Tried in this order for code whose language nobody told: the first one that the original parses as. */
const GUESSES = ["typescript", "tsx", "python", "go", "java", "cpp", "csharp"] as const;

/** Checks whether `edited` parses, and whether `original` did. */
export async function verify(
  original: string,
  edited: string,
  language: string | null,
  grammars: GrammarSource | undefined,
): Promise<Verification> {
  if (language === "json") return verdict(language, parseJson, original, edited);
  if (grammars === undefined)
    return unchecked(language, "no grammars are loaded here: check the code where Node runs");
  try {
    return await byGrammar(original, edited, language, grammars);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unchecked(language, `the grammar could not be loaded: ${why}`);
  }
}

async function byGrammar(
  original: string,
  edited: string,
  language: string | null,
  grammars: GrammarSource,
): Promise<Verification> {
  for (const candidate of language === null ? GUESSES : [language]) {
    const parse = await grammars(candidate);
    if (parse === null) return unchecked(language, `there is no grammar for ${candidate}`);
    if (language !== null || parse(original).length === 0) return verdict(candidate, parse, original, edited);
  }
  return unchecked(null, "the language is not known: say it with the language option");
}

function verdict(language: string, parse: Parse, original: string, edited: string): Verification {
  const errors = parse(edited);
  return { parses: errors.length === 0, parsedBefore: parse(original).length === 0, language, errors };
}

function unchecked(language: string | null, reason: string): Verification {
  return { parses: null, parsedBefore: null, language, errors: [], reason };
}
