import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { ROOT } from "../docs/documents.ts";

interface Licences {
  refused(components: readonly object[], allowed: readonly string[]): string[];
}

async function refused(licenses: readonly object[] | undefined): Promise<string[]> {
  const module: Licences = await import(pathToFileURL(`${ROOT}scripts/sbom/licences.mjs`).href);
  return module.refused([{ group: "@some", name: "package", version: "1.2.3", licenses }], ["MIT", "ISC"]);
}

const id = (name: string) => [{ license: { id: name } }];
const expression = (text: string) => [{ expression: text }];

it.each([
  ["one that is allowed", id("MIT")],
  ["a choice of which one is allowed", expression("(GPL-3.0-only OR MIT)")],
  ["several, all of them allowed", expression("MIT AND ISC")],
])("accepts a package that has %s", async (_, licenses) => {
  expect(await refused(licenses)).toEqual([]);
});

it.each([
  ["another one", id("GPL-3.0-only"), "GPL-3.0-only"],
  ["several, one of them not allowed", expression("MIT AND GPL-3.0-only"), "MIT AND GPL-3.0-only"],
  ["a text of its own", [{ license: { name: "Custom" } }], "Custom"],
  ["what is too tangled to judge", expression("MIT AND (ISC OR X)"), "MIT AND (ISC OR X)"],
  ["none", undefined, "names no licence"],
])("names a package that has %s", async (_, licenses, said) => {
  expect(await refused(licenses)).toEqual([`@some/package@1.2.3: ${said}`]);
});
