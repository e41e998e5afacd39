import { sequence, text } from "../../structure/index.ts";
import { readChatAnswer, TAGGED_FUNCTION, TAGGED_JSON, THINK } from "../reading/index.ts";
import type { Family } from "./family.ts";

const SYNTAXES = [...TAGGED_FUNCTION, TAGGED_JSON];
const OPENINGS = ["<tool_call>", "<function="];

/** Qwen3-Coder, Qwen 3.5 and others that write each argument unescaped between tags. */
export const qwenCoder: Family = {
  id: "qwen-coder",
  matches: ({ template }) => template.includes("<function=") && template.includes("<parameter="),
  reasoning: THINK,
  tags: ["<tool_call>", "</tool_call>"],
  separator: ".",
  noContent: "",
  callFormat: `To call a tool, write its name and its arguments between tags, the values as they are:
<tool_call>
<function=name_of_the_tool>
<parameter=name_of_a_parameter>
its value
</parameter>
</function>
</tool_call>
Several calls may follow one another; write nothing after them.`,
  writing: {
    openings: OPENINGS,
    calls: (calls) =>
      calls.list(
        calls.one((tool) =>
          sequence(
            text(`<tool_call>\n<function=${tool.name}>\n`),
            calls.taggedArguments(tool, {
              open: (name) => `<parameter=${name}>\n`,
              close: "\n</parameter>\n",
            }),
            text("</function>\n</tool_call>"),
          ),
        ),
        "\n",
      ),
  },
  read: (answer) => readChatAnswer(answer, { syntaxes: SYNTAXES }),
};
