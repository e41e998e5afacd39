import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { methods } from "@agentclientprotocol/sdk";
import type { Scenario } from "@flint/engine";
import { expect, test } from "vitest";
import { fileLink, startEditor, temporaryFolder } from "./editor.fixture.ts";

const CODE = "var a = 1;\nvar b = 2;\n\nvar c = 3;\n";

async function withFile(scenario: Scenario) {
  const folder = await temporaryFolder();
  const path = join(folder, "a.js");
  await writeFile(path, CODE);
  const editor = await startEditor(scenario, folder);
  return { folder, path, editor, sessionId: await editor.open(folder), read: () => readFile(path, "utf8") };
}

test("a question is answered in words and changes no file", async () => {
  const { editor, sessionId, path, read } = await withFile({
    turns: [{ steps: [{ text: "Because of hoisting." }] }],
  });
  expect(await editor.prompt(sessionId, "/ask why? ", fileLink(path))).toMatchObject({
    stopReason: "end_turn",
  });
  expect(editor.receivedText).toBe("Because of hoisting.");
  expect(editor.permissionRequests).toEqual([]);
  expect(await read()).toBe(CODE);
});

test("a question is about the linked lines, also in later prompts and after a resume", async () => {
  const lines = "a.js, lines 3 to 4:\n```\n\nvar c = 3;\n```";
  const about: Scenario = {
    turns: [
      { steps: [{ text: "What code?" }] },
      { when: { contains: `${lines}\n\nwhy?` }, steps: [{ text: "Because." }] },
      { when: { contains: "and how?" }, steps: [{ text: "Like this." }] },
      { when: { contains: "\n\nand how?", last: "message" }, steps: [{ text: "Told twice." }] },
    ],
  };
  const { folder, path, editor, sessionId } = await withFile(about);
  await editor.prompt(sessionId, "/ask why?", fileLink(path, "#L3:5"));
  await editor.prompt(sessionId, "/ask and how?");
  expect(editor.receivedText).toBe("Because.Like this.");
  const later = await startEditor(about, folder);
  await later.agent.request(methods.agent.session.resume, { sessionId, cwd: folder });
  await later.prompt(sessionId, "/ask why?");
  expect(later.receivedText).toBe("Because.");
});

test("a question that the model declines is answered with its reason", async () => {
  const { editor, sessionId } = await withFile({ turns: [{ steps: [{ refusal: "this is beyond me" }] }] });
  await editor.prompt(sessionId, "/ask port it?");
  expect(editor.receivedText).toBe("this is beyond me");
});
