import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { archiveName, readPackageList } from "./list.ts";

const text = readFileSync(new URL("../packages.txt", import.meta.url), "utf8");

it("the pinned list names each package once and holds some out for measuring", () => {
  const packages = readPackageList(text);
  expect(new Set(packages.map(({ name }) => name)).size).toBe(packages.length);
  expect(packages.filter(({ heldOut }) => heldOut).length).toBeGreaterThan(20);
});

it("a package list with a licence that is not permissive is rejected", () => {
  expect(() => readPackageList("left-pad@1.0.0 GPL-3.0")).toThrow(/permissive/);
});

it("archiveName() names archives as npm does", () => {
  expect(archiveName({ name: "@scope/name", version: "1.2.3" })).toBe("scope-name-1.2.3.tgz");
});
