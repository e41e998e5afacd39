import {
  type Answer,
  type CallSyntax,
  type Reading,
  readArguments,
  readCallObjects,
  readChatAnswer,
} from "../reading/index.ts";
import type { Family } from "./family.ts";

const OPEN = "[TOOL_CALLS]";
const MAX_NAME = 256;
const ID_LENGTH = 9;

const CALLS: CallSyntax = { opening: OPEN, read: readCalls };

/** Mistral: a list of objects after a tag, or, from 2025 on, a tag, a name and its arguments for each call. */
export const mistral: Family = {
  id: "mistral",
  matches: ({ template }) => template.includes(OPEN),
  reasoning: { open: "[THINK]", close: "[/THINK]" },
  tags: [OPEN, "[ARGS]", "[CALL_ID]", "[THINK]", "[/THINK]"],
  separator: "__",
  noContent: "",
  callFormat: `To call tools, write nothing but a list of their names and arguments:
${OPEN}[{"name": "name_of_the_tool", "arguments": {"name_of_a_parameter": "its value"}}]`,
  callId: (number) => String(number).padStart(ID_LENGTH, "0"),
  read(answer) {
    return readChatAnswer(answer, [CALLS], mistral.reasoning);
  },
};

function* readCalls(answer: Answer): Reading<boolean> {
  const { source } = answer;
  yield* source.skipSpace();
  if (yield* source.takes("[")) {
    if (!(yield* readCallObjects(answer, { strict: false }))) return false;
    yield* source.skipSpace();
    yield* source.takes("]");
    return true;
  }
  if (yield* source.sees("{")) return yield* readCallObjects(answer, { strict: false });
  return yield* readNamed(answer);
}

function* readNamed(answer: Answer): Reading<boolean> {
  const { source } = answer;
  const name = yield* source.takeWhile(/[\w.-]/, MAX_NAME);
  if (name === "") return false;
  if (yield* source.takes("[CALL_ID]")) yield* source.takeWhile(/\w/, MAX_NAME);
  yield* source.takes("[ARGS]");
  yield* source.skipSpace();
  if (!(yield* source.sees("{"))) return false;
  yield* readArguments(answer, name);
  return true;
}
