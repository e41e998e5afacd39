import { describe } from "vitest";
import { countingTests } from "./counting.ts";
import { endingTests } from "./ending.ts";
import { useEngine } from "./engine-under-test.ts";
import { failureTests } from "./failure.ts";
import { greedyTests } from "./greedy.ts";
import type { ConformanceOptions } from "./options.ts";
import { prefixTests } from "./prefix.ts";
import { speculationTests } from "./speculation.ts";
import { steeringTests } from "./steering.ts";

const GROUPS = {
  greedy: greedyTests,
  speculation: speculationTests,
  prefix: prefixTests,
  steering: steeringTests,
  counting: countingTests,
  ending: endingTests,
  failure: failureTests,
};

/** Vitest suite that every adapter passes. Call it at the top level of a test file. */
export function engineConformance(name: string, options: ConformanceOptions): void {
  conformance(name, options, Object.keys(GROUPS) as Group[]);
}

/** The part of the suite for models with endless, meaningless answers. */
export function steeringConformance(name: string, options: ConformanceOptions): void {
  conformance(name, options, ["steering"]);
}

type Group = keyof typeof GROUPS;

function conformance(name: string, options: ConformanceOptions, groups: readonly Group[]): void {
  describe(`${name} keeps the Engine contract`, { timeout: options.timeout ?? 30_000 }, () => {
    const underTest = useEngine(options);
    for (const group of groups) {
      describe(group, () => GROUPS[group](options, underTest));
    }
  });
}
