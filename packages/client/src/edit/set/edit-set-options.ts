import { FlintError, type OptionNames, requireNames, requireOptions } from "../../error/index.ts";
import type { OptimizeOptions, Selection } from "../edit-options.ts";
import { checkOptions, type EditTask, taskFrom } from "../edit-task.ts";
import type { PlaceOf } from "../source-file.ts";

/** A file of a change set: read from `path`, or passed as `code` with the path where it belongs. */
export interface SetFile {
  readonly path: string;
  /** Default: the contents of the file. */
  readonly code?: string;
  /** Only these lines are sent to the model and changed. Default: all. */
  readonly selection?: Selection;
  /** Default: taken from `path`. */
  readonly language?: string;
}

/** One instruction for several files. The `checks` run on all edited files together. */
export interface EditSetOptions
  extends Omit<OptimizeOptions, "selection" | "language" | "prediction" | "file" | "repairs"> {
  /** What to change, in plain words; it is applied to each file separately. */
  readonly instruction: string;
  /** Paths or {@link SetFile}s. Each file may appear once. */
  readonly files: readonly (string | SetFile)[];
}

const OPTION_NAMES: OptionNames<EditSetOptions> = {
  files: true,
  instruction: true,
  model: true,
  signal: true,
  checks: true,
  mode: true,
  maxOutputTokens: true,
  temperature: true,
  doubtBelow: true,
};
const FILE_NAMES: OptionNames<SetFile> = { path: true, code: true, selection: true, language: true };

/** Maximum number of files in a change set. */
const MOST_FILES = 100;

/** Checks the names of the options. Throws {@link FlintError} `invalid_argument`. */
export function checkSetOptions(options: EditSetOptions): void {
  requireOptions<EditSetOptions>(options, '{ files: ["a.ts"], instruction: "use a loop" }', OPTION_NAMES);
}

/** Returns the checked files. Throws {@link FlintError} `invalid_argument` and `empty_instruction`. */
export function filesOf({ files, ...shared }: EditSetOptions, placeOf: PlaceOf = plain): readonly SetFile[] {
  if (!Array.isArray(files) || files.length === 0 || files.length > MOST_FILES) {
    throw new FlintError("invalid_argument", `files must be a list of 1 to ${MOST_FILES} paths`);
  }
  const all = files.map((file) => (typeof file === "string" ? { path: file } : file));
  const names = new Map<string, string>();
  for (const file of all) {
    requireFile(file);
    const { path, code, language } = file;
    const place = placeOf(path);
    const other = names.get(place);
    if (other !== undefined) throw duplicateFileError(other, path);
    names.set(place, path);
    const own = language === undefined ? shared : { ...shared, language };
    checkOptions(code === undefined ? { ...own, path } : { ...own, code, file: path });
  }
  return all;
}

function requireFile(file: SetFile | null | undefined): asserts file is SetFile {
  if (typeof file === "object" && file !== null) requireNames(file, FILE_NAMES, "files[].");
  if (typeof file?.path === "string" && file.path !== "") return;
  throw new FlintError("invalid_argument", "each entry of files must be a path, or an object with a path");
}

function duplicateFileError(first: string, second: string): FlintError {
  const what = first === second ? `files names ${first} twice` : `${first} and ${second} are the same file`;
  return new FlintError("invalid_argument", `${what}: name it once`);
}

/** Normalizes a path: `./src//x/../a.ts` becomes `src/a.ts`. */
function plain(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `${path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

/** Returns the edit of one file of the set. It leaves out the checks, which run on the whole set. */
export function taskOf(options: EditSetOptions, file: SetFile, code: string): EditTask {
  const { files: _, checks: __, ...shared } = options;
  const { path, selection, language } = file;
  return taskFrom(
    {
      ...shared,
      path,
      ...(selection === undefined ? {} : { selection }),
      ...(language === undefined ? {} : { language }),
    },
    code,
  );
}
