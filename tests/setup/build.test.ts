import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkout } from "./checkout.fixture.ts";

interface Package {
  readonly name: string;
}

interface Build {
  stalePackages(options: { types: boolean }): Package[];
  build(packages: readonly Package[], options: { types: boolean }): Promise<void>;
}

const config = `export default { entry: ["src/index.ts"], fixedExtension: false, dts: true };`;

function manifest(name: string, dependencies: object = {}) {
  return {
    name,
    version: "1.0.0",
    type: "module",
    dependencies,
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  };
}

/** Two packages, `upper` on top of `lower`. */
async function workspace() {
  const here = checkout();
  here.linkNodeModules();
  here.write({
    "tsconfig.json": { compilerOptions: { strict: true, module: "NodeNext" } },
    "packages/lower/package.json": manifest("lower"),
    "packages/lower/tsdown.config.ts": config,
    "packages/lower/src/index.ts": "export const one: number = 1;",
    "packages/upper/package.json": manifest("upper", { lower: "1.0.0" }),
    "packages/upper/tsdown.config.ts": config,
    "packages/upper/src/index.ts": "export const two: number = 2;",
  });
  const module = await here.load<Build>("build.mjs");
  const stale = (types = false) => module.stalePackages({ types }).map(({ name }) => name);
  const build = (types = false) => module.build(module.stalePackages({ types }), { types });
  return { ...here, stale, build };
}

it("builds the stale packages, and only those", async () => {
  const { path, write, stale, build } = await workspace();
  expect(stale()).toEqual(["lower", "upper"]);
  await build();
  expect(stale()).toEqual([]);
  expect(existsSync(join(path, "packages/upper/dist/index.js"))).toBe(true);

  write({ "packages/lower/src/index.ts": "export const one: number = 11;" });
  expect(stale()).toEqual(["lower"]);
  await build();
  expect(stale()).toEqual([]);
});

it("a new test file makes nothing stale", async () => {
  const { write, stale, build } = await workspace();
  await build();
  write({ "packages/lower/src/index.test.ts": "" });
  expect(stale()).toEqual([]);
});

it("declarations are built on request, and become stale with the packages below", async () => {
  const { path, write, stale, build } = await workspace();
  await build();
  expect(stale(true)).toEqual(["lower", "upper"]);
  await build(true);
  expect(stale(true)).toEqual([]);
  expect(existsSync(join(path, "packages/upper/dist/index.d.ts"))).toBe(true);

  write({ "packages/lower/src/index.ts": "export const one: string = '1';" });
  expect(stale(true)).toEqual(["lower", "upper"]);
  expect(stale()).toEqual(["lower"]);
});

it("a private package makes the packages that bundle it stale, and so do its imports", async () => {
  const { write, stale, build } = await workspace();
  const page = { ...manifest("page", { lower: "1.0.0" }), private: true };
  write({
    "packages/page/package.json": page,
    "packages/page/src/page.ts": "",
    "packages/upper/package.json": { ...manifest("upper"), devDependencies: { page: "1.0.0" } },
  });
  await build();
  expect(stale()).toEqual([]);
  write({ "packages/page/src/page.ts": "let changed;" });
  expect(stale()).toEqual(["upper"]);
  await build();
  write({ "packages/lower/src/index.ts": "export const one: number = 12;" });
  expect(stale()).toEqual(["lower", "upper"]);
});

it("a package whose build was deleted is stale", async () => {
  const { path, stale, build } = await workspace();
  await build();
  rmSync(join(path, "packages/lower/dist"), { recursive: true });
  expect(stale()).toEqual(["lower"]);
});

it("a build that fails says why and leaves the package stale", async () => {
  const { write, stale, build } = await workspace();
  write({ "packages/lower/src/index.ts": "export const one: number = ;" });
  await expect(build()).rejects.toThrow(/packages\/lower: [\s\S]*index\.ts/);
  expect(stale()).toContain("lower");
});
