import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RequestError } from "@agentclientprotocol/sdk";
import type { Scenario } from "@flint/engine";
import { expect, test } from "vitest";
import { fileLink, startEditor, temporaryFolder } from "./editor.fixture.ts";

const TOO_LONG = "the prompt is 9 tokens too long";
const scenario: Scenario = {
  turns: [
    {
      steps: [
        {
          error: {
            code: "context_length_exceeded",
            message: `${TOO_LONG}; send a smaller selection of the code, or use a model with a longer context`,
          },
        },
      ],
    },
  ],
};
const isFailed = (update: { sessionUpdate: string; status?: unknown }) => update.status === "failed";

test("an error's remedy is in the editor's terms, in the thread and in place of the diff", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.js");
  await writeFile(path, "var a = 1;\n");
  const editor = await startEditor(scenario, folder);
  const told = `${TOO_LONG}; select the part that is to change, or use a model with a longer context`;
  await expect(editor.prompt(await editor.open(folder), "use let", fileLink(path))).rejects.toMatchObject({
    data: { code: "context_length_exceeded" },
    message: told,
  });
  expect(JSON.stringify(editor.updates.find(isFailed))).toContain(told);
});

test("a model that only edits asks for a file when none is attached", async () => {
  const folder = await temporaryFolder();
  const message =
    "the bundled model edits code: put the code in a fenced block, or use another model: flint models";
  const editor = await startEditor(
    { turns: [{ steps: [{ error: { code: "prompt_unsupported", message } }] }] },
    folder,
  );
  await expect(editor.prompt(await editor.open(folder), "hello")).rejects.toMatchObject({
    data: { code: "invalid_prompt" },
    message:
      "the bundled model edits code: attach a file with @, or select lines of it, or use another model: flint models",
  });
});

test("a file that the editor does not return is named with the editor's reason", async () => {
  const folder = await temporaryFolder();
  const editor = await startEditor(scenario, folder, { buffers: new Map() });
  const told = "the editor did not return /closed/a.js: /closed/a.js is not open";
  await expect(
    editor.prompt(await editor.open(folder), "use let", fileLink("/closed/a.js")),
  ).rejects.toMatchObject({ data: { code: "file_unreadable" }, message: told });
  expect(JSON.stringify(editor.updates.find(isFailed))).toContain(told);
});

test.each([42, undefined])("a file whose content from the editor is %s is refused", async (content) => {
  const folder = await temporaryFolder();
  const read = async () => content as unknown as string;
  const buffers = new Map([["/open/a.js", content as unknown as string]]);
  const editor = await startEditor(scenario, folder, { buffers, read });
  await expect(
    editor.prompt(await editor.open(folder), "use let", fileLink("/open/a.js")),
  ).rejects.toMatchObject({
    data: { code: "file_unreadable" },
    message: expect.stringMatching(/^the editor did not return \/open\/a\.js: /),
  });
});

test("a failed permission request is reported with the editor's reason, and nothing is written", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.js");
  await writeFile(path, "var a = 1;\n");
  const edit: Scenario = { turns: [{ steps: [{ text: "let a = 1;" }] }] };
  const permit = () => {
    throw RequestError.methodNotFound("session/request_permission");
  };
  const editor = await startEditor(edit, folder, { permit });
  await expect(editor.prompt(await editor.open(folder), "use let", fileLink(path))).rejects.toMatchObject({
    data: { code: "not_permitted" },
    message: expect.stringMatching(/^the editor did not ask whether to write .*a\.js: .*Method not found/),
  });
  expect(await readFile(path, "utf8")).toBe("var a = 1;\n");
});
