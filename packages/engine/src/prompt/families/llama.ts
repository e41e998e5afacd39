import { sequence, text } from "../../structure/index.ts";
import {
  type CallSyntax,
  type Reading,
  readCallObjects,
  readChatAnswer,
  TAGGED_FUNCTION,
  THINK,
} from "../reading/index.ts";
import type { Family } from "./family.ts";

const PYTHON_TAG: CallSyntax = {
  opening: "<|python_tag|>",
  read: (answer): Reading<boolean> => readCallObjects(answer, { strict: false }),
};

const SYNTAXES = [PYTHON_TAG, ...TAGGED_FUNCTION];
const BARE_CALL = '{"name": "';

/** Llama 3.1 to 3.3: the whole output is a JSON object, sometimes after a tag. */
export const llama: Family = {
  id: "llama",
  matches: ({ template }) =>
    template.includes("<|start_header_id|>") &&
    (template.includes("<|python_tag|>") || template.includes('"parameters": ')),
  reasoning: THINK,
  tags: ["<|python_tag|>"],
  separator: ".",
  noContent: "",
  callFormat: `To call a tool, answer with a JSON object and nothing else:
{"name": "name_of_the_tool", "parameters": {"name_of_a_parameter": "its value"}}
Do not use variables.`,
  writing: {
    openings: SYNTAXES.map(({ opening }) => opening),
    bareCall: BARE_CALL,
    // Its templates allow one call per message.
    calls: (calls) =>
      calls.one((tool) =>
        sequence(
          text(`{"name": ${JSON.stringify(tool.name)}, "parameters": `),
          calls.argumentsObject(tool),
          text("}"),
        ),
      ),
  },
  read: (answer) => readChatAnswer(answer, { syntaxes: SYNTAXES, bareCall: BARE_CALL }),
};
