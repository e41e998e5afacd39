import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { toolchains } from "./toolchains.ts";

async function home(...folders: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "flint-home-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
  return root;
}

test("only a home's PATH folders and installed toolchains are made readable", async () => {
  const root = await home(".cargo/bin", ".cargo/registry", ".ssh", "bin", "code");
  const found = toolchains(root, { PATH: `/usr/bin:${root}/bin:${root}/gone:${root}` });
  expect(found.folders).toEqual([`${root}/bin`, `${root}/.cargo/bin`, `${root}/.cargo/registry`]);
  expect(found.env).toEqual({ CARGO_HOME: `${root}/.cargo` });
});

test("of a Node.js in a folder of other programs, only its programs and libraries are read", async () => {
  const root = await home(".local/bin", ".local/lib", ".local/share/keyrings");
  const found = toolchains(root, { PATH: "" }, join(root, ".local/bin/node"));
  expect(found.folders).toEqual([`${root}/.local/bin`, `${root}/.local/lib`]);
});

test("what has no absolute name is no tool's folder", async () => {
  const found = toolchains(
    process.cwd(),
    { PATH: ".:packages", GOMODCACHE: "", PYENV_ROOT: "packages" },
    "/node",
  );
  expect(found).toEqual({ folders: [], env: {} });
});

test("a toolchain's folder is taken from its environment variable", async () => {
  const root = await home("mine/bin", ".cargo/bin");
  const found = toolchains(root, { PATH: "", CARGO_HOME: join(root, "mine") });
  expect(found).toEqual({ folders: [`${root}/mine/bin`], env: { CARGO_HOME: `${root}/mine` } });
});
