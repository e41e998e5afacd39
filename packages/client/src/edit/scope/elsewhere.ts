import type { Hunk } from "../hunk.ts";
import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

const DECLARATION =
  /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:abstract\s+)?(?:function\s*\*?|class|const|let|var|interface|type|enum)\s+([\w$]+)/;

/** Words that extend an instruction beyond what it names. */
const EVERYWHERE =
  /\b(all|every\w*|each|any\w*|both|callers?|calls?|uses?|usages?|users? of|throughout|whole|file|module|others?)\b/i;

interface Block {
  readonly name: string;
  /** 1-based and inclusive. */
  readonly start: number;
  end: number;
}

/**
 * Returns changes within a top-level declaration, if the instruction names another one and the change has nothing to do
 * with the names in it or with those that the edit adds.
 */
export function changedElsewhere({ before, old, now, hunks, request }: Change): ScopeConcern[] {
  const blocks = blocksOf(before);
  const named = blocks.filter(({ name }) => isNamedAsCode(name, request.text));
  if (named.length === 0 || named.length === blocks.length || EVERYWHERE.test(request.text)) return [];
  const knownTexts = new Set(old.map(({ text }) => text));
  const addedNames = now
    .filter(({ declares, text }) => declares && !knownTexts.has(text))
    .map(({ text }) => text);
  const concerns: ScopeConcern[] = [];
  for (const hunk of hunks) {
    const block = blocks.find(({ start, end }) => hunk.oldStart > start && hunk.oldStart <= end);
    if (block === undefined || named.includes(block)) continue;
    const words = wordsOf(hunk);
    if (words.some((word) => request.mentions(word) || addedNames.includes(word))) continue;
    const message = `"${block.name}" was changed, which the instruction does not mention`;
    concerns.push({ kind: "elsewhere", line: hunk.newStart, message });
  }
  return concerns;
}

/** Returns whether the instruction means the name and not an equal word, judged by its spelling as code. */
function isNamedAsCode(name: string, instruction: string): boolean {
  const escaped = name.replaceAll("$", "\\$");
  if (!new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).test(instruction)) return false;
  const spelled = `\`${escaped}|(?<![\\w$])${escaped}\\(|\\b(?:function|method|class|interface|type) ${escaped}(?![\\w$])`;
  return /[a-z][A-Z]|[_$\d]/.test(name) || new RegExp(spelled).test(instruction);
}

function blocksOf(code: string): Block[] {
  const lines = code.split(/\r?\n/);
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name] = DECLARATION.exec(line) ?? [];
    const last = blocks.at(-1);
    if (name !== undefined) blocks.push({ name, start: index + 1, end: index + 1 });
    else if (last !== undefined && /^[\s})\]]/.test(line)) last.end = index + 1;
  }
  return blocks;
}

function wordsOf({ oldLines, newLines }: Hunk): string[] {
  return [...oldLines, ...newLines].flatMap((line) => line.match(/[\p{L}\p{N}_$]{2,}/gu) ?? []);
}
