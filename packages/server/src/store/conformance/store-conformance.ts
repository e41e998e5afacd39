import { describe } from "vitest";
import { chainTests } from "./chains.ts";
import { inputItemTests } from "./input-items.ts";
import { itemTests } from "./items.ts";
import { limitTests } from "./limits.ts";
import { logTests } from "./logs.ts";
import type { ConformanceOptions } from "./options.ts";
import { responseTests } from "./responses.ts";

const GROUPS = {
  responses: responseTests,
  chains: chainTests,
  "event logs": logTests,
  "input items": inputItemTests,
  items: itemTests,
  limits: limitTests,
};

/** Registers the vitest conformance suite for a store. Call it at the top level of a test file. */
export function storeConformance(name: string, options: ConformanceOptions): void {
  describe(`${name} keeps the ResponseStore contract`, () => {
    for (const [group, tests] of Object.entries(GROUPS)) describe(group, () => tests(options));
  });
}
