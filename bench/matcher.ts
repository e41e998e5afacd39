import { diffLines } from "diff";
import { applyHunks, followEdit } from "flint";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";

const LINES = 5_000;
/** Characters of a burst of eight tokens. */
const CHARACTERS = 30;

interface Case {
  readonly name: string;
  /** Edits of one or two lines, spread over the file. */
  readonly edits: number;
}

/** What the matcher is made for, a large edit, and a complete rewrite. */
const CASES: readonly Case[] = [
  { name: "scattered", edits: 40 },
  { name: "heavy", edits: 1_000 },
  { name: "rewritten", edits: LINES },
];

async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  const samples: unknown[] = [];
  for (const { name, edits } of CASES) {
    report(`${edits} edits of ${LINES} lines`);
    const all: Sample[] = [];
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      const sample = measure(repetition, edits);
      // The first run is not counted, as Node compiles the matcher in it.
      if (repetition > 0) all.push(sample);
    }
    metrics[`${name}_burst_p50_ms`] = spread(all.map((one) => one.p50));
    metrics[`${name}_burst_p99_ms`] = spread(all.map((one) => one.p99));
    metrics[`${name}_burst_max_ms`] = spread(all.map((one) => one.max));
    metrics[`${name}_total_ms`] = spread(all.map((one) => one.total));
    metrics[`${name}_diff_against_smallest`] = spread(all.map((one) => one.changed / one.smallest));
    samples.push(...all.map((sample) => ({ case: name, ...sample })));
  }
  return { metrics, samples };
}

interface Sample {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly total: number;
  /** Lines removed and added, in the matcher's hunks and by the `diff` package, which sees both whole texts. */
  readonly changed: number;
  readonly smallest: number;
}

function measure(seed: number, edits: number): Sample {
  const random = randomNumbers(seed + 1);
  const code = Array.from({ length: LINES }, (_, n) => lineOf(n, random));
  // Blank lines at an answer's ends are ignored, so the first and last lines are kept.
  const withFirstAndLast = (lines: readonly string[]) => ["// begin", ...lines, "// end"].join("\n");
  const before = withFirstAndLast(code);
  const after = withFirstAndLast(withRandomEdits(code, edits, random));
  const arriving = followEdit(before);
  const times: number[] = [];
  for (let from = 0; from < after.length; from += CHARACTERS) {
    const burst = after.slice(from, from + CHARACTERS);
    const start = performance.now();
    arriving.push(burst);
    times.push(performance.now() - start);
  }
  const start = performance.now();
  arriving.complete();
  times.push(performance.now() - start);
  if (applyHunks(before, arriving.hunks) !== after)
    throw new Error("the hunks do not produce the edited code");
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length * 0.5)] as number,
    p99: times[Math.floor(times.length * 0.99)] as number,
    max: times.at(-1) as number,
    total: times.reduce((sum, time) => sum + time, 0),
    changed: arriving.hunks.reduce((sum, hunk) => sum + hunk.oldLines.length + hunk.newLines.length, 0),
    smallest: diffLines(before, after)
      .filter(({ added, removed }) => added || removed)
      .reduce((sum, { count }) => sum + (count ?? 0), 0),
  };
}

/** Code repeats many lines elsewhere, which makes it hard to align. */
function lineOf(index: number, random: () => number): string {
  switch (index % 10) {
    case 0:
      return `function compute${index}(items, options) {`;
    case 1:
      return "  const result = [];";
    case 2:
      return "  for (const item of items) {";
    case 3:
      return `    if (item.value > ${Math.floor(random() * 9)}) {`;
    case 4:
      return `      result.push(item.name${index} + options.suffix);`;
    case 5:
      return "    }";
    case 6:
      return "  }";
    case 7:
      return "  return result;";
    case 8:
      return "}";
    default:
      return "";
  }
}

function withRandomEdits(code: readonly string[], edits: number, random: () => number): string[] {
  const lines = [...code];
  if (edits >= lines.length) return lines.map((_, n) => `let other${n} = ${Math.floor(random() * 1e6)};`);
  const step = lines.length / edits;
  // From the end: line numbers before the edit stay valid.
  for (let edit = edits - 1; edit >= 0; edit--) {
    const at = Math.floor(edit * step + random() * step);
    const kind = Math.floor(random() * 3);
    if (kind === 0) lines[at] = `${lines[at]} // changed ${edit}`;
    else if (kind === 1) lines.splice(at, 0, `  log("step ${edit}");`, "  options.check();");
    else lines.splice(at, 2);
  }
  return lines;
}

/** Creates a seeded generator of numbers, by Marsaglia's xorshift. */
function randomNumbers(seed: number): () => number {
  let state = seed * 2_654_435_761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const benchmark: Benchmark = {
  name: "matcher",
  description: "the cost of aligning an arriving edit with a file of 5,000 lines, and the size of its diff",
  scoreboardRepetitions: 3,
  goals: [
    { metric: "scattered_burst_p99_ms", atMost: 1, note: "40 edits" },
    {
      metric: "scattered_diff_against_smallest",
      atMost: 1.1,
      note: "lines in the diff ÷ lines in that of the `diff` package, which sees both whole texts",
    },
  ],
  charts: () => [],
  run,
};
