import { createUpstreamEngine } from "@flint/engine";
import { expect, it, onTestFinished } from "vitest";
import { Models } from "./models.ts";

it("an unlisted model of the engine can be resolved but is not listed", async () => {
  const target = { preset: "openrouter", url: "http://127.0.0.1:1/v1", models: ["maker/one"] } as const;
  const engine = createUpstreamEngine({ targets: [target] });
  onTestFinished(() => engine.close());
  const models = new Models(engine);
  expect(await models.resolve("maker/one:nitro")).toMatchObject({ id: "maker/one:nitro" });
  expect((await models.list()).map(({ id }) => id)).toEqual(["maker/one"]);
  const long = `maker/one:${"x".repeat(100_000)}`;
  await expect(models.resolve(long)).rejects.toMatchObject({
    code: "model_not_found",
    message: expect.stringMatching(/^.{0,400}$/),
  });
  await expect(models.resolve("maker/two:nitro")).rejects.toMatchObject({ code: "model_not_found" });
});
