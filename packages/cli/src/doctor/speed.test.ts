import { expect, onTestFinished, test } from "vitest";
import { BUNDLED } from "../models/index.ts";
import { initializeSession } from "../sdk/index.ts";
import { samplesOf } from "./speed.ts";

test("every measured edit reads most of its prompt again, despite similar edits before it", async () => {
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
