import { absentNames } from "./absent.ts";
import type { Change } from "./change.ts";
import { changedComments } from "./comments.ts";
import type { ScopeConcern } from "./concern.ts";
import { assignedConstants } from "./constant.ts";
import { deletedLines } from "./deleted.ts";
import { changedElsewhere } from "./elsewhere.ts";
import { endlessLoops } from "./endless.ts";
import { undeclaredNames } from "./names.ts";
import { repeatedLines } from "./repeated.ts";
import { replacedLeaves } from "./replaced.ts";
import { readRequest } from "./request.ts";
import { rewrittenFlow } from "./rewritten.ts";
import { unreadableText } from "./unreadable.ts";

/** Returns the changes that the instruction does not mention, by line. */
export function checkScope(change: Omit<Change, "request">, instruction: string): ScopeConcern[] {
  const whole = { ...change, request: readRequest(instruction) };
  const concerns = [
    undeclaredNames,
    replacedLeaves,
    repeatedLines,
    changedComments,
    deletedLines,
    changedElsewhere,
    endlessLoops,
    assignedConstants,
    rewrittenFlow,
    absentNames,
    unreadableText,
  ].flatMap((rule) => rule(whole));
  return concerns.sort((one, other) => one.line - other.line);
}
