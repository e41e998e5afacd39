import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { ROOT } from "../setup/paths.mjs";

/** @typedef {import("../../bench/scoreboard/index.ts").Entry} Entry */
/** @typedef {import("../../bench/scoreboard/index.ts").Results} Results */
/** @typedef {import("../../bench/scoreboard/index.ts").Scoreboard} Scoreboard */

const RESULTS = `${ROOT}docs/scoreboard.json`;
const PAGE = `${ROOT}docs/scoreboard.md`;
const DRAWINGS = `${ROOT}docs/scoreboard/`;

/** The results on disk, and the page generated from them. Each file is replaced atomically. */
export class ResultsFile {
  /** @type {Results} */
  #results;
  /** @type {(results: Results) => Scoreboard} */
  #scoreboard;

  /** @param {(results: Results) => Scoreboard} scoreboard generates the page */
  constructor(scoreboard) {
    this.#results = read();
    this.#scoreboard = scoreboard;
  }

  /**
   * Replaces a benchmark's earlier results.
   * @param {string} name
   * @param {Entry} entry
   */
  put(name, entry) {
    const benchmarks = Object.entries({ ...this.#results.benchmarks, [name]: entry });
    this.#results = { benchmarks: Object.fromEntries(benchmarks.sort(([a], [b]) => (a < b ? -1 : 1))) };
    this.write();
  }

  write() {
    const { page, drawings } = this.#scoreboard(this.#results);
    replace(RESULTS, `${JSON.stringify(this.#results, null, 2)}\n`);
    mkdirSync(DRAWINGS, { recursive: true });
    for (const [name, svg] of Object.entries(drawings)) replace(`${DRAWINGS}${name}`, svg);
    replace(PAGE, page);
    for (const name of readdirSync(DRAWINGS)) if (!(name in drawings)) rmSync(`${DRAWINGS}${name}`);
  }
}

/** @returns {Results} */
function read() {
  try {
    return JSON.parse(readFileSync(RESULTS, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { benchmarks: {} };
    throw new Error(`docs/scoreboard.json cannot be read (${error.message}); repair or remove it`);
  }
}

function replace(path, text) {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
