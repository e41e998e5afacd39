import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listModels } from "./catalog.ts";
import { ggufBytes } from "./gguf.fixture.ts";
import { writeManifest } from "./manifest.ts";
import { resolveModel } from "./resolve.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-models-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function pull(id: string, source: string, ...aliases: string[]): Promise<void> {
  await writeFile(join(folder, `${id}.gguf`), ggufBytes({ "llama.context_length": 2048 }));
  const facts = {
    aliases,
    size: 1,
    sha256: "00",
    license: "mit",
    contextLength: 2048,
    pulled: "2026-01-01T00:00:00Z",
  };
  await writeManifest(folder, { id, source, ...facts });
}

test("lists the bundled model first, then the pulled ones", async () => {
  await pull("zeta", "hf:a/zeta:q8_0");
  await pull("alpha", "https://example.com/alpha.gguf");
  const models = await listModels(folder);
  expect(models.map(({ id, origin, license }) => [id, origin, license])).toEqual([
    ["nano", "bundled", "Apache-2.0"],
    ["alpha", "pulled", "mit"],
    ["zeta", "pulled", "mit"],
  ]);
});

test("lists a model whose manifest is damaged", async () => {
  await pull("alpha", "hf:a/alpha:q8_0");
  await writeFile(join(folder, "alpha.json"), "{");
  expect((await listModels(folder))[1]).toMatchObject({ id: "alpha", source: null, contextLength: 2048 });
});

test("resolves a model by id, source, alias or path, and the bundled one by default", async () => {
  await pull("alpha", "hf:a/alpha:q8_0", "hf:a/alpha");
  const path = join(folder, "alpha.gguf");
  expect((await resolveModel("alpha", folder)).model.path).toBe(path);
  expect((await resolveModel("hf:a/alpha:q8_0", folder)).model.id).toBe("alpha");
  expect((await resolveModel("hf:a/alpha", folder)).model.id).toBe("alpha");
  expect((await resolveModel(path, folder)).model).toMatchObject({ id: "alpha", origin: "file" });
  expect((await resolveModel(undefined, folder)).model.id).toBe("nano");
});

test("an unknown model is refused with the models there are", async () => {
  await pull("alpha", "hf:a/alpha:q8_0");
  await expect(resolveModel("gpt", folder)).rejects.toMatchObject({
    exitCode: 2,
    message: 'unknown model "gpt"; the models are: nano, alpha',
  });
  await expect(resolveModel("hf:b/beta:q4_0", folder)).rejects.toThrow("flint pull hf:b/beta:q4_0");
  await expect(resolveModel("./none.gguf", folder)).rejects.toThrow(
    "there is no such file; the models are: nano",
  );
});

test("a damaged model file is refused and does not hide the other models", async () => {
  await writeFile(join(folder, "broken.gguf"), "not weights");
  await expect(resolveModel("broken", folder)).rejects.toMatchObject({
    code: "model_unreadable",
    message: expect.stringContaining("broken.gguf: it is not a GGUF file"),
  });
  expect((await resolveModel("nano", folder)).models.map((entry) => entry.id)).toEqual(["nano"]);
});

test("an unreadable folder or file leaves the bundled model usable", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  expect((await resolveModel(undefined, file)).models).toHaveLength(1);
  await symlink(join(folder, "gone"), join(folder, "dangling.gguf"));
  expect((await listModels(folder))[1]).toMatchObject({
    id: "dangling",
    damage: expect.stringContaining("there is no such file"),
  });
});
