import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkConfig } from "./config.ts";

async function file(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-doctor-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "flint.config.json");
  await writeFile(path, content);
  return path;
}

test("doctor shows flint serve's settings and where each comes from, without secrets", async () => {
  const path = await file('{"port": 9000}');
  const env = { FLINT_LIMITS_CONNECTIONS: "9", FLINT_SECRET: "swordfish-swordfish" };
  const { finding, config } = await checkConfig(path, env);
  expect(config?.port).toBe(9000);
  expect(finding).toMatchObject({
    status: "ok",
    found: `${path}; flint serve uses port 9000 (${path}), secret (redacted) (FLINT_SECRET), limits.connections 9 (FLINT_LIMITS_CONNECTIONS), and defaults for the rest`,
  });
  expect(JSON.stringify(finding)).not.toContain("swordfish");
});

test("doctor warns of FLINT_ variables that are ignored", async () => {
  const env = { FLINT_PROT: "9000", FLINT_HOME: "/tmp", FLINT_UPSTREAM_KEY: "k", FLINT_OPEN: "" };
  const { finding } = await checkConfig(undefined, env);
  expect(finding).toMatchObject({
    status: "warning",
    found: "no file; flint serve uses the defaults; it ignores FLINT_PROT",
    remedy: expect.stringContaining("misspelt"),
  });
});

test("doctor reports the defaults when nothing is set, and a faulty file as broken", async () => {
  expect((await checkConfig(undefined, {})).finding.found).toBe("no file; flint serve uses the defaults");
  const { finding, config } = await checkConfig(await file('{"port": "x"}'), {});
  expect(finding).toMatchObject({
    status: "broken",
    found: expect.stringContaining("`port`: expected a port"),
  });
  expect(config).toBeUndefined();
});

test("doctor reports a setting that the engine ignores as broken", async () => {
  const { finding } = await checkConfig(
    await file('{"engine": "vllm=http://gpu:8000/v1", "context": 512}'),
    {},
  );
  expect(finding).toMatchObject({
    status: "broken",
    found: expect.stringContaining("`context` only applies to the llama engine"),
  });
});
