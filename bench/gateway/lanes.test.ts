import { createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
import { loadOverLanes } from "./lanes.ts";

/** The port of a Flint server whose model, "paced", would say so many words. */
async function useServer(words: number): Promise<number> {
  const scenario = { model: { id: "paced" }, turns: [{ steps: [{ repeat: words, text: " token" }] }] };
  const engine = createScriptEngine({ scenario });
  const server = await startServer({ engine, port: 0 });
  onTestFinished(() => server.close());
  return server.port;
}

test("streams that share sockets cause no leak warning from Node", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): unknown => warnings.push(warning);
  process.on("warning", note);
  onTestFinished(() => void process.off("warning", note));
  const port = await useServer(100);
  const load = loadOverLanes(port, { streams: 20, rounds: 2, tokens: 8, rate: 1_000 });
  expect(await load).toHaveLength(40);
  expect(warnings).toEqual([]);
});

test("an answer that ends before its last token fails the measurement", async () => {
  const load = loadOverLanes(await useServer(1), { streams: 1, rounds: 1, tokens: 8, rate: 1_000 });
  await expect(load).rejects.toThrow("did not say all of 8 tokens");
});
