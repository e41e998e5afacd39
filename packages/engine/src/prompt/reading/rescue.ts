import { APPLY_PATCH, BEGIN_PATCH } from "../tools/index.ts";
import { type Answer, beginCall, type CallSyntax } from "./answer.ts";
import { readCallObject, readCallObjects } from "./call-object.ts";
import type { Reading } from "./source.ts";

const END_PATCH = "\n*** End Patch";
const HEREDOC = "apply_patch <<";

/**
 * Calls written as text by models that miss their own format: an object in a fence or in tags, or a bare patch. They
 * count only if they are unambiguous: the tool exists, the arguments are present, and the patch is complete. If a
 * grammar constrains the output, it covers patches, and objects count only for tools with unconstrained arguments.
 */
export const RESCUES: readonly CallSyntax[] = [
  { opening: "<function_call>", read: (answer) => readEnclosedCall(answer, "</function_call>") },
  ...["```json", "```tool_call"].map(
    (opening): CallSyntax => ({ opening, ownLine: true, read: (answer) => readEnclosedCall(answer, "```") }),
  ),
  { opening: BEGIN_PATCH, ownLine: true, read: (answer) => readPatch(answer) },
  { opening: HEREDOC, ownLine: true, read: readHeredoc },
];

/** Reads bare objects at the very beginning of the output as calls. `checked`: a grammar constrained them. */
export function* readBareCalls(answer: Answer, checked: boolean): Reading<boolean> {
  if (answer.tools.size === 0) return false;
  return yield* answer.source.attempt(readCallObjects(answer, { strict: true, checked }));
}

function* readEnclosedCall(answer: Answer, closing: string): Reading<boolean> {
  if (!(yield* readCallObject(answer, { strict: true }))) return false;
  yield* answer.source.skipSpace();
  yield* answer.source.takes(closing);
  return true;
}

function* readPatch(answer: Answer): Reading<boolean> {
  if (answer.tools.find(APPLY_PATCH)?.origin.type !== "custom") return false;
  let patch = BEGIN_PATCH;
  const end = yield* answer.source.until([END_PATCH], (text) => {
    patch += text;
  });
  if (end === null || !/^\*\*\* Begin Patch\s*\n\*\*\* (Add|Update|Delete) File: /.test(patch)) return false;
  beginCall(answer, APPLY_PATCH);
  answer.out.argument(patch + end);
  return true;
}

/** Reads a patch in a shell's heredoc. */
function* readHeredoc(answer: Answer): Reading<boolean> {
  const { source } = answer;
  const word = (yield* source.takeWhile(/[^\n]/)).replace(/["'\s]/g, "");
  yield* source.takes("\n");
  if (!/^\w+$/.test(word) || !(yield* source.takes(BEGIN_PATCH)) || !(yield* readPatch(answer))) return false;
  yield* source.skipSpace();
  yield* source.takes(word);
  return true;
}
