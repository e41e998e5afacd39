import { expect, test } from "vitest";
import { editInput } from "./edit-prompt.ts";

test("the code comes first, in a fence with its language, then the instruction", () => {
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

test("the fence is longer than any in the code", () => {
  const [message] = editInput("text\n  ````js\nx\n````", null, "shorten");
  expect(message).toMatchObject({ content: [{ text: "`````\ntext\n  ````js\nx\n````\n`````" }, {}] });
});

test("a language that could end the fence's line is not named in it", () => {
  const [message] = editInput("a", "my `notes`\n", "shorten");
  expect(message).toMatchObject({ content: [{ text: "```\na\n```" }, {}] });
});
