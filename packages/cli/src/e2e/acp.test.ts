import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { Readable, Writable } from "node:stream";
import { methods, ndJsonStream } from "@agentclientprotocol/sdk";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { Editor, fileLink } from "../acp/editor.fixture.ts";
import { Workspace } from "./flint.fixture.ts";

const EDITED = "const answer = 42;\nconst more = 2;\n\nconst last = 3;\n";
const BEFORE = "var answer = 42;\nvar more = 2;\n\nvar last = 3;\n";
const SCENARIO = {
  turns: [
    { steps: [{ text: `\`\`\`js\n${EDITED}\`\`\`\n` }] },
    {
      when: { contains: "hold" },
      steps: [{ text: "const answer = 42;\nvar more = 2;\n\nvar" }, { pause_ms: 600_000 }],
    },
    { when: { contains: "why" }, steps: [{ text: "Because." }] },
  ],
};

let workspace: Workspace;
let path: string;
beforeAll(async () => {
  workspace = await Workspace.open();
  path = await workspace.file("a.js", BEFORE);
});
afterAll(() => workspace.dispose());

/** `flint acp` as an editor starts it. */
function start(url: string, permit: (count: number) => string) {
  const child = workspace.start(["acp", "--url", url]);
  let count = 0;
  const stdout = Readable.toWeb(child.stdout as Readable) as ReadableStream<Uint8Array>;
  const editor = new Editor(ndJsonStream(Writable.toWeb(child.stdin as Writable), stdout), {
    permit: () => permit(++count),
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { editor, child, ended };
}

const isDiff = (update: { sessionUpdate: string; content?: unknown }) =>
  update.sessionUpdate === "tool_call_update" && JSON.stringify(update.content ?? null).includes('"diff"');

test("an editor can edit, interrupt, steer, reject, accept and continue after a kill", async () => {
  const { url } = await workspace.serve([
    "--engine",
    "script",
    "--scenario",
    await workspace.file("scenario.json", JSON.stringify(SCENARIO)),
  ]);
  const first = start(url, (count) => (count === 1 ? "reject" : "once"));
  expect(await first.editor.initialize()).toMatchObject({
    protocolVersion: 1,
    agentInfo: { name: "flint" },
    _meta: { steering: { supported: true } },
  });
  const sessionId = await first.editor.open(workspace.folder);

  const stopped = first.editor.prompt(sessionId, "hold it", fileLink(path));
  await first.editor.until(isDiff);
  await first.editor.agent.notify(methods.agent.session.cancel, { sessionId });
  expect(await stopped).toMatchObject({ stopReason: "cancelled" });

  first.editor.updates.length = 0;
  const steered = first.editor.prompt(sessionId, "hold it once more", fileLink(path));
  await first.editor.until(isDiff);
  const steer = { sessionId, prompt: [{ type: "text", text: "go on" }] };
  expect(await first.editor.agent.request("_session/steering", steer)).toMatchObject({ outcome: "injected" });
  expect(await steered).toMatchObject({ stopReason: "end_turn" });
  expect(first.editor.permissionRequests).toHaveLength(1);
  expect(await readFile(path, "utf8")).toBe(BEFORE);

  expect(await first.editor.prompt(sessionId, "use const")).toMatchObject({ stopReason: "end_turn" });
  expect(await readFile(path, "utf8")).toBe(EDITED);

  first.child.kill("SIGKILL");
  await first.ended;
  const second = start(url, () => "once");
  await second.editor.initialize();
  const { sessions } = await second.editor.agent.request(methods.agent.session.list, {});
  expect(sessions).toMatchObject([{ sessionId, title: "hold it" }]);
  const load = { sessionId, cwd: workspace.folder, mcpServers: [] };
  await second.editor.agent.request(methods.agent.session.load, load);
  expect(second.editor.updates.filter(isDiff).length).toBeGreaterThan(0);
  await second.editor.prompt(sessionId, "/ask why?");
  expect(second.editor.receivedText).toBe("Because.");

  // An editor that hangs up ends the program.
  second.child.stdin?.end();
  expect(await second.ended).toBe(0);
});

test("a missing model file is reported to the editor", async () => {
  const child = workspace.start(["acp", "--model", "./none.gguf"]);
  const stdout = Readable.toWeb(child.stdout as Readable) as ReadableStream<Uint8Array>;
  const editor = new Editor(ndJsonStream(Writable.toWeb(child.stdin as Writable), stdout));
  await editor.initialize();
  await expect(editor.open(workspace.folder)).rejects.toMatchObject({
    message: expect.stringContaining("none.gguf"),
  });
  child.stdin?.end();
});

test("a message of more than 32 MiB ends the program with an error", async () => {
  const child = workspace.start(["acp"]);
  let told = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  // It hangs up in the middle.
  child.stdin?.on("error", () => {}).write("x".repeat(33 * 2 ** 20));
  expect(await ended).toBe(1);
  expect(told).toMatch(/a message of more than 32 MiB/);
});

test.each(["its stdin ends", "SIGTERM"])(
  "the program ends while a session is opening, when %s",
  async (how) => {
    const child = workspace.start(["acp"]);
    const stdout = Readable.toWeb(child.stdout as Readable) as ReadableStream<Uint8Array>;
    const editor = new Editor(ndJsonStream(Writable.toWeb(child.stdin as Writable), stdout));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    await editor.initialize();
    const opening = editor.open(workspace.folder);
    // Answered after the first request was taken.
    await editor.initialize();
    if (how === "SIGTERM") child.kill("SIGTERM");
    else child.stdin?.end();
    await expect(opening).rejects.toThrow();
    expect(await ended).toBe(0);
  },
);

test("a second signal ends the program at once while a model is loading", async () => {
  const child = workspace.start(["acp"]);
  const stdout = Readable.toWeb(child.stdout as Readable) as ReadableStream<Uint8Array>;
  const editor = new Editor(ndJsonStream(Writable.toWeb(child.stdin as Writable), stdout));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await editor.initialize();
  const opening = editor.open(workspace.folder);
  await editor.initialize();
  child.kill("SIGTERM");
  child.kill("SIGINT");
  await expect(opening).rejects.toThrow();
  // Which of two signals is delivered first is the system's affair.
  expect([130, 143]).toContain(await ended);
});

test("the program ends when the editor hangs up, even while a server does not answer", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const knocked = once(server, "connection");
  const { port } = server.address() as AddressInfo;
  const { editor, child, ended } = start(`http://127.0.0.1:${port}`, () => "");
  await editor.initialize();
  const opening = editor.open(workspace.folder);
  const [socket] = await knocked;
  onTestFinished(() => socket.destroy());
  child.stdin?.end();
  await expect(opening).rejects.toThrow();
  expect(await ended).toBe(0);
});
