import * as sdk from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { batchOptionsOf } from "./batch-options.ts";
import { samplerOf } from "./sampler.ts";

test.each([
  [undefined, undefined, undefined, 0],
  ["always_on", undefined, /^AlwaysOn/, 0],
  ["always_off", undefined, /^AlwaysOff/, 0],
  ["traceidratio", "0.25", /^TraceIdRatioBased\{0\.25\}/, 0],
  ["traceidratio", undefined, /^TraceIdRatioBased\{1\}/, 0],
  ["parentbased_always_off", undefined, /^ParentBased\{root=AlwaysOff/, 0],
  ["parentbased_traceidratio", "0.5", /^ParentBased\{root=TraceIdRatioBased\{0\.5\}/, 0],
  ["traceidratio", "often", /^TraceIdRatioBased\{1\}/, 1],
  ["sometimes", undefined, undefined, 1],
])(
  "reads the sampler from OTEL_TRACES_SAMPLER=%s with the argument %s",
  (name, argument, sampler, warned) => {
    const env = { OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: argument };
    const warnings: string[] = [];
    const made = samplerOf(sdk, env, (message) => warnings.push(message));
    if (sampler === undefined) expect(made).toBeNull();
    else expect(made?.toString()).toMatch(sampler);
    expect(warnings).toHaveLength(warned);
  },
);

test("OTEL_BSP_… set the batch options, and invalid values are ignored with a warning", () => {
  const warnings: string[] = [];
  const env = { OTEL_BSP_SCHEDULE_DELAY: "100", OTEL_BSP_MAX_QUEUE_SIZE: "9", OTEL_BSP_EXPORT_TIMEOUT: "-1" };
  expect(batchOptionsOf(env, (message) => warnings.push(message))).toEqual({
    scheduledDelayMillis: 100,
    maxQueueSize: 9,
  });
  expect(warnings).toEqual(["OTEL_BSP_EXPORT_TIMEOUT=-1 is ignored: use a whole number above 0"]);
});
