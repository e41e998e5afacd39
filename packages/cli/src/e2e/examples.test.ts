import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listExamples } from "../interactive/examples.ts";
import { initializeSession } from "../sdk/index.ts";

test("the bundled model changes every example, and each answer parses", async () => {
  const examples = await listExamples();
  expect(examples.length).toBeGreaterThanOrEqual(6);
  await using session = await initializeSession();
  for (const { path, instruction } of examples) {
    const { unchanged, verification } = await session.edit({
      code: await readFile(path, "utf8"),
      instruction,
    });
    expect([path, unchanged, verification.parses]).toEqual([path, false, true]);
  }
});
