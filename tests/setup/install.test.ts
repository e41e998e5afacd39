import { expect, it } from "vitest";
import { checkout } from "./checkout.fixture.ts";

interface Install {
  isInstalled(mode: "runtime" | "full"): boolean;
}

const LOCK = {
  packages: {
    "": { name: "root" },
    "packages/one": { version: "1.0.0" },
    "node_modules/needed": { version: "1.2.3" },
    "node_modules/tool": { version: "2.0.0", dev: true },
    "node_modules/other-platform": { version: "3.0.0", optional: true },
  },
};
const NEEDED = { "node_modules/needed": { version: "1.2.3" } };
const TOOL = { "node_modules/tool": { version: "2.0.0", dev: true } };

async function installed(packages: object | undefined): Promise<Install> {
  const here = checkout();
  here.write({ "package-lock.json": LOCK });
  if (packages) here.write({ "node_modules/.package-lock.json": { packages } });
  return here.load<Install>("install.mjs");
}

it("a fresh machine, or an install that was cut off, has nothing installed", async () => {
  const { isInstalled } = await installed(undefined);
  expect(isInstalled("runtime")).toBe(false);
});

it("an install without development dependencies is enough to run, and not to test", async () => {
  const { isInstalled } = await installed(NEEDED);
  expect(isInstalled("runtime")).toBe(true);
  expect(isInstalled("full")).toBe(false);
});

it("a full install is complete without packages of other platforms", async () => {
  const { isInstalled } = await installed({ ...NEEDED, ...TOOL });
  expect(isInstalled("runtime")).toBe(true);
  expect(isInstalled("full")).toBe(true);
});

it("an older version of a package makes the install stale", async () => {
  const { isInstalled } = await installed({ "node_modules/needed": { version: "1.2.2" }, ...TOOL });
  expect(isInstalled("runtime")).toBe(false);
});
