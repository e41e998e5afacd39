import { modelFit } from "@flint/engine";
import { expect, test } from "vitest";
import { bytes } from "../measure/index.ts";
import { listModels } from "../models/index.ts";
import { checkFit } from "./fit.ts";

test("a model that fits is reported with its memory and threads", async () => {
  const [finding] = await checkFit(await listModels("/nowhere"));
  expect(finding).toMatchObject({ check: "memory", status: "ok", remedy: null });
  expect(finding?.found).toMatch(
    /^nano needs \d.* MB of .* free: weights .*decodes with 1 thread, reads prompts with/,
  );
});

test("reports the least --memory that loads the model, and the one that needs no compromise", async () => {
  const [nano] = await listModels("/nowhere");
  const [finding] = await checkFit(nano === undefined ? [] : [nano]);
  const { least_limit_bytes: least, whole_limit_bytes: whole, total_bytes } = finding?.facts ?? {};
  const path = nano?.path ?? "";
  const { advice } = await modelFit(path, { memoryLimit: 1 });
  expect(advice).toContain(`--memory) to at least ${bytes(Number(least))}`);
  expect(finding?.found).toContain(`flint serve --memory needs at least ${bytes(Number(least))}`);
  expect((await modelFit(path, { memoryLimit: Number(least) })).advice).toBeNull();
  expect((await modelFit(path, { memoryLimit: Number(whole) })).plan.total).toBe(total_bytes);
});

test("a model that cannot be used is left out", async () => {
  const [nano] = await listModels("/nowhere");
  if (nano === undefined) throw new Error("there is always the bundled model");
  expect(await checkFit([{ ...nano, damage: "cut" }])).toEqual([]);
});
