import { expect, test } from "vitest";
import { listModels } from "../models/index.ts";
import { checkFit } from "./fit.ts";

test("a model that fits is told with what it takes and its threads", async () => {
  const [finding] = await checkFit(await listModels("/nowhere"));
  expect(finding).toMatchObject({ check: "memory", status: "ok", remedy: null });
  expect(finding?.found).toMatch(
    /^nano needs \d.* MB of .* free: weights .*writes with 1 thread, reads with/,
  );
});

test("a model that cannot be used is not asked about", async () => {
  const [nano] = await listModels("/nowhere");
  if (nano === undefined) throw new Error("there is always the bundled model");
  expect(await checkFit([{ ...nano, damage: "cut" }])).toEqual([]);
});
