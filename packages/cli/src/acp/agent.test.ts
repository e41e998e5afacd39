import { chmod, link, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { methods } from "@agentclientprotocol/sdk";
import type { Scenario } from "@flint/engine";
import { describe, expect, test } from "vitest";
import { fileLink, startEditor, temporaryFolder } from "./editor.fixture.ts";

const CODE = "var a = 1;\nvar b = 2;\n\nvar c = 3;\n";
const EDITED = "let a = 1;\nvar b = 2;\n\nlet c = 3;\n";

const scenario: Scenario = {
  turns: [
    { steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] },
    { when: { contains: "keep" }, steps: [{ text: `\`\`\`js\n${CODE}\`\`\`` }] },
    { when: { contains: "break" }, steps: [{ text: "```js\nlet a = ((;\n```" }] },
    { when: { contains: "guess" }, confidence: 0.314, steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`` }] },
    { when: { contains: "port" }, steps: [{ refusal: "this is beyond me" }] },
    { when: { contains: "why" }, steps: [{ text: "Because of hoisting." }] },
    {
      when: { contains: "hold" },
      steps: [{ text: "```js\nlet a = 1;\nvar b = 2;\n\nvar" }, { pause_ms: 600_000 }],
    },
    { when: { contains: "talk" }, steps: [{ text: "Once upon " }, { pause_ms: 600_000 }] },
    { when: { contains: "shorter" }, steps: [{ text: "The end." }] },
    {
      when: { contains: "crash" },
      steps: [{ error: { code: "engine_crashed", message: "the engine died" } }],
    },
  ],
};

async function withFile(permit: string | null = "once") {
  const folder = await temporaryFolder();
  const path = join(folder, "a.js");
  await writeFile(path, CODE);
  const editor = await startEditor(scenario, folder, { permit: () => permit });
  const sessionId = await editor.open(folder);
  return { folder, path, editor, sessionId, read: () => readFile(path, "utf8") };
}

const isSettled = (update: { sessionUpdate: string; status?: unknown }) =>
  update.sessionUpdate === "tool_call_update" &&
  (update.status === "completed" || update.status === "failed");

describe("an edit", () => {
  test("is a tool call with a diff, and is written once the user allows it", async () => {
    const { editor, sessionId, path, read } = await withFile();
    const { stopReason } = await editor.prompt(sessionId, "use let in ", fileLink(path));
    expect(stopReason).toBe("end_turn");
    expect(await read()).toBe(EDITED);
    expect(editor.permissionRequests).toHaveLength(1);
    expect(editor.permissionRequests[0]?.toolCall.content?.[0]).toEqual({
      type: "diff",
      path,
      oldText: CODE,
      newText: EDITED,
    });
    expect(editor.updates.find(isSettled)).toMatchObject({ status: "completed" });
    expect(editor.updates).toContainEqual({ sessionUpdate: "session_info_update", title: "use let in" });
  });

  test("that is not allowed leaves the file unchanged", async () => {
    for (const answer of ["reject", null]) {
      const { editor, sessionId, path, read } = await withFile(answer);
      await editor.prompt(sessionId, "use let", fileLink(path));
      expect(await read()).toBe(CODE);
      expect(editor.updates.find(isSettled)).toMatchObject({ status: "failed" });
    }
  });

  test("allowed for the session is asked about again only if it does not parse or lies outside the folder", async () => {
    const { editor, sessionId, path } = await withFile("always");
    await editor.prompt(sessionId, "use let", fileLink(path));
    await writeFile(path, CODE);
    await editor.prompt(sessionId, "use let again");
    expect(editor.permissionRequests).toHaveLength(1);
    await editor.prompt(sessionId, "break it");
    expect(editor.permissionRequests).toHaveLength(2);
    expect(JSON.stringify(editor.permissionRequests[1])).toContain("does not parse");
    const outside = join(await temporaryFolder(), "b.js");
    await writeFile(outside, CODE);
    await editor.prompt(sessionId, "use let", fileLink(outside));
    expect(editor.permissionRequests).toHaveLength(3);
  });

  test("of a file in an unknown language is not reported as unparsable", async () => {
    const { editor, sessionId, folder } = await withFile();
    const path = join(folder, ".env");
    await writeFile(path, "A=1\n");
    await editor.prompt(sessionId, "break it", fileLink(path));
    expect(editor.permissionRequests).toHaveLength(1);
    expect(JSON.stringify(editor.permissionRequests[0])).not.toContain("does not parse");
    expect(await readFile(path, "utf8")).toBe("let a = ((;\n");
  });

  test("of selected lines leaves the other lines alone", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "a.js");
    await writeFile(path, CODE);
    const one: Scenario = { turns: [{ steps: [{ text: "let c = 3;" }] }] };
    const editor = await startEditor(one, folder, { permit: () => "once" });
    await editor.prompt(await editor.open(folder), "use let", fileLink(path, "#L4:5"));
    expect(await readFile(path, "utf8")).toBe("var a = 1;\nvar b = 2;\n\nlet c = 3;\n");
  });

  test("of selected lines follows their moves by earlier edits, of the same prompt and of earlier ones", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "a.js");
    await writeFile(path, CODE);
    const growing: Scenario = {
      turns: [
        { when: { contains: "var a" }, steps: [{ text: "let a = 1;\nlet d = 4;\nlet e = 5;" }] },
        { when: { contains: "var c" }, steps: [{ text: "let c = 3;\nlet f = 6;" }] },
        { when: { contains: "let f" }, steps: [{ text: "let c = 7;" }] },
        { when: { contains: "let d" }, steps: [{ text: "let a = 8;" }] },
      ],
    };
    const editor = await startEditor(growing, folder, { permit: () => "once" });
    const sessionId = await editor.open(folder);
    await editor.prompt(sessionId, "use let", fileLink(path, "#L1"), fileLink(path, "#L4"));
    expect(await readFile(path, "utf8")).toBe(
      "let a = 1;\nlet d = 4;\nlet e = 5;\nvar b = 2;\n\nlet c = 3;\nlet f = 6;\n",
    );
    await editor.prompt(sessionId, "shorter");
    expect(await readFile(path, "utf8")).toBe("let a = 8;\nvar b = 2;\n\nlet c = 7;\n");
  });

  test("that the model is not sure of is asked about with the doubt, even when edits are always allowed", async () => {
    const { editor, sessionId, path } = await withFile("always");
    await editor.prompt(sessionId, "use let", fileLink(path));
    await writeFile(path, CODE);
    await editor.prompt(sessionId, "guess it");
    expect(editor.permissionRequests).toHaveLength(2);
    expect(JSON.stringify(editor.permissionRequests[1])).toContain(
      "The model is not sure of this (31 %): check it closely",
    );
  });

  test("without a change says so and asks nothing", async () => {
    const { editor, sessionId, path, read } = await withFile();
    await editor.prompt(sessionId, "keep it", fileLink(path));
    expect(editor.permissionRequests).toEqual([]);
    expect(JSON.stringify(editor.updates.find(isSettled))).toContain("The model proposes no change to");
    expect(await read()).toBe(CODE);
  });

  test("that the model declines gives the reason and asks nothing", async () => {
    const { editor, sessionId, path, read } = await withFile();
    await editor.prompt(sessionId, "port it", fileLink(path));
    expect(editor.permissionRequests).toEqual([]);
    expect(editor.updates.find(isSettled)).toMatchObject({
      status: "failed",
      content: [{ content: { text: "this is beyond me" } }, {}],
    });
    expect(await read()).toBe(CODE);
  });

  test("whose changes cannot be placed says so", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "a.js");
    await writeFile(path, CODE.repeat(200));
    const lost = "<<<<<<< SEARCH\nnot in the file at all\n=======\nlet a;\n>>>>>>> REPLACE\n";
    const editor = await startEditor({ turns: [{ steps: [{ text: lost }] }] }, folder);
    await editor.prompt(await editor.open(folder), "use let", fileLink(path));
    const settled = editor.updates.find(isSettled);
    expect(settled).toMatchObject({ status: "failed" });
    expect(JSON.stringify(settled)).toContain("1 of 1 changes could not be placed");
  });

  test("reads and writes the editor's buffer, even of a file that is not on disk", async () => {
    const folder = await temporaryFolder();
    const buffers = new Map([["/unsaved/a.js", CODE]]);
    const editor = await startEditor(scenario, folder, { buffers, permit: () => "once" });
    await editor.prompt(await editor.open(folder), "use let", fileLink("/unsaved/a.js"));
    expect(buffers.get("/unsaved/a.js")).toBe(EDITED);
  });

  test("that cannot be written keeps its diff and says what to do", async () => {
    const { editor, sessionId, path, read } = await withFile();
    await chmod(path, 0o444);
    await expect(editor.prompt(sessionId, "use let", fileLink(path))).rejects.toMatchObject({
      data: { code: "file_unwritable" },
    });
    expect(await read()).toBe(CODE);
    const last = JSON.stringify(editor.updates.filter(isSettled).at(-1));
    expect(last).toContain('"status":"failed"');
    expect(last).toContain("it is read-only and unchanged; make it writable (chmod u+w)");
    expect(last).toContain(JSON.stringify(EDITED));
  });

  test("of a file with a hard link says that the link keeps the old content", async () => {
    const { editor, sessionId, path, folder } = await withFile();
    await link(path, join(folder, "b.js"));
    await editor.prompt(sessionId, "use let", fileLink(path));
    expect(JSON.stringify(editor.updates.find(isSettled))).toContain("its hard link keeps the old content");
  });

  test.each([true, false])(
    "never overwrites what changed in the meantime (buffers: %s)",
    async (hasBuffers) => {
      const folder = await temporaryFolder();
      const path = join(folder, "a.js");
      await writeFile(path, CODE);
      const buffers = new Map([[path, CODE]]);
      const editor = await startEditor(scenario, folder, {
        ...(hasBuffers && { buffers }),
        permit: async () => {
          buffers.set(path, "mine");
          await writeFile(path, "mine");
          return "once";
        },
      });
      const sessionId = await editor.open(folder);
      await expect(editor.prompt(sessionId, "use let", fileLink(path))).rejects.toMatchObject({
        data: { code: "file_changed" },
        message: expect.stringContaining("was changed"),
      });
      expect([await readFile(path, "utf8"), buffers.get(path)]).toEqual(["mine", "mine"]);
      expect(editor.updates.find(isSettled)).toMatchObject({ status: "failed" });
    },
  );
});

describe("a running turn", () => {
  test("is stopped by a cancel, which leaves the file unchanged", async () => {
    const { editor, sessionId, path, read } = await withFile();
    const answer = editor.prompt(sessionId, "hold", fileLink(path));
    await editor.until(
      (update) => update.sessionUpdate === "tool_call_update" && update.content?.[0]?.type === "diff",
    );
    await editor.agent.notify(methods.agent.session.cancel, { sessionId });
    expect(await answer).toMatchObject({ stopReason: "cancelled" });
    expect(await read()).toBe(CODE);
    // The session goes on.
    expect(await editor.prompt(sessionId, "use let")).toMatchObject({ stopReason: "end_turn" });
    expect(await read()).toBe(EDITED);
  });

  test("shows the changes of two blocks at the same place once", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "a.js");
    const code = Array.from({ length: 450 }, (_, n) => `step(${n});\n`).join("");
    await writeFile(path, code);
    const block = (search: string, replace: string) =>
      `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
    const steps = [
      { text: block("step(1);", "step(1);\nafter();") },
      { pause_ms: 500 },
      { text: block("step(2);", "before();\nstep(2);") },
      { pause_ms: 600_000 },
    ];
    const editor = await startEditor({ turns: [{ steps }] }, folder);
    const sessionId = await editor.open(folder);
    const answer = editor.prompt(sessionId, "hold", fileLink(path));
    const expected = code.replace("step(2);", "after();\nbefore();\nstep(2);");
    await editor.until(
      (update) =>
        update.sessionUpdate === "tool_call_update" &&
        update.content?.some((one) => one.type === "diff" && one.newText === expected) === true,
    );
    await editor.agent.notify(methods.agent.session.cancel, { sessionId });
    expect(await answer).toMatchObject({ stopReason: "cancelled" });
  });

  test("follows a steer", async () => {
    const { editor, sessionId, path, read } = await withFile();
    const answer = editor.prompt(sessionId, "hold", fileLink(path));
    await editor.until(
      (update) => update.sessionUpdate === "tool_call_update" && update.content?.[0]?.type === "diff",
    );
    const steer = { sessionId, prompt: [{ type: "text", text: "use let only" }] };
    expect(await editor.agent.request("_session/steering", steer)).toMatchObject({ outcome: "injected" });
    expect(await answer).toMatchObject({ stopReason: "end_turn" });
    expect(await read()).toBe(EDITED);
  });

  test("refuses a second prompt and points to steering", async () => {
    const { editor, sessionId } = await withFile();
    const answer = editor.prompt(sessionId, "talk");
    await editor.until((update) => update.sessionUpdate === "agent_message_chunk");
    await expect(editor.prompt(sessionId, "why?")).rejects.toMatchObject({
      message: expect.stringContaining("_session/steering"),
    });
    const steer = { sessionId, prompt: [{ type: "text", text: "shorter" }] };
    await editor.agent.request("_session/steering", steer);
    expect(await answer).toMatchObject({ stopReason: "end_turn" });
    expect(editor.receivedText).toBe("Once upon The end.");
  });
});

test("a steer while nothing runs starts a turn, or is returned if the client asked for that", async () => {
  const { editor, sessionId } = await withFile();
  const steer = { sessionId, prompt: [{ type: "text", text: "why?" }] };
  const wanting = { ...steer, _meta: { steering: { idleBehavior: "promptRequired" } } };
  expect(await editor.agent.request("_session/steering", wanting)).toEqual({
    outcome: "promptRequired",
    reason: "noRunningTurn",
  });
  expect(editor.receivedText).toBe("");
  expect(await editor.agent.request("_session/steering", steer)).toEqual({ outcome: "startedNewTurn" });
  await editor.until((update) => update.sessionUpdate === "agent_message_chunk");
});

test("a turn that a steer started reports its failure", async () => {
  const { editor, sessionId } = await withFile();
  const steer = { sessionId, prompt: [{ type: "text", text: "crash" }] };
  expect(await editor.agent.request("_session/steering", steer)).toEqual({ outcome: "startedNewTurn" });
  await editor.until((update) => update.sessionUpdate === "agent_message_chunk");
  expect(editor.receivedText).toContain("the engine died");
});

describe("a session", () => {
  test("is listed, replayed and continued by another process", async () => {
    const { folder, path, editor, sessionId } = await withFile();
    await editor.prompt(sessionId, "use let", fileLink(path));
    await editor.prompt(sessionId, "/ask why?");
    const later = await startEditor(scenario, folder, { permit: () => "once" });
    const { sessions } = await later.agent.request(methods.agent.session.list, { cwd: folder });
    expect(sessions).toMatchObject([{ sessionId, cwd: folder, title: "use let" }]);
    await later.agent.request(methods.agent.session.load, { sessionId, cwd: folder, mcpServers: [] });
    const kinds = later.updates.map((update) => update.sessionUpdate);
    expect(kinds.filter((kind) => kind === "user_message_chunk")).toHaveLength(3);
    expect(later.receivedText).toBe("Because of hoisting.");
    expect(later.updates.find(isSettled)).toMatchObject({ status: "completed" });
    await later.prompt(sessionId, "/ask why again?");
    expect(later.receivedText).toBe("Because of hoisting.".repeat(2));
  });

  test("announces its commands after the response that opens it", async () => {
    const { editor } = await withFile();
    expect(editor.updates).toEqual([]);
    const offer = await editor.until((update) => update.sessionUpdate === "available_commands_update");
    expect(JSON.stringify(offer)).toContain("optimize");
  });

  test("offers the server's models and refuses others", async () => {
    const { editor, sessionId } = await withFile();
    const set = (value: string) =>
      editor.agent.request(methods.agent.session.setConfigOption, { sessionId, configId: "model", value });
    expect(await set("script")).toMatchObject({ configOptions: [{ id: "model", currentValue: "script" }] });
    await expect(set("gpt")).rejects.toMatchObject({ message: expect.stringContaining("script") });
  });
});

describe("bad input", () => {
  test.each<[string, Parameters<Awaited<ReturnType<typeof withFile>>["editor"]["prompt"]>[1], RegExp]>([
    ["an image", { type: "image", data: "", mimeType: "image/png" }, /image content is not supported/],
    ["a link that is no file", { type: "resource_link", uri: "https://a.b/c", name: "c" }, /only files/],
    ["a link to no path", { type: "resource_link", uri: "file:///a%00b", name: "b" }, /only files/],
    ["nothing", " ", /the prompt is empty/],
    ["an edit without a file", "/edit use let", /no file is attached/],
    [
      "a command that there is not",
      "/undo it",
      /there is no \/undo; the commands are \/edit, \/ask, \/optimize/,
    ],
    ["a missing file", fileLink("/nowhere/a.js"), /no such file/],
    ["lines that are not there", fileLink("PATH", "#L90:99"), /not within the code/],
    ["a failing model", "crash", /the engine died/],
  ])("the prompt fails with a reason and the session goes on: %s", async (_, block, message) => {
    const { editor, sessionId, path } = await withFile();
    const sent =
      typeof block !== "string" && block.type === "resource_link"
        ? { ...block, uri: block.uri.replace("PATH", path) }
        : block;
    const words = typeof sent === "string" ? [] : ["use let"];
    await expect(editor.prompt(sessionId, ...words, sent)).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
    await editor.prompt(sessionId, "/ask why?");
    expect(editor.receivedText).toBe("Because of hoisting.");
  });

  test.each(["src", "", "../.."])(
    "refuses a session in the folder %j, which is not an absolute path",
    async (cwd) => {
      const { editor, sessionId, folder } = await withFile();
      const refusal = { code: -32602, message: expect.stringContaining(`"${cwd}" is not the absolute path`) };
      await expect(editor.open(cwd)).rejects.toMatchObject(refusal);
      const load = { sessionId, cwd: folder, additionalDirectories: [cwd], mcpServers: [] };
      await expect(editor.agent.request(methods.agent.session.load, load)).rejects.toMatchObject(refusal);
    },
  );

  test("an unknown session is refused with its id", async () => {
    const { editor } = await withFile();
    for (const id of ["none", "../../etc/passwd", "00000000-0000-4000-8000-000000000000"]) {
      await expect(editor.prompt(id, "why?")).rejects.toMatchObject({ data: { sessionId: id } });
      const load = { sessionId: id, cwd: "/", mcpServers: [] };
      await expect(editor.agent.request(methods.agent.session.load, load)).rejects.toThrow(/not found/i);
    }
  });
});
