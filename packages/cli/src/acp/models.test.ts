import { join } from "node:path";
import { methods } from "@agentclientprotocol/sdk";
import { createScriptEngine, type Engine } from "@flint/engine";
import { startServer } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
import { initializeSession } from "../sdk/index.ts";
import { createAgent } from "./agent.ts";
import { Editor, temporaryFolder } from "./editor.fixture.ts";
import { SessionRecords } from "./record.ts";

/** An engine whose models say their names. */
function namesEngine(ids: readonly string[]): Engine {
  const engines = ids.map((id) =>
    createScriptEngine({ scenario: { model: { id }, turns: [{ steps: [{ text: `I am ${id}.` }] }] } }),
  );
  const of = (id: string) => engines[Math.max(0, ids.indexOf(id))] as Engine;
  return {
    id: "names",
    models: async () => (await Promise.all(engines.map((engine) => engine.models()))).flat(),
    openThread: (options) => of(options.model).openThread(options),
    countTokens: (model, prompt) => of(model).countTokens(model, prompt),
    close: async () => void (await Promise.all(engines.map((engine) => engine.close()))),
  };
}

/** An editor of a Flint that was started with `model`, on a server with the models `ids`. */
async function startEditor(folder: string, ids: readonly string[], model?: string) {
  const engine = namesEngine(ids);
  const server = await startServer({ engine, limits: { drain: 0 } });
  const session = await initializeSession({ url: server.url, ...(model !== undefined && { model }) });
  const records = new SessionRecords(join(folder, "sessions"));
  const editor = new Editor(createAgent({ open: async () => session, version: "1.0.0", model, records }));
  onTestFinished(async () => {
    editor.close();
    await session.close();
    await server.close();
    await engine.close();
  });
  await editor.initialize();
  return editor;
}

const current = (value: string) => ({ configOptions: [{ id: "model", currentValue: value }] });

test.each([
  [undefined, "one"],
  ["two", "two"],
])("a session started with the model %s shows %s, and that model answers", async (model, name) => {
  const folder = await temporaryFolder();
  const editor = await startEditor(folder, ["one", "two"], model);
  const opened = await editor.agent.request(methods.agent.session.new, { cwd: folder, mcpServers: [] });
  expect(opened).toMatchObject(current(name));
  await editor.prompt(opened.sessionId, "who are you?");
  expect(editor.receivedText).toBe(`I am ${name}.`);
});

test("a loaded session has its chosen model as long as the server has it", async () => {
  const folder = await temporaryFolder();
  const editor = await startEditor(folder, ["one", "two"]);
  const sessionId = await editor.open(folder);
  const choice = { sessionId, configId: "model", value: "two" };
  expect(await editor.agent.request(methods.agent.session.setConfigOption, choice)).toMatchObject(
    current("two"),
  );
  const load = { sessionId, cwd: folder, mcpServers: [] };
  const later = await startEditor(folder, ["one", "two"]);
  expect(await later.agent.request(methods.agent.session.load, load)).toMatchObject(current("two"));
  await later.prompt(sessionId, "who are you?");
  expect(later.receivedText).toBe("I am two.");
  const without = await startEditor(folder, ["one"]);
  expect(await without.agent.request(methods.agent.session.load, load)).toMatchObject(current("one"));
  without.updates.length = 0;
  await without.prompt(sessionId, "who are you?");
  expect(without.receivedText).toBe("I am one.");
});
