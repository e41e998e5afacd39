import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";

/** Words that ask for another control flow, or leave it open. */
const ASKED =
  /\b(loop\w*|iterat\w*|recurs\w*|stack|tail|while|for|each|itself|deep\w*|overflow\w*|repeat\w*|retr(?:y|ies)|times|every|all|parallel\w*|concurren\w*|async\w*|await\w*|promises?|map|filter|reduce|arrays?|methods?|chain\w*|functional|some|find|includes|join|forEach)\b/i;
const LOOP = /\b(?:for|while)\s*\(|\bfor await\b/g;
const CHAIN = /\.(?:map|flatMap|filter|reduce|forEach|some|every|find)\(/g;
const FUNCTION = /(?:function\s*\*?\s+|(?:const|let|var)\s+)([\w$]+)/g;

/** Returns a concern if a recursion or a loop was replaced although nothing in the instruction asks for it. */
export function rewrittenFlow({ before, after, hunks, request }: Change): ScopeConcern[] {
  const [first] = hunks;
  if (first === undefined || request.allowsRestructuring || request.asksForFix || ASKED.test(request.text))
    return [];
  const concern = (message: string): ScopeConcern[] => [{ kind: "rewritten", line: first.newStart, message }];
  const recursiveAfter = recursiveFunctions(after);
  const name = [...recursiveFunctions(before)].find(
    (one) => !recursiveAfter.has(one) && countMentions(after, one) > 0,
  );
  if (name !== undefined)
    return concern(`"${name}" no longer calls itself, which the instruction does not mention`);
  const isChained = count(after, LOOP) < count(before, LOOP) && count(after, CHAIN) > count(before, CHAIN);
  return isChained
    ? concern("a loop was replaced by list methods, which the instruction does not mention")
    : [];
}

/** Returns the functions that call themselves by name. */
function recursiveFunctions(code: string): Set<string> {
  const found = [...code.matchAll(FUNCTION)].filter(({ 1: name = "", index, 0: { length } }) => {
    const call = new RegExp(`(?<![\\w$.])${escaped(name)}\\(`);
    return call.test(bodyAt(code, index + length));
  });
  return new Set(found.map(([, name = ""]) => name));
}

/** Returns the code from a function's parameters to the end of its block, or of its line if it has no block. */
function bodyAt(code: string, start: number): string {
  const open = /\)[^{}\n]*\{/.exec(code.slice(start));
  const lineEnd = code.indexOf("\n", start);
  const line = code.slice(start, lineEnd < 0 ? undefined : lineEnd);
  if (open === null || (lineEnd >= 0 && start + open.index > lineEnd)) return line;
  let depth = 0;
  for (let at = start + open.index + open[0].length - 1; at < code.length; at++) {
    if (code[at] === "{") depth++;
    else if (code[at] === "}" && --depth === 0) return code.slice(start, at);
  }
  return line;
}

function countMentions(code: string, name: string): number {
  return count(code, new RegExp(`(?<![\\w$])${escaped(name)}(?![\\w$])`, "g"));
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}

function count(code: string, pattern: RegExp): number {
  return code.match(pattern)?.length ?? 0;
}
