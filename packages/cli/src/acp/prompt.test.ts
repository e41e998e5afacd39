import { expect, test } from "vitest";
import { readFileUri, readPrompt } from "./prompt.ts";

test.each([
  ["file:///a/b.ts", { path: "/a/b.ts", selection: null }],
  ["file:///a/b.ts#L3", { path: "/a/b.ts", selection: { start: 3, end: 3 } }],
  ["file:///a/b.ts#L3:9", { path: "/a/b.ts", selection: { start: 3, end: 9 } }],
  ["file:///a/b.ts?symbol=f#L3-L9", { path: "/a/b.ts", selection: { start: 3, end: 9 } }],
  ["file:///a/b%20c.ts", { path: "/a/b c.ts", selection: null }],
  ["file://host/a.ts", null],
  ["https://a.b/c.ts", null],
  ["zed:///agent/thread/1", null],
  ["not a uri", null],
])("finds the file and the lines that the URI %s names, if any", (uri, file) => {
  expect(readFileUri(uri)).toEqual(file);
});

test("a file linked within a sentence leaves its name there", () => {
  const prompt = readPrompt([
    { type: "text", text: "use the helper of " },
    { type: "resource_link", uri: "file:///a/b.ts", name: "b.ts" },
    { type: "text", text: " here" },
  ]);
  expect(prompt).toMatchObject({ command: null, text: "use the helper of b.ts here" });
});

const LINK = { type: "resource_link", uri: "file:///a/a.js", name: "a.js" } as const;

test.each([
  [["rename x to total", LINK], { command: null, text: "rename x to total" }],
  [["rename x in", LINK, "to total"], { command: null, text: "rename x in a.js to total" }],
  [["see (", LINK, "), then mend it"], { command: null, text: "see ( a.js), then mend it" }],
  [["use let", "and const"], { command: null, text: "use let and const" }],
  [[LINK, "/ask why?"], { command: "ask", text: "why?" }],
  [["", LINK, " ", "/ask", LINK, "why?"], { command: "ask", text: "a.js why?" }],
  [["/optimize", LINK], { command: "edit", text: "optimize this code" }],
  [[LINK], { command: null, text: "" }],
])("the blocks %j are read as one text", (blocks, expected) => {
  const prompt = blocks.map((block) =>
    typeof block === "string" ? { type: "text" as const, text: block } : block,
  );
  expect(readPrompt(prompt)).toMatchObject(expected);
});

test.each([
  ["/ask why?", { command: "ask", text: "why?" }],
  ["/edit use let", { command: "edit", text: "use let" }],
  ["/optimize", { command: "edit", text: "optimize this code" }],
  ["/edit: use let", { command: "edit", text: ": use let" }],
  ["/a.js and /b.js differ", { command: null, text: "/a.js and /b.js differ" }],
  ["/etc/passwd is a file", { command: null, text: "/etc/passwd is a file" }],
])("reads the command and the text of the prompt %s", (text, expected) => {
  expect(readPrompt([{ type: "text", text }])).toMatchObject(expected);
});
