import { expect, test } from "vitest";
import { createEmbeddedEngine } from "./index.ts";

test("a memory limit that the model does not fit is refused at once", async () => {
  await expect(createEmbeddedEngine({ memoryLimit: 1_000_000 })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(
      /^--memory 1\.00 MB is not enough for nano; no model fits: raise memoryLimit \(--memory\) to at least \d+ MB$/,
    ),
  });
});

test("the least memory limit that the refusal names is enough to load the model", async () => {
  const refused = await createEmbeddedEngine({ memoryLimit: 1_000_000 }).catch(
    (error: Error) => error.message,
  );
  const memoryLimit = Number(/at least (\d+) MB$/.exec(String(refused))?.[1]) * 1e6;
  const { engine } = await createEmbeddedEngine({ memoryLimit });
  await engine.openThread({ model: "nano" });
  await engine.close();
});
