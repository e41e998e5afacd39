import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { methods } from "@agentclientprotocol/sdk";
import type { Scenario } from "@flint/engine";
import { expect, test } from "vitest";
import { type Editor, fileLink, startEditor, temporaryFolder } from "./editor.fixture.ts";

const scenario: Scenario = {
  turns: [
    { steps: [{ text: "let a = 1;" }] },
    { when: { contains: "const" }, steps: [{ text: "const a = 1;" }] },
    { when: { contains: "double", last: "message" }, steps: [{ text: "const a = 2;" }] },
  ],
};

/** An editor whose person, asked for the first time, does `meanwhile` before the answer. */
async function askedMeanwhile(meanwhile: (steer: (text: string, meta?: object) => void) => void) {
  const folder = await temporaryFolder();
  const paths = [join(folder, "a.js"), join(folder, "b.js")];
  for (const path of paths) await writeFile(path, "var a = 1;\n");
  const outcomes: Promise<unknown>[] = [];
  let sessionId = "";
  const steer = (text: string, _meta?: object) => {
    const prompt = [{ type: "text", text }];
    outcomes.push(editor.agent.request("_session/steering", { sessionId, prompt, ...(_meta && { _meta }) }));
  };
  const editor: Editor = await startEditor(scenario, folder, {
    permit: () => {
      if (editor.permissionRequests.length === 1) meanwhile(steer);
      return "once";
    },
  });
  sessionId = await editor.open(folder);
  const read = () => Promise.all(paths.map((path) => readFile(path, "utf8")));
  const links = paths.map((path) => fileLink(path));
  return { editor, sessionId, links, outcomes, read };
}

const WANTING = { steering: { idleBehavior: "promptRequired" } };

test("a steer that asks for promptRequired while permission is asked is returned when the turn ends", async () => {
  const { editor, sessionId, links, outcomes, read } = await askedMeanwhile((steer) =>
    steer("use const", WANTING),
  );
  await editor.prompt(sessionId, "use let", ...links);
  expect(await Promise.all(outcomes)).toEqual([{ outcome: "promptRequired", reason: "noRunningTurn" }]);
  expect(await read()).toEqual(["let a = 1;\n", "let a = 1;\n"]);
  expect(await editor.prompt(sessionId, "use const")).toEqual({ stopReason: "end_turn" });
  expect(await read()).toEqual(["const a = 1;\n", "const a = 1;\n"]);
});

test("steers while permission is asked become prompts, one after another", async () => {
  const { editor, sessionId, links, outcomes, read } = await askedMeanwhile((steer) => {
    steer("use const");
    steer("double it");
  });
  await editor.prompt(sessionId, "use let", ...links);
  expect(await Promise.all(outcomes)).toEqual([{ outcome: "startedNewTurn" }, { outcome: "startedNewTurn" }]);
  const isWritten = (update: { sessionUpdate: string; status?: unknown }) =>
    update.sessionUpdate === "tool_call_update" && update.status === "completed";
  await editor.until(() => editor.updates.filter(isWritten).length === 6);
  expect(await read()).toEqual(["const a = 2;\n", "const a = 2;\n"]);
});

test("a steer that asks for promptRequired while permission is asked is returned by a cancel", async () => {
  const { editor, sessionId, links, outcomes } = await askedMeanwhile((steer) => {
    steer("use const", WANTING);
    void editor.agent.notify(methods.agent.session.cancel, { sessionId });
  });
  expect(await editor.prompt(sessionId, "use let", ...links)).toEqual({ stopReason: "cancelled" });
  expect(await Promise.all(outcomes)).toMatchObject([{ outcome: "promptRequired" }]);
});
