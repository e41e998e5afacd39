import { setTimeout as pause } from "node:timers/promises";
import pty from "@lydell/node-pty";
import headless from "@xterm/headless";

/** Between two keys, as a person types, and between two looks at the screen. */
const KEY_MS = 45;
const LOOK_MS = 20;

/**
 * @typedef {{ text: string, color: string | null, background: string | null, bold: boolean, dim: boolean }} Run
 *   Cells side by side that look alike. Colours are `#rrggbb` or the index of a terminal colour; null is the default.
 * @typedef {{ milliseconds: number, rows: Run[][] }} Frame
 *   What the terminal shows from this moment on, counted from the command's start.
 */

/**
 * Plays a session in a terminal of its own and writes down what that terminal shows, and when.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ columns: number, rows: number, frameMs: number, cwd: string, env?: NodeJS.ProcessEnv, steps: readonly Step[] }} options
 *   `frameMs`: changes closer together than this become one frame. `env` goes before the environment that is there.
 *   The recording ends with the last step.
 * @typedef {{ when: RegExp, waitMs: number, type: string }} Step Keys, typed one after another `waitMs` after the screen
 *   shows `when`.
 * @returns {Promise<Frame[]>}
 */
export async function record(command, args, { columns, rows, frameMs, cwd, env, steps }) {
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(command, [...args], {
    name: "xterm-256color",
    cols: columns,
    rows,
    cwd,
    env: colourful({ ...process.env, ...env }),
  });
  const started = performance.now();
  /** @type {Frame[]} */
  const frames = [];
  let over = false;
  child.onData((data) => {
    // What the program does when it is ended is no part of the session.
    if (over) return;
    const milliseconds = performance.now() - started;
    screen.write(data, () => {
      const last = frames.at(-1);
      if (last && milliseconds - last.milliseconds < frameMs) last.rows = read(screen, rows);
      else frames.push({ milliseconds, rows: read(screen, rows) });
    });
  });
  const ended = new Promise((resolve) => child.onExit(resolve));
  try {
    for (const { when, waitMs, type } of steps) {
      await Promise.race([
        shown(screen, rows, when),
        ended.then(() => Promise.reject(new Error(`ended without ${when}`))),
      ]);
      await pause(waitMs);
      for (const key of type) {
        child.write(key);
        await pause(KEY_MS);
      }
    }
  } finally {
    over = true;
    child.kill();
  }
  await new Promise((resolve) => screen.write("", resolve));
  return frames;
}

async function shown(screen, rows, pattern) {
  const text = () =>
    read(screen, rows)
      .map((runs) => runs.map((run) => run.text).join(""))
      .join("\n");
  while (!pattern.test(text())) await pause(LOOK_MS);
}

/** The environment without what keeps programs from using colours. */
function colourful({ NO_COLOR, FORCE_COLOR, CI, ...env }) {
  return { ...env, COLORTERM: "truecolor" };
}

/** @returns {Run[][]} */
function read(screen, rows) {
  const buffer = screen.buffer.active;
  return Array.from({ length: rows }, (_, row) =>
    readLine(buffer.getLine(buffer.viewportY + row), screen.cols),
  );
}

/** @returns {Run[]} */
function readLine(line, columns) {
  /** @type {Run[]} */
  const runs = [];
  for (let column = 0; line && column < columns; column++) {
    const cell = line.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const inverse = cell.isInverse() !== 0;
    const [color, background] = [colorOf(cell, "Fg"), colorOf(cell, "Bg")];
    const look = {
      color: inverse ? (background ?? "inverse") : color,
      background: inverse ? (color ?? "inverse") : background,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
    };
    const text = cell.getChars() || " ";
    const last = runs.at(-1);
    if (last && Object.keys(look).every((key) => last[key] === look[key])) last.text += text;
    else runs.push({ text, ...look });
  }
  return runs;
}

/** @returns {string | null} */
function colorOf(cell, ground) {
  if (cell[`is${ground}Default`]()) return null;
  const color = cell[`get${ground}Color`]();
  return cell[`is${ground}RGB`]() ? `#${color.toString(16).padStart(6, "0")}` : String(color);
}
