import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkNode } from "../../packages/cli/src/doctor/machine.ts";
import { checkout } from "./checkout.fixture.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface NodeVersion {
  isSupported(version: string): boolean;
}

it("the scripts refuse the versions that flint doctor finds broken", async () => {
  const { isSupported } = await checkout().load<NodeVersion>("node-version.mjs");
  const minors = [18, 20, 21, 22, 23, 24, 25, 26].flatMap((major) =>
    Array.from({ length: 25 }, (_, minor) => `${major}.${minor}.0`),
  );
  const refused = minors.filter((version) => !isSupported(version));
  expect(refused).toEqual(minors.filter((version) => checkNode(version).status === "broken"));
  expect(refused).toContain("22.11.0");
  expect(refused).not.toContain("22.12.0");
});

it("every package states the same versions", () => {
  const names = readdirSync(`${ROOT}packages`).map((name) => `packages/${name}/package.json`);
  const stated = ["package.json", ...names].flatMap((path) => {
    const { engines } = JSON.parse(readFileSync(ROOT + path, "utf8")) as { engines?: { node: string } };
    return engines === undefined ? [] : [engines.node];
  });
  expect(stated.length).toBeGreaterThan(5);
  expect(new Set(stated)).toEqual(new Set(["^20.19.0 || >=22.12.0"]));
});
