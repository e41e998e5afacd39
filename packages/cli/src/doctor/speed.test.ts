import { expect, onTestFinished, test } from "vitest";
import { BUNDLED } from "../models/index.ts";
import { initializeSession } from "../sdk/index.ts";
import { samplesOf } from "./speed.ts";

test("each edit that is measured has its prompt read, though others like it were before", async () => {
  const session = await initializeSession({ model: BUNDLED.id });
  onTestFinished(() => session.close());
  const unread: number[] = [];
  const samples = await samplesOf(async (options) => {
    const result = await session.edit(options);
    const { server } = result.timings;
    unread.push(1 - (server?.reused_tokens ?? 0) / (server?.prompt_tokens ?? 0));
    return result;
  }, 1);
  expect(samples).toHaveLength(1);
  expect(Math.min(...unread)).toBeGreaterThan(0.5);
});
