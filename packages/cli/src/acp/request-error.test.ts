import { writeFile } from "node:fs/promises";
import { join } from "node:path";
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

test("what an editor has no flags for is told in its own words, in the thread and in the place of the diff", async () => {
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

test("a model that only edits asks for a file where none is attached", async () => {
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

test("a file that the editor does not give is named, with the editor's reason", async () => {
  const folder = await temporaryFolder();
  const editor = await startEditor(scenario, folder, { buffers: new Map() });
  const told = "the editor does not give /closed/a.js: /closed/a.js is not open";
  await expect(
    editor.prompt(await editor.open(folder), "use let", fileLink("/closed/a.js")),
  ).rejects.toMatchObject({ data: { code: "file_unreadable" }, message: told });
  expect(JSON.stringify(editor.updates.find(isFailed))).toContain(told);
});
