import { type Expression, optional, sequence, text } from "../../structure/index.ts";
import type { CallGrammar } from "../constraint/index.ts";
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
const ARGS = "[ARGS]";
const MAX_NAME = 256;
const ID_LENGTH = 9;

const CALLS: CallSyntax = { opening: OPEN, read: readCalls };

/** Mistral: a tag and a list of objects, or, since 2025, a tag, a name and the arguments for each call. */
export const mistral: Family = {
  id: "mistral",
  matches: ({ template }) => template.includes(OPEN),
  reasoning: { open: "[THINK]", close: "[/THINK]" },
  tags: [OPEN, ARGS, "[CALL_ID]", "[THINK]", "[/THINK]"],
  separator: "__",
  noContent: "",
  cutReasoningTags: { before: "[THINK]", after: "[/THINK]" },
  callFormat: `To call tools, write nothing but a list of their names and arguments:
${OPEN}[{"name": "name_of_the_tool", "arguments": {"name_of_a_parameter": "its value"}}]`,
  callId: (number) => String(number).padStart(ID_LENGTH, "0"),
  writing: {
    openings: [OPEN],
    calls: (calls) => (calls.template.includes(ARGS) ? named(calls) : listed(calls)),
  },
  read(answer) {
    return readChatAnswer(answer, { syntaxes: [CALLS], reasoning: mistral.reasoning });
  },
};

function named(calls: CallGrammar): Expression {
  return calls.list(
    calls.one((tool) => sequence(text(OPEN + tool.name + ARGS), calls.argumentsObject(tool))),
  );
}

function listed(calls: CallGrammar): Expression {
  const call = calls.one((tool) =>
    sequence(
      text(`{"name": ${JSON.stringify(tool.name)}, "arguments": `),
      calls.argumentsObject(tool),
      text("}"),
    ),
  );
  return sequence(text(OPEN), optional(text(" ")), text("["), calls.list(call, ", "), text("]"));
}

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
  yield* source.takes(ARGS);
  yield* source.skipSpace();
  if (!(yield* source.sees("{"))) return false;
  yield* readArguments(answer, name);
  return true;
}
