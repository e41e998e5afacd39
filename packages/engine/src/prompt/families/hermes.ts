import { sequence, text } from "../../structure/index.ts";
import { readChatAnswer, TAGGED_FUNCTION, TAGGED_JSON, THINK } from "../reading/index.ts";
import type { Family } from "./family.ts";

const SYNTAXES = [TAGGED_JSON, ...TAGGED_FUNCTION];
const OPENINGS = ["<tool_call>", "<function="];

/**
 * Hermes, Qwen 2.5, Qwen 3 and models tuned on their format. It is the most common one, and therefore also described
 * to models without a format.
 */
export const hermes: Family = {
  id: "hermes",
  matches: ({ template }) => template.includes("<tool_call>"),
  reasoning: THINK,
  tags: ["<tool_call>", "</tool_call>"],
  separator: ".",
  noContent: "",
  callFormat: `To call a tool, write a JSON object with its name and its arguments between <tool_call> tags:
<tool_call>
{"name": "name_of_the_tool", "arguments": {"name_of_a_parameter": "its value"}}
</tool_call>
Several calls may follow one another; write nothing after them. What a tool gave comes back between <tool_response> tags.`,
  writing: {
    openings: OPENINGS,
    calls: (calls) =>
      calls.list(
        calls.one((tool) =>
          sequence(
            text(`<tool_call>\n{"name": ${JSON.stringify(tool.name)}, "arguments": `),
            calls.argumentsObject(tool),
            text("}\n</tool_call>"),
          ),
        ),
        "\n",
      ),
  },
  read: (answer) => readChatAnswer(answer, { syntaxes: SYNTAXES }),
};
