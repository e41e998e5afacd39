import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeStream } from "./code-stream.ts";

function take(pieces: readonly string[], fencesInside = false): string {
  const stream = new CodeStream(fencesInside);
  let code = "";
  for (const piece of [...pieces.map((text) => stream.push(text)), stream.end()].flat()) {
    code = piece.kind === "reset" ? "" : code + piece.text;
  }
  return code;
}

const CODE = "function f() {\n  return 1;\n}";

describe("the code in an answer is found", () => {
  test.each([
    ["without a fence", CODE],
    ["in a fence", `\`\`\`js\n${CODE}\n\`\`\``],
    ["in a fence with a final newline", `\`\`\`js\n${CODE}\n\`\`\`\n`],
    ["in a fence of tildes", `~~~\n${CODE}\n~~~`],
    ["in a longer fence", `\`\`\`\`\`js\n${CODE}\n\`\`\`\`\``],
    ["in a fence that is never closed", `\`\`\`js\n${CODE}`],
    ["after blank lines", `\n\n\`\`\`js\n${CODE}\n\`\`\``],
    ["without a fence, after blank lines", `\n\n${CODE}`],
    ["between prose", `Here is the faster code:\n\n\`\`\`js\n${CODE}\n\`\`\`\n\nIt saves a call.`],
    ["after prose that looks like code", `f(n) is now a loop\n\`\`\`js\n${CODE}\n\`\`\``],
    ["with CRLF around the fences", `\`\`\`js\r\n${CODE}\r\n\`\`\`\r\n`],
  ])("%s", (_, answer) => {
    expect(take([answer])).toBe(CODE);
    expect(take([...answer])).toBe(CODE);
  });

  test("in an answer that looks like prose but has no fence", () => {
    expect(take(["Sure, this is a text file.\nWith two lines."])).toBe(
      "Sure, this is a text file.\nWith two lines.",
    );
  });

  test("after a limited number of prose lines, even if a fence may still follow", () => {
    const stream = new CodeStream(false);
    const given = Array.from({ length: 12 }, () => stream.push("This is a line of a text.\n"));
    expect(given.slice(0, -1).flat()).toEqual([]);
    expect(given.at(-1)).toHaveLength(1);
  });

  test("with shorter fences, or fences with a language, inside Markdown", () => {
    const markdown = "# Title\n\n```js\nf();\n```\n\nEnd.";
    expect(take([`\`\`\`\`md\n${markdown}\n\`\`\`\``], true)).toBe(markdown);
    expect(take([`\`\`\`md\n${markdown}\n\`\`\``], true)).toBe(markdown);
    expect(take([markdown], true)).toBe(markdown);
  });

  test("with fences without a language inside Markdown, where the last fence closes", () => {
    const markdown = "# Title\n\n```\nnpm i\n```\n\nMiddle.\n\n```\nls\n```\n\nEnd.";
    expect(take([`\`\`\`md\n${markdown}\n\`\`\``], true)).toBe(markdown);
    expect(take([...`\`\`\`md\n${markdown}\n\`\`\`\nI added a line.\n`], true)).toBe(markdown);
  });

  test("with a fence that has a language, even if the original had none", () => {
    const markdown = "# Title\n\n```sh\nnpm i\n```\n\nEnd.";
    expect(take([`\`\`\`md\n${markdown}\n\`\`\`\nDone.`])).toBe(markdown);
  });

  test("character by character, before its line is complete", () => {
    const stream = new CodeStream(false);
    expect(stream.push("```js\nret")).toEqual([{ kind: "code", text: "ret" }]);
    expect(stream.push("urn")).toEqual([{ kind: "code", text: "urn" }]);
  });

  test("identically, however the answer is cut into pieces", () => {
    const line = fc.constantFrom(
      "a",
      "  b();",
      "}",
      "",
      "```",
      "```js",
      "Here is the code now:",
      "`x`",
      "    ```",
      "~~~",
      "\r",
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.boolean(),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (lines, inside, sizes) => {
          const answer = lines.join("\n");
          const pieces: string[] = [];
          for (let at = 0; at < answer.length; ) {
            const size = sizes.next().value ?? 1;
            pieces.push(answer.slice(at, at + size));
            at += size;
          }
          expect(take(pieces, inside)).toBe(take([answer], inside));
        },
      ),
    );
  });
});
