import type { Hunk } from "../hunk.ts";
import type { Leaf, ReadLeaves, ScopeCheck, ScopeConcern } from "../scope/index.ts";
import { type CodeContext, contextOf, issuesWithin, linesBefore, within } from "./context.ts";
import { parseJson } from "./json.ts";
import type { GrammarSource, Parse, SyntaxIssue } from "./syntax-issue.ts";

/** Whether the edited code parses, and whether it changes more than the instruction asks for. */
export interface CodeVerdict {
  /** `null` if it could not be checked; `reason` says why. */
  readonly parses: boolean | null;
  /** Whether the original parsed: if not, the edit is not to blame for syntax errors. */
  readonly parsedBefore: boolean | null;
  /** The language used for the check; `null` if unknown. */
  readonly language: string | null;
  readonly errors: readonly SyntaxIssue[];
  /**
   * Changes that the instruction does not mention: hints, which are rarely wrong. `null` if not checked: only
   * JavaScript and TypeScript code that parses is checked, and not in a browser.
   */
  readonly scope: readonly ScopeConcern[] | null;
  readonly reason?: string;
}

/** An edit to be verified. */
export interface Edited {
  readonly original: string;
  readonly edited: string;
  readonly hunks: readonly Hunk[];
  readonly instruction: string;
}

/** The platform's means of verifying edits. */
export interface Verifiers {
  readonly grammars: GrammarSource | undefined;
  readonly scope: ScopeCheck | undefined;
}

/** Languages to try if the language is unknown: the first one in which the original parses is used. */
const GUESSES = ["typescript", "tsx", "python", "go", "java", "cpp", "csharp"] as const;

/** Combined length from which one parse may take longer than a frame. */
const LONG = 8_000;

/** Checks whether `edited` and `original` parse, and which changes the instruction does not mention. */
export async function verify(
  edit: Edited,
  language: string | null,
  { grammars, scope }: Verifiers,
): Promise<CodeVerdict> {
  if (language === "json") return { ...(await parseBoth(edit, language, parseJson)).verdict, scope: null };
  if (grammars === undefined)
    return uncheckedVerdict(language, "no grammars are available in a browser: check the code in Node");
  try {
    const found = await grammarOf(edit, language, grammars);
    if ("reason" in found) return uncheckedVerdict(language, found.reason);
    const { verdict, context } = await parseBoth(edit, found.language, found.parse);
    if (!verdict.parses || scope === undefined) return { ...verdict, scope: null };
    const read = await scope.leaves(found.language);
    return { ...verdict, scope: read && (await scopeOf(edit, context, read, scope.check)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return uncheckedVerdict(language, `the grammar could not be loaded: ${why}`);
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
  return { reason: "the language is unknown: set the language option" };
}

/** For long code, lets pending work run before the next parse: the edit's last lines still have to be painted. */
async function yieldIfLong({ original, edited }: Edited): Promise<void> {
  if (original.length + edited.length < LONG) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
}

interface Parsed {
  readonly verdict: Omit<CodeVerdict, "scope">;
  readonly context: CodeContext;
}

async function parseBoth(edit: Edited, language: string, parse: Parse): Promise<Parsed> {
  const { original, edited } = edit;
  await yieldIfLong(edit);
  const { context, parses: parsedBefore } = contextOf(original, language, parse);
  await yieldIfLong(edit);
  const errors = issuesWithin(edited, context, parse);
  return { verdict: { parses: errors.length === 0, parsedBefore, language, errors }, context };
}

async function scopeOf(
  edit: Edited,
  context: CodeContext,
  read: ReadLeaves,
  check: ScopeCheck["check"],
): Promise<readonly ScopeConcern[] | null> {
  const { original, edited, hunks, instruction } = edit;
  if (hunks.length === 0) return [];
  await yieldIfLong(edit);
  const old = leavesWithin(original, context, read);
  await yieldIfLong(edit);
  const now = leavesWithin(edited, context, read);
  if (old === null || now === null) return null;
  await yieldIfLong(edit);
  return check({ before: original, after: edited, old, now, hunks }, instruction);
}

/** Returns the leaves of the code without those of its context. */
function leavesWithin(code: string, context: CodeContext, read: ReadLeaves): Leaf[] | null {
  const lines = code.split("\n").length;
  const leaves = read(within(code, context));
  if (leaves === null) return null;
  return leaves
    .map((leaf) => ({ ...leaf, line: leaf.line - linesBefore(context) }))
    .filter(({ line }) => line >= 0 && line < lines);
}

function uncheckedVerdict(language: string | null, reason: string): CodeVerdict {
  return { parses: null, parsedBefore: null, language, errors: [], scope: null, reason };
}
