import { sequence, text } from "../../structure/index.ts";
import {
  type Answer,
  type CallSyntax,
  NamedArguments,
  type Reading,
  readChatAnswer,
  TAGGED_JSON,
  THINK,
} from "../reading/index.ts";
import type { Family } from "./family.ts";

const KEY = "<arg_key>";
const CLOSE = "</tool_call>";
const MAX_NAME = 256;

const PAIRS: CallSyntax = { opening: "<tool_call>", read: readPairs };

/** GLM 4.5 and later: a name, followed by tagged keys and values. */
export const glm: Family = {
  id: "glm",
  matches: ({ template }) => template.includes(KEY),
  reasoning: THINK,
  tags: ["<tool_call>", CLOSE, KEY, "</arg_key>", "<arg_value>", "</arg_value>"],
  separator: ".",
  noContent: "",
  // Its templates write empty reasoning into every earlier answer.
  cutReasoningTags: null,
  callFormat: `To call a tool, write its name and its arguments between tags, strings as they are and all else as JSON:
<tool_call>name_of_the_tool
<arg_key>name_of_a_parameter</arg_key>
<arg_value>its value</arg_value>
</tool_call>
Several calls may follow one another; write nothing after them.`,
  writing: {
    openings: ["<tool_call>"],
    calls: (calls) =>
      calls.list(
        calls.one((tool) =>
          sequence(
            text(`<tool_call>${tool.name}\n`),
            calls.taggedArguments(tool, {
              open: (name) => `<arg_key>${name}</arg_key>\n<arg_value>`,
              close: "</arg_value>\n",
            }),
            text(CLOSE),
          ),
        ),
        "\n",
      ),
  },
  read: (answer) => readChatAnswer(answer, { syntaxes: [PAIRS, TAGGED_JSON] }),
};

function* readPairs(answer: Answer): Reading<boolean> {
  const { source } = answer;
  yield* source.skipSpace();
  const name = yield* source.takeWhile(/[^\s<{]/, MAX_NAME);
  yield* source.skipSpace();
  if (name === "" || !((yield* source.sees(KEY)) || (yield* source.sees(CLOSE)))) return false;

  const written = new NamedArguments(answer, name);
  while (yield* source.takes(KEY)) {
    let key = "";
    yield* source.until(["</arg_key>"], (text) => {
      key += text;
    });
    yield* source.skipSpace();
    yield* source.takes("<arg_value>");
    if (!(yield* written.read(key.trim(), ["</arg_value>"]))) return true;
    yield* source.skipSpace();
  }
  if ((yield* source.takes(CLOSE)) || (yield* source.peek()) !== "") written.end();
  return true;
}
