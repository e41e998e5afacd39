import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GgufHeader } from "../gguf.ts";
import { type LlamaEngineOptions, runtimeOptions } from "../options.ts";
import { bytes } from "./bytes.ts";
import { gpuShare } from "./gpu-layers.ts";
import { adviceFor, planOf } from "./plan.ts";

const GB = 1e9;

/** About a 7B model at Q8_0. */
const LARGE: GgufHeader = {
  size: 7.6 * GB,
  modified: 0,
  architecture: "qwen2",
  name: "large",
  license: null,
  trainContextLength: 32_768,
  layers: 28,
  width: 3_584,
  vocabulary: 152_064,
  fileType: 7,
  chatTemplate: null,
  editFormat: null,
  kvBytesPerToken: 57_344,
};

function options(given: Omit<LlamaEngineOptions, "models"> = {}) {
  return runtimeOptions(given);
}

describe("a plan", () => {
  test("adds up the weights, the state of every sequence and the buffers", () => {
    const plan = planOf(LARGE, options({ sequences: 4, contextLength: 4_096 }));
    expect(plan).toMatchObject({ sequences: 4, contextLength: 4_096, gpuLayers: 0, weights: 7.6 * GB });
    expect(plan.state).toBe(57_344 * 4_096 * 4);
    expect(plan.total).toBe(plan.weights + plan.state + plan.buffers);
  });

  test("has fewer sequences if memory is short, unless their number was requested", () => {
    expect(planOf(LARGE, options()).sequences).toBe(4);
    expect(planOf(LARGE, options(), { free: 9.5 * GB }).sequences).toBeLessThan(4);
    expect(planOf(LARGE, options({ sequences: 8 }), { free: 9 * GB }).sequences).toBe(8);
  });

  test("has several sequences only if they fit into the free memory", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 256, max: 32_768 }),
        (free, contextLength) => {
          const asked = options({ contextLength });
          const one = planOf(LARGE, options({ contextLength, sequences: 1 })).total;
          const plan = planOf(LARGE, asked, { free: free * GB });
          // Buffers are reckoned for the most sequences that there may be, which is the safe side.
          if (plan.sequences > 1) expect(plan.total).toBeLessThanOrEqual(free * GB);
          else expect(plan.total).toBe(one);
        },
      ),
    );
  });
});

describe("the advice on what would fit", () => {
  test("is fewer sequences or a shorter context, if the weights fit", () => {
    const plan = planOf(LARGE, options({ sequences: 8, contextLength: 16_384 }));
    const advice = adviceFor(LARGE, plan, 10.5 * GB);
    expect(advice).toMatch(/what would fit: \d sequences?, or a context of [\d,]+ tokens in one sequence/);
  });

  test("is a smaller quantization, if the weights do not fit", () => {
    const plan = planOf(LARGE, options());
    expect(adviceFor(LARGE, plan, 5.5 * GB)).toContain("its Q4_K_M quantisation (about 4.4 GB)");
  });

  test("is a smaller model file, if the quantization is unknown", () => {
    const plan = planOf(LARGE, options());
    expect(adviceFor({ ...LARGE, fileType: null }, plan, 4 * GB)).toMatch(/a model file of at most \d/);
  });

  test("is to get more memory, if there is none", () => {
    expect(adviceFor(LARGE, planOf(LARGE, options()), 0)).toContain("free some memory");
    expect(adviceFor(LARGE, planOf(LARGE, options()), 0, "raise it")).toBe("no model fits: raise it");
  });
});

describe("layers on the GPU", () => {
  const share = (wanted: number | null, total: number | null, used = 0) =>
    gpuShare(LARGE, {
      wanted,
      state: 1 * GB,
      buffers: 0.5 * GB,
      memory: total === null ? null : { total: total * GB, used: used * GB },
    });

  test("are none without a GPU, or if none are wanted", () => {
    expect(share(99, null)).toEqual({ layers: 0, part: 0 });
    expect(share(0, 24)).toEqual({ layers: 0, part: 0 });
  });

  test("are all, including the output layer, if the GPU's memory suffices", () => {
    expect(share(null, 24)).toEqual({ layers: 29, part: 1 });
  });

  test("are as many as fit beside other programs' memory", () => {
    const { layers, part } = share(null, 8, 3);
    expect(layers).toBeGreaterThan(0);
    expect(layers).toBeLessThan(29);
    expect(part * (LARGE.size + GB) + 0.5 * GB).toBeLessThanOrEqual(5 * GB);
    expect(share(null, 8, 8)).toEqual({ layers: 0, part: 0 });
  });

  test("are as many as requested, up to all of them", () => {
    expect(share(10, 1).layers).toBe(10);
    expect(share(1_000, 24).layers).toBe(29);
  });

  test("do not count as main memory", () => {
    const on = planOf(LARGE, options(), { gpu: { total: 24 * GB, used: 0 } });
    expect(on.gpuLayers).toBe(29);
    expect(on.total).toBe(on.buffers);
  });
});

test("bytes are formatted in readable decimal units", () => {
  expect([0, 1_500, 8_670_000, 4.35 * GB, 999_600_000, 120 * GB, 5e12].map(bytes)).toEqual([
    "0 kB",
    "1.5 kB",
    "8.7 MB",
    "4.3 GB",
    "1 GB",
    "120 GB",
    "5 TB",
  ]);
});
