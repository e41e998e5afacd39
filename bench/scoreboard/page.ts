import type { Benchmark, Spread } from "../measure/index.ts";
import { drawing } from "./drawing.ts";
import { type Entry, isMeasured, type Measured, type Results } from "./results.ts";
import { table } from "./table.ts";
import { figure, goalText, type Verdict, verdictsOf, verdictText } from "./verdict.ts";

export interface Scoreboard {
  /** Content of `docs/scoreboard.md`. */
  readonly page: string;
  /** SVGs by their file names in `docs/scoreboard/`. */
  readonly drawings: Readonly<Record<string, string>>;
}

/** Load average above which the page says that the machine had other work. */
const BUSY = 0.5;

/** Returns the page with the results, missed goals first. */
export function scoreboard(benchmarks: readonly Benchmark[], { benchmarks: entries }: Results): Scoreboard {
  const drawings: Record<string, string> = {};
  const verdicts = benchmarks.flatMap((one) => verdictsOf(one, entries[one.name]));
  const sections = benchmarks.map((one) => section(one, entries[one.name], drawings));
  const page = [
    "# Scoreboard",
    "The results of Flint's benchmarks and their goals, including the goals that were missed. [benchmarks.md](benchmarks.md) explains what each benchmark measures, and [performance.md](performance.md) what limits the results. Figures are medians, with the quartiles in brackets if there was more than one measurement.",
    "`npm run scoreboard` runs all benchmarks and writes this page; `npm run scoreboard -- --only NAME` runs one of them.",
    ...machines(Object.values(entries)),
    "## Goals",
    ...summary(verdicts, benchmarks, entries),
    ...sections,
  ].join("\n\n");
  return { page: `${page}\n`, drawings };
}

function machines(entries: readonly Entry[]): string[] {
  const lines = entries.map(({ machine, versions }) => {
    const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return `${machine.cpu}, ${machine.cores} cores, ${machine.memory_gib} GiB, ${machine.platform}; ${parts.join(", ")}.`;
  });
  return [...new Set(lines)];
}

function summary(
  verdicts: readonly Verdict[],
  benchmarks: readonly Benchmark[],
  entries: Results["benchmarks"],
): string[] {
  const measured = verdicts.filter(({ value }) => value !== null);
  const missed = measured.filter(({ isReached }) => !isReached);
  const told = [`${measured.length - missed.length} of ${measured.length} goals were reached.`];
  const lacking = verdicts.filter(({ benchmark, value }) => {
    const entry = entries[benchmark];
    return value === null && entry !== undefined && isMeasured(entry);
  });
  if (lacking.length > 0) {
    const metrics = lacking.map(({ benchmark, goal }) => `\`${goal.metric}\` of ${benchmark}`);
    told.push(`Goals without a measurement: ${metrics.join(", ")}.`);
  }
  const unmeasured = benchmarks.filter(({ name }) => entries[name] === undefined).map(({ name }) => name);
  if (unmeasured.length > 0) told.push(`Not run yet: ${unmeasured.join(", ")}.`);
  const failed = Object.entries(entries).filter(([, entry]) => !isMeasured(entry));
  if (failed.length > 0) told.push(`Failed: ${failed.map(([name]) => name).join(", ")}.`);
  if (missed.length === 0) return [told.join(" ")];
  const rows = missed.map((verdict) => [
    verdict.benchmark,
    `\`${verdict.goal.metric}\``,
    figure(verdict.value ?? Number.NaN),
    goalText(verdict.goal),
    verdictText(verdict),
    verdict.goal.shortfall ?? "",
  ]);
  return [told.join(" "), table(["benchmark", "metric", "measured", "goal", "result", "reason"], rows)];
}

function section(one: Benchmark, entry: Entry | undefined, drawings: Record<string, string>): string {
  const { name, description } = one;
  const head = [`## ${name}`, sentence(description)];
  if (entry === undefined)
    return [...head, "Not run yet.", command(one.scoreboardRepetitions, name)].join("\n\n");
  const when = [
    `Run at ${entry.ran_at.slice(0, 16).replace("T", " ")} UTC, ${repetitionsText(entry.repetitions)} in ${Math.round(entry.seconds)} s.`,
    ...(entry.load_before > BUSY
      ? [`The machine had other work: its load was ${figure(entry.load_before)} at the start.`]
      : []),
  ].join(" ");
  const body = isMeasured(entry)
    ? [...pictures(one, entry, drawings), metricsTable(one, entry)]
    : [`It failed:\n\n\`\`\`\n${entry.failure}\n\`\`\``];
  return [...head, when, ...body, command(entry.repetitions, name)].join("\n\n");
}

function pictures(one: Benchmark, entry: Measured, drawings: Record<string, string>): string[] {
  return one.charts(Object.keys(entry.metrics)).flatMap((chart, nth) => {
    const svg = drawing(chart, entry);
    if (svg === null) return [];
    const file = `${one.name}-${nth + 1}.svg`;
    drawings[file] = svg;
    return [`![${chart.title}](scoreboard/${file})`];
  });
}

function metricsTable(one: Benchmark, entry: Measured): string {
  const verdicts = new Map(verdictsOf(one, entry).map((verdict) => [verdict.goal.metric, verdict]));
  const rows = Object.entries(entry.metrics).map(([metric, value]) => {
    const verdict = verdicts.get(metric);
    if (verdict === undefined) return [`\`${metric}\``, valueText(value), "", "", ""];
    return [
      `\`${metric}\``,
      valueText(value),
      goalText(verdict.goal),
      verdictText(verdict),
      verdict.goal.note ?? "",
    ];
  });
  return table(["metric", "measured", "goal", "result", "note"], rows);
}

function valueText(value: number | Spread): string {
  if (typeof value === "number") return figure(value);
  const { median, lower_quartile: low, upper_quartile: high } = value;
  return low === high ? figure(median) : `${figure(median)} (${figure(low)}–${figure(high)})`;
}

function repetitionsText(repetitions: number): string {
  return repetitions === 1 ? "1 repetition" : `${repetitions} repetitions`;
}

function command(repetitions: number, name: string): string {
  return `\`npm run bench ${name} -- --repetitions ${repetitions}\``;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
