import { setTimeout as pause } from "node:timers/promises";
import pty from "@lydell/node-pty";
import headless from "@xterm/headless";

/** Milliseconds between two keys, at a human typing speed, and between two checks of the screen. */
const KEY_MS = 45;
const LOOK_MS = 20;

/**
 * @typedef {{ text: string, color: string | null, background: string | null, bold: boolean, dim: boolean }} Run
 *   Adjacent cells with the same style. Colours are `#rrggbb` or the index of a terminal colour; null is the default.
 * @typedef {{ milliseconds: number, rows: Run[][] }} Frame
 *   The content of the terminal from this time on, counted from the command's start.
 */

/**
 * Runs a session in a pseudo-terminal and records what the terminal shows, and when.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ columns: number, rows: number, frameMs: number, cwd: string, env?: NodeJS.ProcessEnv, steps: readonly
 * Step[] }} options
 *   `frameMs`: changes closer together than this become one frame. `env` overrides the current environment.
 *   The recording ends with the last step.
 * @typedef {{ when: RegExp, waitMs: number, type: string }} Step Keys to type one after another, `waitMs` after the
 * screen
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
    // Output after the program is killed is not part of the session.
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

/** Returns the environment without variables that disable colours. */
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
