import { readFile } from "node:fs/promises";
import { createLlamaEngine } from "@flint/engine";
import { startServer } from "@flint/server";
import { pino } from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { initializeSession } from "../index.ts";
import { BUNDLED, bundledPath } from "../models/index.ts";

const FACTORIAL = new URL("../../../../examples/factorial.js", import.meta.url).pathname;
const INSTRUCTION = "make this iterative";

describe("without a url", () => {
  test("a session edits a file with the bundled model", async () => {
    const session = await initializeSession();
    onTestFinished(() => session.close());
    const turn = session.edit({ path: FACTORIAL, instruction: INSTRUCTION });
    let hunks = 0;
    for await (const event of turn) if (event.type === "hunk") hunks++;
    const result = await turn;
    expect(result).toMatchObject({
      status: "completed",
      unchanged: false,
      model: BUNDLED.id,
      verification: { parses: true, parsedBefore: true, language: "javascript" },
    });
    expect(hunks).toBe(result.hunks.length);
    expect(result.timings.tokens_per_second).toBeGreaterThan(0);
    expect(await readFile(FACTORIAL, "utf8")).not.toBe(result.code);
  });

  test("another session on the same server gives the same code", async () => {
    const embedded = await initializeSession();
    onTestFinished(() => embedded.close());
    const remote = await initializeSession({ url: embedded.url });
    onTestFinished(() => remote.close());
    const [one, other] = await Promise.all(
      [embedded, remote].map((session) => session.edit({ path: FACTORIAL, instruction: INSTRUCTION })),
    );
    expect(one?.code).toBe(other?.code);
  });

  test("text beyond ASCII stays as it is", async () => {
    const session = await initializeSession();
    onTestFinished(() => session.close());
    const code =
      '// © José — für alle\nfunction grüße(name) {\n  var text = "こんにちは、" + name + " 🚀";\n  return text;\n}\n';
    const result = await session.edit({
      code,
      language: "javascript",
      instruction: "use const and let instead of var",
    });
    expect(result.code).toBe(code.replace("var", "const"));
  });

  test("code too long for the context is refused with a number of tokens", async () => {
    const session = await initializeSession();
    onTestFinished(() => session.close());
    const code = Array.from({ length: 400 }, (_, n) => `const value${n} = compute(${n});`).join("\n");
    await expect(session.optimizeCode(code)).rejects.toMatchObject({
      code: "response_failed",
      serverCode: "context_length_exceeded",
      message: expect.stringMatching(/\d+ tokens/),
    });
  });
});

test("edits that go well log no warnings on the server", async () => {
  const engine = createLlamaEngine({ models: [{ id: BUNDLED.id, path: bundledPath() }] });
  const lines: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const server = await startServer({ engine, logger });
  const session = await initializeSession({ url: server.url });
  onTestFinished(async () => {
    await session.close();
    await server.close();
    await engine.close();
  });
  await session.edit({ path: FACTORIAL, instruction: INSTRUCTION });
  expect(lines).toEqual([]);
});

test("killing the engine's process fails each running edit with the reason, and the next edit works", async () => {
  const engine = createLlamaEngine({ models: [{ id: BUNDLED.id, path: bundledPath() }] });
  const server = await startServer({ engine });
  const session = await initializeSession({ url: server.url });
  onTestFinished(async () => {
    await session.close();
    await server.close();
    await engine.close();
  });
  const code = Array.from({ length: 40 }, (_, n) => `total += rates[${n}] * hours[${n}];`).join("\n");
  const turns = Array.from({ length: 6 }, () => session.edit({ code, instruction: "rename total to sum" }));
  const ends = Promise.allSettled(turns);
  for await (const event of turns[0] ?? []) if (event.type === "text") break;
  process.kill(engine.pid ?? Number.NaN, "SIGKILL");
  // The first may end before the signal arrives; six of this size, on one thread, cannot all.
  const failures = (await ends).flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(failures).not.toEqual([]);
  for (const failure of failures) {
    expect(failure).toMatchObject({
      code: "response_failed",
      serverCode: "server_error",
      message: expect.stringContaining("the engine's process ended unexpectedly"),
    });
  }
  expect(await session.edit({ path: FACTORIAL, instruction: INSTRUCTION })).toMatchObject({
    status: "completed",
  });
});
