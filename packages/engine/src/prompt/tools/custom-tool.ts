import type { CustomTool } from "@flint/protocol";

/** The only parameter of a custom tool that is offered as a function. */
export const INPUT = "input";

/** The tool with which clients let models edit files. Its patches are recognised even without a call. */
export const APPLY_PATCH = "apply_patch";

/** The first line of a patch. */
export const BEGIN_PATCH = "*** Begin Patch";

interface FunctionOffer {
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Returns a custom tool, which takes text, as a function for models that can only call functions. */
export function customToolAsFunction(tool: CustomTool): FunctionOffer {
  if (tool.name === APPLY_PATCH) return offer(PATCH_DESCRIPTION, "The patch, from `*** Begin Patch` on.");
  const description = tool.description ? `${tool.description}\n\n` : "";
  return offer(`${description}${inputRule(tool.format)}`, "The tool's input, as plain text.");
}

function offer(description: string, input: string): FunctionOffer {
  return {
    description,
    parameters: {
      type: "object",
      properties: { [INPUT]: { type: "string", description: input } },
      required: [INPUT],
    },
  };
}

function inputRule(format: CustomTool["format"]): string {
  if (format?.type !== "grammar") return `The tool takes plain text: give it as \`${INPUT}\`.`;
  const grammar = format.syntax === "lark" ? "this Lark grammar" : "this regular expression";
  return `The tool takes plain text: give it as \`${INPUT}\`. It must match ${grammar}:\n${format.definition}`;
}

/**
 * Replaces the client's description, which is written for models that pass raw text to tools and tells them not to
 * wrap it in JSON.
 */
const PATCH_DESCRIPTION = `Edits files by a patch, given as \`${INPUT}\`. The patch is plain text of this form:

*** Begin Patch
*** Update File: path/of/a/file.py
@@ def greet(name):
 def greet(name):
-    print("Hi")
+    print(f"Hi, {name}")
     return name
*** Add File: path/of/a/new_file.txt
+Its first line
+Its second line
*** Delete File: path/of/an/old_file.txt
*** End Patch

- It begins with \`*** Begin Patch\` and ends with \`*** End Patch\`; between them stands one section per file: \
\`*** Update File:\`, \`*** Add File:\` or \`*** Delete File:\`, each with a relative path.
- An update may be followed by \`*** Move to: new/path\` to rename the file. It has one or more changes, each after a \
line \`@@\`, or \`@@\` and the line of the class or function that the change is in.
- In a change, every line begins with a space (a line that stays), \`-\` (a line to remove) or \`+\` (a line to add). \
Give about three lines that stay before and after, exactly as the file has them.
- In a new file, every line begins with \`+\`.`;
