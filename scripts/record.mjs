// node scripts/record.mjs: records an edit in the terminal client at its real speed, as docs/live-edit.svg.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

const FILE = "orders.js";
const INSTRUCTION = "use const and let instead of var";
const CTRL_S = "\x13";
/** How long the result is shown before the animation restarts. */
const HOLD_MS = 5_000;
const SIZE = { columns: 80, rows: 22 };

await prepare({ install: "full", build: "code" });
const { record } = await import("./record/terminal.mjs");
const { toSvg } = await import("./record/svg.mjs");

const folder = mkdtempSync(`${tmpdir()}/flint-record-`);
copyFileSync(`${ROOT}examples/${FILE}`, `${folder}/${FILE}`);
const program = `${ROOT}packages/cli/bin/flint.mjs`;
const frames = await record(process.execPath, [program, FILE], {
  ...SIZE,
  frameMs: 16,
  cwd: folder,
  // A separate state folder: the user's sessions are neither shown nor changed.
  env: { XDG_STATE_HOME: `${folder}/.state` },
  steps: [
    { when: /^orders\.js\s+\n[\s\S]*Enter edit/, waitMs: 900, type: INSTRUCTION },
    { when: new RegExp(`› ${INSTRUCTION}`), waitMs: 500, type: "\r" },
    { when: /Enter accept/, waitMs: 2_500, type: CTRL_S },
    { when: /✓ accepted/, waitMs: 200, type: "" },
  ],
}).finally(() => rmSync(folder, { recursive: true }));
writeFileSync(
  `${ROOT}docs/live-edit.svg`,
  toSvg(frames, { title: `flint ${FILE}`, columns: SIZE.columns, holdMs: HOLD_MS }),
);
console.log(`docs/live-edit.svg: ${frames.length} frames, ${Math.round(frames.at(-1).milliseconds)} ms`);
