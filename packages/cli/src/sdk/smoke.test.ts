import { createScriptEngine } from "@flint/engine";
import { startServer } from "@flint/server";
import { expect, test } from "vitest";
import { initializeSession } from "./index.ts";

test("bundled", async () => {
  const t0 = performance.now();
  const session = await initializeSession();
  console.log("ready", performance.now() - t0);
  for (let i = 0; i < 2; i++) {
    const turn = session.optimizeCode("function f(n) { return n <= 1 ? 1 : n * f(n - 1); }");
    const events = [];
    for await (const e of turn) events.push(e);
    console.log(
      events.length,
      events.filter((e) => e.type !== "text"),
    );
    console.log(await turn);
  }
  await session.close();
});
