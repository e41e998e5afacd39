import { expect, test } from "vitest";
import { createEmbeddedEngine } from "./index.ts";

test("a limit of memory within which the model could never be loaded is refused at once", async () => {
  await expect(createEmbeddedEngine({ memoryLimit: 1_000_000 })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(
      /^--memory 1\.00 MB is not enough for nano; no model fits: raise memoryLimit \(--memory\) to at least \d+ MB$/,
    ),
  });
});

test("within the least that is named for it the model is let be", async () => {
  const refused = await createEmbeddedEngine({ memoryLimit: 1_000_000 }).catch(
    (error: Error) => error.message,
  );
  const memoryLimit = Number(/at least (\d+) MB$/.exec(String(refused))?.[1]) * 1e6;
  const { engine } = await createEmbeddedEngine({ memoryLimit });
  await engine.openThread({ model: "nano" });
  await engine.close();
});
