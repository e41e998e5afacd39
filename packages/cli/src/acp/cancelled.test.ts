import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { methods, type RequestPermissionRequest } from "@agentclientprotocol/sdk";
import type { Scenario } from "@flint/engine";
import { expect, test } from "vitest";
import { type Editor, type EditorOptions, fileLink, startEditor, temporaryFolder } from "./editor.fixture.ts";

const CODE = "var a = 1;\n";
const EDITED = "let a = 1;\n";
const scenario: Scenario = { turns: [{ steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] }] };

/** An editor with a file, and what cancels its session's prompt. */
async function withFile(options: (cancel: () => Promise<void>) => EditorOptions) {
  const folder = await temporaryFolder();
  const path = join(folder, "a.js");
  await writeFile(path, CODE);
  let sessionId = "";
  const cancel = () => editor.agent.notify(methods.agent.session.cancel, { sessionId });
  const editor: Editor = await startEditor(scenario, folder, options(cancel));
  sessionId = await editor.open(folder);
  const ask = (text: string) => editor.prompt(sessionId, text, fileLink(path));
  return { editor, ask, read: () => readFile(path, "utf8") };
}

test("a cancel ends a prompt whose permission request is never answered, and the session goes on", async () => {
  let isSilent = true;
  const { editor, ask, read } = await withFile((cancel) => ({
    permit: async () => {
      if (!isSilent) return "once";
      await cancel();
      return new Promise(() => {});
    },
  }));
  expect(await ask("use let in")).toEqual({ stopReason: "cancelled" });
  expect(await read()).toBe(CODE);
  expect(editor.updates).toContainEqual(
    expect.objectContaining({
      status: "failed",
      content: expect.arrayContaining([
        expect.objectContaining({ type: "diff", newText: EDITED }),
        { type: "content", content: { type: "text", text: expect.stringMatching(/^Not written; /) } },
      ]),
    }),
  );
  isSilent = false;
  expect(await ask("use let in")).toEqual({ stopReason: "end_turn" });
  expect(await read()).toBe(EDITED);
});

test("a permission that arrives after a cancel writes nothing and allows nothing later", async () => {
  const asked: RequestPermissionRequest[] = [];
  const { ask, read } = await withFile((cancel) => ({
    permit: async (request) => {
      asked.push(request);
      if (asked.length === 1) await cancel();
      return "always";
    },
  }));
  expect(await ask("use let in")).toEqual({ stopReason: "cancelled" });
  expect(await read()).toBe(CODE);
  // Neither does it hold for what comes later.
  await ask("use let in");
  expect(asked).toHaveLength(2);
  expect(await read()).toBe(EDITED);
});

test("a cancel during the last read before writing leaves the file unchanged", async () => {
  const buffers = new Map<string, string>();
  let reads = 0;
  const { ask } = await withFile((cancel) => ({
    buffers,
    read: async () => {
      if (++reads === 2) await cancel();
      return CODE;
    },
    permit: () => "once",
  }));
  expect(await ask("use let in")).toEqual({ stopReason: "cancelled" });
  expect(reads).toBe(2);
  // Nothing was written to it.
  expect(buffers.size).toBe(0);
});

test.each(["use let in", "/ask why?"])(
  "a cancel ends the prompt %s while the editor never returns its file",
  async (text) => {
    const { editor, ask } = await withFile((cancel) => ({
      buffers: new Map(),
      read: async () => {
        await cancel();
        return new Promise(() => {});
      },
    }));
    expect(await ask(text)).toEqual({ stopReason: "cancelled" });
    expect(editor.permissionRequests).toEqual([]);
  },
);
