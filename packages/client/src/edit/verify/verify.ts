import type { Hunk } from "../hunk.ts";
import {
  checkScope,
  type Leaf,
  type LeafSource,
  type ReadLeaves,
  type ScopeConcern,
} from "../scope/index.ts";
import { type CodeContext, contextOf, issuesWithin, linesBefore, within } from "./context.ts";
import { parseJson } from "./json.ts";
import type { GrammarSource, Parse, SyntaxIssue } from "./syntax-issue.ts";

/** Whether the edited code parses, and whether more was changed than was asked for. */
export interface CodeVerdict {
  /** `null`: it could not be checked; `reason` says why. */
  readonly parses: boolean | null;
  /** Whether the original parsed, so that an edit of broken code is not blamed for it. */
  readonly parsedBefore: boolean | null;
  /** The language it was checked as; `null` if it is not known. */
  readonly language: string | null;
  readonly errors: readonly SyntaxIssue[];
  /**
   * Changes that the instruction does not speak of; `null`: not checked, which is so for languages other than
   * JavaScript and TypeScript, in a browser, and for code that does not parse. They are hints, and rarely false ones.
   */
  readonly scope: readonly ScopeConcern[] | null;
  readonly reason?: string;
}

/** An edit that is to be verified. */
export interface Edited {
  readonly original: string;
  readonly edited: string;
  readonly hunks: readonly Hunk[];
  readonly instruction: string;
}

/** What a platform verifies edits with. */
export interface Verifiers {
  readonly grammars: GrammarSource | undefined;
  readonly leaves: LeafSource | undefined;
}

/** Tried in this order for code whose language nobody told: the first one that the original parses as. */
const GUESSES = ["typescript", "tsx", "python", "go", "java", "cpp", "csharp"] as const;

/** Checks whether `edited` parses, whether `original` did, and what was changed without being asked for. */
export async function verify(
  edit: Edited,
  language: string | null,
  { grammars, leaves }: Verifiers,
): Promise<CodeVerdict> {
  if (language === "json") return { ...parsed(edit, language, parseJson), scope: null };
  if (grammars === undefined)
    return unchecked(language, "no grammars are loaded here: check the code where Node runs");
  try {
    const found = await grammarOf(edit, language, grammars);
    if ("reason" in found) return unchecked(language, found.reason);
    const verdict = parsed(edit, found.language, found.parse);
    const read = verdict.parses ? await leaves?.(found.language) : null;
    return { ...verdict, scope: read ? scopeOf(edit, found, read) : null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unchecked(language, `the grammar could not be loaded: ${why}`);
  }
}

interface Grammar {
  readonly language: string;
  readonly parse: Parse;
}

async function grammarOf(
  { original }: Edited,
  language: string | null,
  grammars: GrammarSource,
): Promise<Grammar | { readonly reason: string }> {
  for (const candidate of language === null ? GUESSES : [language]) {
    const parse = await grammars(candidate);
    if (parse === null) return { reason: `there is no grammar for ${candidate}` };
    if (language !== null || parse(original).length === 0) return { language: candidate, parse };
  }
  return { reason: "the language is not known: say it with the language option" };
}

function parsed({ original, edited }: Edited, language: string, parse: Parse): Omit<CodeVerdict, "scope"> {
  const context = contextOf(original, language, parse);
  const errors = issuesWithin(edited, context, parse);
  const parsedBefore = issuesWithin(original, context, parse).length === 0;
  return { parses: errors.length === 0, parsedBefore, language, errors };
}

function scopeOf(
  edit: Edited,
  { language, parse }: Grammar,
  read: ReadLeaves,
): readonly ScopeConcern[] | null {
  const { original, edited, hunks, instruction } = edit;
  if (hunks.length === 0) return [];
  const context = contextOf(original, language, parse);
  const [old, now] = [leavesWithin(original, context, read), leavesWithin(edited, context, read)];
  if (old === null || now === null) return null;
  return checkScope({ before: original, after: edited, old, now, hunks }, instruction);
}

/** The code's own leaves, without those of its context. */
function leavesWithin(code: string, context: CodeContext, read: ReadLeaves): Leaf[] | null {
  const lines = code.split("\n").length;
  const leaves = read(within(code, context));
  if (leaves === null) return null;
  return leaves
    .map((leaf) => ({ ...leaf, line: leaf.line - linesBefore(context) }))
    .filter(({ line }) => line >= 0 && line < lines);
}

function unchecked(language: string | null, reason: string): CodeVerdict {
  return { parses: null, parsedBefore: null, language, errors: [], scope: null, reason };
}
