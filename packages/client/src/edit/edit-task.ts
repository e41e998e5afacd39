import { FlintError, requireOptions, requireSignal, requireTypes } from "../error/index.ts";
import { EDIT_OPTION_NAMES, type EditMode, type EditOptions, type OptimizeOptions } from "./edit-options.ts";
import { languageOf, languageOfCode, languageOfFile } from "./language.ts";
import type { ReadFile } from "./source-file.ts";
import { readSource } from "./source-file.ts";

/** An edit with checked options and its code. */
export interface EditTask extends Omit<OptimizeOptions, "language"> {
  readonly code: string;
  readonly instruction: string;
  /** The code's source, for the headings of the diff. */
  readonly path: string | null;
  readonly language: string | null;
}

const MOST_REPAIRS = 5;

const MODES: readonly EditMode[] = ["auto", "whole", "anchored"];

/** Checks an edit's options. Throws {@link FlintError} `invalid_argument` and `empty_instruction`. */
export function checkOptions(options: EditOptions): void {
  requireOptions<EditOptions>(options, '{ code: "…", instruction: "use a loop" }', EDIT_OPTION_NAMES);
  const { code, path, instruction } = options;
  if (typeof instruction !== "string" || instruction.trim() === "") {
    throw new FlintError(
      "empty_instruction",
      'the instruction is empty: say what to change, such as "use a loop"',
    );
  }
  if ((code === undefined) === (path === undefined)) {
    throw new FlintError(
      "invalid_argument",
      "pass either code or path: the text to edit, or the file that contains it",
    );
  }
  if (options.mode !== undefined && !MODES.includes(options.mode)) {
    throw new FlintError("invalid_argument", `mode must be one of ${MODES.join(", ")}`);
  }
  const { doubtBelow = 0 } = options;
  if (typeof doubtBelow !== "number" || !(doubtBelow >= 0 && doubtBelow <= 1)) {
    throw new FlintError("invalid_argument", "doubtBelow must be a number from 0 to 1");
  }
  requireSignal(options.signal);
  requireTypes<OptimizeOptions>(options, {
    model: "string",
    prediction: "string or null",
    temperature: "number",
    maxOutputTokens: "number",
  });
  checkChecks(options);
  if (code !== undefined && typeof code !== "string") {
    throw new FlintError(
      "invalid_argument",
      `code must be a string, not ${typeof code}: pass the text to edit`,
    );
  }
  for (const name of ["path", "file", "language"] as const) {
    const given: unknown = options[name];
    if (given === undefined || typeof given === "string") continue;
    const remedy = given instanceof URL ? ": take fileURLToPath of it" : "";
    throw new FlintError("invalid_argument", `${name} must be a string, not ${typeof given}${remedy}`);
  }
}

/** Throws {@link FlintError} `invalid_argument` if there is no code to optimize. */
export function requireCode(code: string): void {
  if (code.trim() !== "") return;
  throw new FlintError(
    "invalid_argument",
    "code is empty: pass the code to optimize, or give an instruction to write new code",
  );
}

function checkChecks({ checks = [], file, path, repairs = 0 }: EditOptions): void {
  const isSound =
    Array.isArray(checks) && checks.every((one) => typeof one?.command === "string" && one.command !== "");
  if (!isSound)
    throw new FlintError(
      "invalid_argument",
      "checks must be a list of { command }, each a command line for the shell",
    );
  const wait = checks.find(({ timeout = 1 }) => typeof timeout !== "number" || !(timeout > 0));
  if (wait !== undefined) {
    throw new FlintError("invalid_argument", "a check's timeout must be a number of milliseconds above 0");
  }
  if (checks.length > 0 && file === undefined && path === undefined) {
    throw new FlintError(
      "invalid_argument",
      "checks run in a project: pass as file the path of the file that the code belongs to",
    );
  }
  if (!Number.isInteger(repairs) || repairs < 0 || repairs > MOST_REPAIRS) {
    throw new FlintError("invalid_argument", `repairs must be a whole number from 0 to ${MOST_REPAIRS}`);
  }
}

/** Returns the task. Throws {@link FlintError} `invalid_argument` if the code's only line ends are carriage returns. */
export function taskFrom(options: EditOptions, code: string): EditTask {
  const { path = null, file = path ?? undefined, language } = options;
  requireLineEnds(code, path ?? "the code");
  const detected = file === undefined ? languageOfCode(code) : languageOfFile(path ?? file, code);
  return {
    ...options,
    code,
    path,
    language: language === undefined ? detected : languageOf(language),
    ...(file !== undefined && { file }),
  };
}

/** Such code would be a single line for the model and for a diff, and would come back with other line ends. */
function requireLineEnds(code: string, name: string): void {
  if (code.includes("\n") || !code.includes("\r")) return;
  throw new FlintError(
    "invalid_argument",
    `${name} uses carriage returns alone as line ends: convert them to newlines first, with replaceAll("\\r", "\\n")`,
  );
}

/** Reads the file of an edit. Rejects with {@link FlintError} `file_unreadable`, `file_binary`, `file_too_large`. */
export async function readTask(
  options: EditOptions & { path: string },
  readFile: ReadFile | undefined,
  maxBytes: number,
): Promise<EditTask> {
  return taskFrom(options, await readSource(options.path, readFile, maxBytes));
}
