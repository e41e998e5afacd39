import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Problem } from "../problem/index.ts";
import { loadCanItEdit } from "./can-it-edit.ts";
import { loadEditPairs } from "./edit-pairs.ts";
import { HELD_OUT_FILE, loadHeldOut } from "./held-out.ts";
import { loadHumanEvalFix } from "./human-eval-fix.ts";
import { SuiteError } from "./suite-error.ts";
import { loadTsEdit, TS_EDIT_FOLDER } from "./ts-edit.ts";

export interface Suite {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** Loaders by suite name, with the path of the data if it is included. */
const SUITES: Readonly<
  Record<string, { readonly load: (path: string) => Promise<Problem[]>; readonly path?: string }>
> = {
  "ts-edit": { load: loadTsEdit, path: TS_EDIT_FOLDER },
  nano: { load: loadHeldOut, path: HELD_OUT_FILE },
  canitedit: { load: loadCanItEdit },
  humanevalfix: { load: loadHumanEvalFix },
};

/**
 * Loads the suite named by `--suite`: `NAME`, `NAME=PATH`, or only a path, which is a folder in TS-Edit's format or a
 * file of edit pairs. Rejects with {@link SuiteError}.
 */
export async function loadSuite(option: string): Promise<Suite> {
  const equals = option.indexOf("=");
  const name = equals < 0 ? option : option.slice(0, equals);
  const suite = SUITES[name];
  if (suite === undefined) return loadPath(option);
  const path = equals < 0 ? suite.path : option.slice(equals + 1);
  if (path === undefined) {
    throw new SuiteError(
      `the data of ${name} is not included in Flint: give its path with --suite ${name}=PATH`,
    );
  }
  return { name, problems: requireProblems(await suite.load(path), path) };
}

async function loadPath(path: string): Promise<Suite> {
  if (!existsSync(path)) {
    const names = Object.keys(SUITES).join(", ");
    throw new SuiteError(`there is no suite or file "${path}"; the suites are ${names}`);
  }
  const load = statSync(path).isDirectory() ? loadTsEdit : loadEditPairs;
  return { name: basename(path), problems: requireProblems(await load(path), path) };
}

function requireProblems(problems: Problem[], path: string): Problem[] {
  if (problems.length === 0) throw new SuiteError(`${join(path)} contains no problems`);
  return problems;
}

/** Returns at most `limit` problems, evenly spread over all of them; always the same ones. */
export function limitProblems(problems: readonly Problem[], limit: number | null): readonly Problem[] {
  if (limit === null || limit >= problems.length) return problems;
  return Array.from({ length: limit }, (_, n) => problems[Math.floor((n * problems.length) / limit)]).filter(
    (problem) => problem !== undefined,
  );
}
