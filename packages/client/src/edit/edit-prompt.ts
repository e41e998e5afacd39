import type { InputItem } from "@flint/protocol";

/** The instructions of every edit: always the same text, so that an engine reads it only once. */
export const EDIT_INSTRUCTIONS =
  "You edit code. Answer with the whole edited code in one fenced code block and nothing else.";

/** The instructions if only the changes are wanted, to make the cost of an edit depend on them and not on the file. */
export const ANCHORED_INSTRUCTIONS = `You edit code. Answer with the changes alone, in the order of the code, each as a block of this form, and nothing else:
<<<<<<< SEARCH
lines of the code, exactly as they are
=======
the lines that take their place
>>>>>>> REPLACE
Take as few lines as tell their place from all others. To insert lines, repeat a neighbouring line in both parts. Blocks do not overlap. Where nothing is to change, answer with one block that repeats a line in both parts.`;

/** Returns the input of an edit: first the code, which changes least, then the instruction. */
export function editInput(code: string, language: string | null, instruction: string): InputItem[] {
  const fence = fenceFor(code);
  return [
    {
      type: "message",
      role: "user",
      content: [
        { type: "input_text", text: `${fence}${tagFor(language)}\n${code}\n${fence}` },
        { type: "input_text", text: instruction },
      ],
    },
  ];
}

/** A language taken from a file's name can be any text: omit what could end the fence's line. */
function tagFor(language: string | null): string {
  return language !== null && /^[\w.+#-]+$/.test(language) ? language : "";
}

/** Returns a fence longer than any run of backticks at the start of the code's lines, which cannot close it. */
function fenceFor(code: string): string {
  let longest = 2;
  for (const [, ticks = ""] of code.matchAll(/^[ \t]*(`{3,})/gm)) longest = Math.max(longest, ticks.length);
  return "`".repeat(longest + 1);
}
