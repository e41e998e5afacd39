// node scripts/record.mjs: runs a live edit in a terminal and draws what it shows, at its own pace, as docs/live-edit.svg.
import { writeFileSync } from "node:fs";
import { ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

const EDIT = ["edit", "examples/orders.js", "use const and let instead of var"];
const COLUMNS = 104;
const ROWS = 40;
/** How long the command line stands there before the command runs, and the result after it has run. */
const LEAD_MS = 900;
const HOLD_MS = 6_000;

await prepare({ install: "full", build: "code" });
const { record } = await import("./record/terminal.mjs");
const { toSvg } = await import("./record/svg.mjs");

const commandLine = `npx flint ${EDIT.map((part) => (part.includes(" ") ? `"${part}"` : part)).join(" ")}`;
const look = { background: null, bold: false, dim: false };
const prompt = [
  { text: "$ ", color: "2", ...look },
  { text: commandLine, color: null, ...look },
];

const recorded = await record(process.execPath, ["packages/cli/bin/flint.mjs", ...EDIT], {
  columns: COLUMNS,
  rows: ROWS,
  frameMs: 16,
});
const frames = [
  { milliseconds: 0, rows: [prompt] },
  ...recorded.map(({ milliseconds, rows }) => ({
    milliseconds: LEAD_MS + milliseconds,
    rows: [prompt, ...rows],
  })),
];
writeFileSync(
  `${ROOT}docs/live-edit.svg`,
  toSvg(frames, { title: "flint edit", columns: COLUMNS, holdMs: HOLD_MS }),
);
console.log(`docs/live-edit.svg: ${frames.length} frames, ${Math.round(frames.at(-1).milliseconds)} ms`);
