import type { Summary } from "../score/index.ts";
import type { Results } from "./results.ts";

const COLUMNS: readonly (readonly [heading: string, cell: (summary: Summary) => string])[] = [
  ["edits", ({ attempts }) => String(attempts)],
  ["solved", ({ solved }) => percent(solved)],
  ["tests", ({ tests }) => percent(tests)],
  ["exact", ({ exact }) => percent(exact)],
  ["same tree", ({ same_tree }) => percent(same_tree)],
  ["parses", ({ parses }) => percent(parses)],
  ["unsure", ({ unsure }) => percent(unsure)],
  ["wrong flagged", ({ wrong_flagged }) => percent(wrong_flagged)],
  ["right flagged", ({ right_flagged }) => percent(right_flagged)],
  ["silent corruption", ({ silent_corruption }) => percent(silent_corruption)],
  ["no answer", ({ failed, cut_off }) => percent(failed + cut_off)],
  ["excess lines", ({ excess_lines }) => decimal(excess_lines, 1)],
  ["seconds", ({ seconds }) => decimal(seconds, 2)],
  ["tokens/s", ({ tokens_per_second }) => decimal(tokens_per_second, 0)],
];

/** Formats the results as a text table: total, by phrasing and by family. */
export function table(results: Results): string {
  const groups: [string, Summary][] = [
    ["all", results.total],
    ...Object.entries(results.by_phrasing),
    ...Object.entries(results.by_family),
  ];
  const cells = [
    ["", ...COLUMNS.map(([heading]) => heading)],
    ...groups.map(([name, summary]) => [name, ...COLUMNS.map(([, cell]) => cell(summary))]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const { suite, model, sandbox, complete } = results;
  const state = complete ? "" : ", incomplete";
  return [`${model} on ${suite}${state} (sandbox: ${sandbox})`, "", ...lines].join("\n");
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

function decimal(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}
