import { type BrokenPrefix, createScriptEngine, type Engine, type Thread } from "@flint/engine";
import { pino } from "pino";
import { expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";

const BROKE: BrokenPrefix = { atToken: 4, item: 2, field: "output", reason: "changed" };

/** An engine whose every prefill tells of a broken prefix. */
function forgetful(): Engine {
  const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });
  const wrapped = (thread: Thread): Thread => ({
    model: thread.model,
    prefill: async (prompt, options) => ({ ...(await thread.prefill(prompt, options)), broke: BROKE }),
    generate: (request) => thread.generate(request),
    fork: async () => wrapped(await thread.fork()),
    release: () => thread.release(),
  });
  return {
    id: engine.id,
    models: () => engine.models(),
    openThread: async (options) => wrapped(await engine.openThread(options)),
    countTokens: (model, prompt) => engine.countTokens(model, prompt),
    close: () => engine.close(),
  };
}

it("reports a broken prefix in the timings, and logs it once per conversation", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  const client = await Client.connect(await serve(forgetful(), { logger }));
  const ids: string[] = [];
  for (const previous of [undefined, 0, 1, undefined]) {
    const previous_response_id = previous === undefined ? null : (ids[previous] ?? null);
    client.create({ input: "hi", previous_response_id });
    const { response } = await client.next("response.completed");
    ids.push(response.id);
    expect(response.flint?.timings?.cache).toEqual({
      reused: response.flint?.timings?.reused_tokens,
      broke: { at_token: 4, item: 2, field: "output", reason: "changed" },
    });
  }
  const told = lines.map((line) => JSON.parse(line)).filter(({ reason }) => reason !== undefined);
  expect(told.map(({ response }) => response)).toEqual([ids[0], ids[3]]);
  expect(told[0]).toMatchObject({ level: 30, at_token: 4, item: 2, field: "output", reason: "changed" });
});
