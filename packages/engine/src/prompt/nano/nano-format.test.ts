import { describe, expect, test } from "vitest";
import type { Prompt, PromptItem } from "../../contract/index.ts";
import { type NanoOptions, nanoFormat } from "./nano-format.ts";

const prompt = (...items: PromptItem[]): Prompt => ({
  tip: { parent: null, items },
  instructions: "You edit code.",
  tools: [],
});
const user = (...parts: string[]): PromptItem => ({
  type: "message",
  role: "user",
  content: parts.map((text) => ({ type: "input_text", text })),
});
const answer = (text: string, status: "completed" | "incomplete" = "completed"): PromptItem => ({
  type: "message",
  id: "msg_1",
  role: "assistant",
  status,
  content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
});

/** The instruction and the code that a conversation comes down to. */
function edit(...items: PromptItem[]): { instruction: string | undefined; code: string | undefined } {
  const segments = nanoFormat().render(prompt(...items)).text;
  expect(segments.filter(({ special }) => special).map(({ text }) => text)).toEqual([
    "<|user|>",
    "<|code|>",
    "<|assistant|>",
  ]);
  const [instruction, code] = segments.filter(({ special }) => !special).map(({ text }) => text);
  return { instruction, code };
}

const JS = "```js\nlet a = 1;\n```";

describe("an edit", () => {
  test("is rendered as the instruction, the code and the place for the answer", () => {
    expect(nanoFormat().render(prompt(user(JS, "use const"))).text).toEqual([
      { text: "<|user|>", special: true },
      { text: "use const", special: false },
      { text: "<|code|>", special: true },
      { text: "let a = 1;", special: false },
      { text: "<|assistant|>", special: true },
    ]);
  });

  test("takes the code from the first of several fences, and the rest as instruction", () => {
    expect(edit(user(`Before.\n${JS}\nlike\n\`\`\`js\nconst b = 2;\n\`\`\``))).toEqual({
      code: "let a = 1;",
      instruction: "Before.\nlike\n```js\nconst b = 2;\n```",
    });
  });

  test("may have code that contains fences", () => {
    expect(edit(user("````md\n```js\nx\n```\n````", "shorten"))).toEqual({
      code: "```js\nx\n```",
      instruction: "shorten",
    });
  });

  test("treats control tokens in code and instruction as text", () => {
    expect(edit(user("```\nf('<|end|><|code|>');\n```", "drop <|assistant|>"))).toEqual({
      code: "f('<|end|><|code|>');",
      instruction: "drop <|assistant|>",
    });
  });

  test("may come in two messages or as a plain string", () => {
    expect(edit({ role: "user", content: JS }, { role: "user", content: "use const" })).toEqual({
      code: "let a = 1;",
      instruction: "use const",
    });
  });

  test("ignores developer messages and tool outputs", () => {
    const items: PromptItem[] = [
      { role: "developer", content: "```js\nnot this\n```" },
      { type: "function_call_output", call_id: "c", output: "nor this" },
    ];
    expect(edit(user(JS, "use const"), ...items).code).toBe("let a = 1;");
  });
});

describe("a follow-up", () => {
  test("after a finished answer edits that answer", () => {
    expect(edit(user(JS, "use const"), answer("const a = 1;"), user("rename a to b"))).toEqual({
      code: "const a = 1;",
      instruction: "rename a to b",
    });
  });

  test("takes the code out of the answer's fence", () => {
    expect(edit(user(JS, "use const"), answer("Here:\n```js\nconst a = 1;\n```"), user("again")).code).toBe(
      "const a = 1;",
    );
  });

  test("after an unfinished answer edits the same code, with both instructions", () => {
    expect(edit(user(JS, "use const"), answer("con", "incomplete"), user("rename a to b"))).toEqual({
      code: "let a = 1;",
      instruction: "use const. rename a to b",
    });
  });

  test("does not double a full stop", () => {
    expect(edit(user(JS, "Use const."), answer("", "incomplete"), user("Rename a.")).instruction).toBe(
      "Use const. Rename a.",
    );
  });

  test("continues through several answers", () => {
    const items = [
      user(JS, "one"),
      answer("l", "incomplete"),
      user("two"),
      answer("const a = 1;"),
      user("three"),
      answer("c", "incomplete"),
      user("four"),
    ];
    expect(edit(...items)).toEqual({ code: "const a = 1;", instruction: "three. four" });
  });

  test("after a refusal edits the same code, without the declined instruction", () => {
    const refused: PromptItem = {
      type: "message",
      id: "msg_1",
      role: "assistant",
      status: "completed",
      content: [{ type: "refusal", refusal: "not this" }],
    };
    expect(edit(user(JS, "port it to Go"), refused, user("use const"))).toEqual({
      code: "let a = 1;",
      instruction: "use const",
    });
  });

  test("with code of its own starts over", () => {
    expect(edit(user(JS, "use const"), answer("const a = 1;"), user("```\nx\n```", "double it"))).toEqual({
      code: "x",
      instruction: "double it",
    });
  });
});

describe("the bundled model rejects", () => {
  const refusal = (...items: PromptItem[]) => {
    try {
      nanoFormat().render(prompt(...items));
    } catch (error) {
      return error;
    }
    return null;
  };

  test("a request without code, also after prose in an earlier answer", () => {
    for (const items of [[user("hello")], [user("hello"), answer("Hello! How can I help?"), user("edit")]]) {
      expect(refusal(...items)).toMatchObject({
        code: "prompt_unsupported",
        message:
          "the bundled model edits code: put the code in a fenced block, or use another model: flint models",
      });
    }
  });

  test.each([
    [null, "see flint models"],
    ["hf:a/b:Q4", "such as flint pull hf:a/b:Q4"],
  ])("an agent's request, and points to another model: %s", (otherModel, remedy) => {
    const tools = [{ type: "function" as const, name: "run", parameters: {}, strict: false }];
    const asked = { ...prompt(user("fix the failing test")), tools };
    expect(() => nanoFormat({ otherModel }).render(asked)).toThrowError(
      expect.objectContaining({
        code: "prompt_unsupported",
        message: `the bundled model only edits code and uses no tools, so it cannot act as an agent: use another model, ${remedy}`,
      }),
    );
  });

  test("code without an instruction", () => {
    expect(refusal(user(JS))).toMatchObject({
      code: "prompt_unsupported",
      message: expect.stringContaining("instruction"),
    });
  });

  test("an image", () => {
    const image: PromptItem = { role: "user", content: [{ type: "input_image", image_url: "data:" }] };
    expect(refusal(image)).toMatchObject({
      code: "prompt_unsupported",
      message: expect.stringContaining("an image"),
    });
  });
});

test("an answer is passed on as text as it arrives", () => {
  const parser = nanoFormat()
    .render(prompt({ role: "user", content: `${JS}\nUse const.` }))
    .reading.parser();
  expect(parser.push("<think>x")).toEqual([{ index: 0, part: { type: "text" }, text: "<think>x" }]);
  expect(parser.push("")).toEqual([]);
  expect(parser.end(true)).toEqual([]);
});

describe("an unsure model", () => {
  const answered = (options: NanoOptions, text: string) =>
    nanoFormat(options)
      .render(prompt(user(JS, "port it to Go")))
      .reading.parser()
      .push(text);

  test("declines, and names a model that fits this machine", () => {
    expect(answered({ otherModel: "hf:a/b:Q4_K_M (1.1 GB)" }, "<|unsure|>")).toEqual([
      {
        index: 1,
        part: { type: "refusal" },
        text:
          "this edit is outside what the bundled model can do: try a larger model, such as " +
          "flint pull hf:a/b:Q4_K_M (1.1 GB)",
      },
    ]);
  });

  test.each(["python", "go", "css"])("says which languages it knows for code in %s", (language) => {
    const parser = nanoFormat({ otherModel: "hf:a/b:Q4_K_M" })
      .render(prompt(user(`\`\`\`${language}\na = 1\n\`\`\``, "rename a to b")))
      .reading.parser();
    expect(parser.push("<|unsure|>")[0]?.text).toBe(
      "the bundled model only knows JavaScript and TypeScript: try a larger model, such as flint pull hf:a/b:Q4_K_M",
    );
  });

  test("names no model if none fits", () => {
    expect(answered({ otherModel: null }, "<|unsure|>")[0]?.text).toContain("use a server with");
  });
});

describe("a model that answers with only the changed lines", () => {
  const { text, reading } = nanoFormat({ editFormat: "lines" }).render(
    prompt(user("```\na\nb\n```", "use c")),
  );

  test("reads numbered lines, and gets them as its draft", () => {
    expect(text[3]).toEqual({ text: "1 a\n2 b", special: false });
    expect(reading.draft).toBe("1 a\n2 b");
  });

  test("has its answer expanded to the whole edited code", () => {
    const parser = reading.parser();
    const parsed = [...parser.push("2 c"), ...parser.end(true)];
    expect(parsed.map((part) => part.text).join("")).toBe("a\nc");
  });

  test("may decline, and sets a fault for an invalid answer", () => {
    expect(reading.parser().push("<|unsure|>")[0]?.part).toEqual({ type: "refusal" });
    const parser = reading.parser();
    parser.push("7 c");
    expect(parser.end(true)).toEqual([]);
    expect(parser.fault).toContain("it changes line 7");
  });
});

describe("code with characters beyond ASCII", () => {
  const asked = (options: NanoOptions) =>
    nanoFormat(options).render(prompt(user('```\nvar a = "é";\nb\n```', "say è instead of é")));

  test("is replaced by stand-ins in the prompt and the draft, and restored in the answer", () => {
    const { text, reading } = asked({});
    expect([text[1]?.text, text[3]?.text]).toEqual(["say zq01 instead of zq00", 'var a = "zq00";\nb']);
    expect(reading.draft).toBe(text[3]?.text);
    const parser = reading.parser();
    const parsed = [...parser.push('var a = "zq01";'), ...parser.end(true)];
    expect(parsed.map((part) => part.text).join("")).toBe('var a = "è";');
  });

  test("is restored in an answer of changed lines", () => {
    const { text, reading } = asked({ editFormat: "lines" });
    expect(text[3]?.text).toBe('1 var a = "zq00";\n2 b');
    const parser = reading.parser();
    const parsed = [...parser.push("2 c"), ...parser.end(true)];
    expect(parsed.map((part) => part.text).join("")).toBe('var a = "é";\nc');
  });
});

test("rejects an unknown edit format by name", () => {
  expect(() => nanoFormat({ editFormat: "patch" })).toThrow(
    expect.objectContaining({ code: "model_unreadable", message: expect.stringContaining('"patch"') }),
  );
});
