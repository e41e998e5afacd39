import { expect, test } from "vitest";
import { editInput } from "./edit-prompt.ts";

test("the prompt has the code first, in a fence with its language, and then the instruction", () => {
  expect(editInput("let a;", "javascript", "use const")).toEqual([
    {
      type: "message",
      role: "user",
      content: [
        { type: "input_text", text: "```javascript\nlet a;\n```" },
        { type: "input_text", text: "use const" },
      ],
    },
  ]);
});

test("the prompt's fence is longer than any fence in the code", () => {
  const [message] = editInput("text\n  ````js\nx\n````", null, "shorten");
  expect(message).toMatchObject({ content: [{ text: "`````\ntext\n  ````js\nx\n````\n`````" }, {}] });
});

test("a language name with backticks or a line break is left out of the prompt's fence", () => {
  const [message] = editInput("a", "my `notes`\n", "shorten");
  expect(message).toMatchObject({ content: [{ text: "```\na\n```" }, {}] });
});
