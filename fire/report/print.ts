import type { Summary } from "./summary.ts";

type Row = readonly [name: string, value: string];

/** Formats the summary for a terminal. */
export function textOf(summary: Summary): string {
  const rows = [
    ...rowsOf(summary),
    ...Object.entries(summary.faults).map(rowOf),
    ...Object.entries(summary.figures).map(rowOf),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `Fire ${summary.holds ? "passed" : "FAILED"}: ${summary.machine}, ${summary.versions}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...Object.entries(summary.told).map(([what, count]) => `  client error: ${what} (${count})`),
    ...summary.skipped.map((what) => `  skipped: ${what}`),
    ...summary.broken.map((what) => `  BROKEN: ${what}`),
  ].join("\n");
}

/** Returns the Markdown to put between the markers of the page. */
function markdownOf(summary: Summary): string {
  const { holds, date, minutes, machine, versions, seed, skipped, broken, told } = summary;
  const toldRows = Object.entries(told).map(rowOf);
  return [
    `${holds ? "Everything held." : "**Not everything held.**"} ${date}, ${minutes} minutes, seed ${seed}; ${machine}; ${versions}.`,
    table(["", ""], rowsOf(summary).slice(2)),
    "What was done:",
    table(["fault or act", "count"], Object.entries(summary.faults).map(rowOf)),
    "What was measured:",
    table(["figure", "value"], Object.entries(summary.figures).map(rowOf)),
    ...(toldRows.length === 0
      ? []
      : [
          "Errors that clients received during faults, which are not losses:",
          table(["error", "count"], toldRows),
        ]),
    ...(skipped.length === 0 ? [] : [`Skipped: ${skipped.join("; ")}.`]),
    ...broken.map((what) => `- **broken**: ${what.split("\n")[0]}`),
  ].join("\n\n");
}

const BEGIN = "<!-- fire: begin -->";
const END = "<!-- fire: end -->";

/** Returns whether the page has the two markers that enclose the summary. */
export function hasPlace(page: string): boolean {
  const begin = page.indexOf(BEGIN);
  return begin !== -1 && page.indexOf(END) > begin;
}

/** Returns the page with the summary between its markers replaced. The page must have the markers. */
export function withSummary(page: string, summary: Summary): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  return `${page.slice(0, begin + BEGIN.length)}\n\n${markdownOf(summary)}\n\n${page.slice(end)}`;
}

function rowsOf(summary: Summary): Row[] {
  return [
    ["seed", String(summary.seed)],
    ["minutes", String(summary.minutes)],
    ["answers compared with what was said", withThousandsSeparators(summary.turns)],
    ["tokens lost", withThousandsSeparators(summary.tokens_lost)],
    ["tokens duplicated", withThousandsSeparators(summary.tokens_doubled)],
    ["crashes", withThousandsSeparators(summary.crashes)],
    ["malformed inputs", withThousandsSeparators(summary.malformed)],
    ["logs", summary.logs],
  ];
}

function rowOf([name, value]: [string, string | number]): Row {
  return [name, typeof value === "number" ? withThousandsSeparators(value) : value];
}

function withThousandsSeparators(value: number): string {
  return value.toLocaleString("en-US");
}

function table(head: Row, rows: readonly Row[]): string {
  const widths = [0, 1].map((column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: Row, fill = " ") =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(" | ")} |`;
  return [line(head), line(["", ""], "-"), ...rows.map((row) => line(row))].join("\n");
}
