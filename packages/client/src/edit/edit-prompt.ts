import type { InputItem } from "@flint/protocol";

/** The system's part of every edit: the same text each time, so that an engine reads it once. */
export const EDIT_INSTRUCTIONS =
  "You edit code. Answer with the whole edited code in one fenced code block and nothing else.";

/** The same where the changes alone are wanted: what a large file's edit costs is then what changes. */
export const ANCHORED_INSTRUCTIONS = `You edit code. Answer with the changes alone, in the order of the code, each as a block of this form, and nothing else:
<<<<<<< SEARCH
lines of the code, exactly as they are
=======
the lines that take their place
>>>>>>> REPLACE
Take as few lines as tell their place from all others. To insert lines, repeat a neighbouring line in both parts. Blocks do not overlap. Where nothing is to change, answer with one block that repeats a line in both parts.`;

/** The user's part: the code first, as it is what changes least, then what to do with it. */
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

/** A language told by a file's name may be any text: what could end the fence's line is left out. */
function tagFor(language: string | null): string {
  return language !== null && /^[\w.+#-]+$/.test(language) ? language : "";
}

/** A fence that the code cannot close: longer than any run of backticks at the head of its lines. */
function fenceFor(code: string): string {
  let longest = 2;
  for (const [, ticks = ""] of code.matchAll(/^[ \t]*(`{3,})/gm)) longest = Math.max(longest, ticks.length);
  return "`".repeat(longest + 1);
}
