import { FlintError } from "../../error/index.ts";
import type { OptimizeOptions, Selection } from "../edit-options.ts";
import { checkOptions, type EditTask, taskFrom } from "../edit-task.ts";

/** A file of a change set: read from `path`, or given as `code` with the path that it belongs at. */
export interface SetFile {
  readonly path: string;
  /** Default: what the file holds. */
  readonly code?: string;
  /** Only these lines travel to the model and are changed. Default: all. */
  readonly selection?: Selection;
  /** Default: from `path`. */
  readonly language?: string;
}

/** One instruction for several files. `checks` are run on all of them together. */
export interface EditSetOptions
  extends Omit<OptimizeOptions, "selection" | "language" | "prediction" | "file" | "repairs"> {
  /** What to change, in plain words; each file is edited by it alone. */
  readonly instruction: string;
  /** Paths, or more of each. No path twice. */
  readonly files: readonly (string | SetFile)[];
}

/** Files of one change set. */
const MOST_FILES = 100;

/** Throws {@link FlintError} `invalid_argument` and `empty_instruction`. */
export function filesOf({ files, instruction, checks, mode }: EditSetOptions): readonly SetFile[] {
  if (!Array.isArray(files) || files.length === 0 || files.length > MOST_FILES) {
    throw new FlintError("invalid_argument", `files is a list of 1 to ${MOST_FILES} paths`);
  }
  const all = files.map((file) => (typeof file === "string" ? { path: file } : file));
  const paths = new Set<string>();
  for (const { path, code } of all) {
    if (typeof path !== "string" || path === "") {
      throw new FlintError("invalid_argument", "each of files is a path, or an object with one");
    }
    const place = plain(path);
    if (paths.has(place))
      throw new FlintError("invalid_argument", `files names ${path} twice: once is enough`);
    paths.add(place);
    const shared = {
      instruction,
      ...(checks === undefined ? {} : { checks }),
      ...(mode === undefined ? {} : { mode }),
    };
    checkOptions(code === undefined ? { ...shared, path } : { ...shared, code, file: path });
  }
  return all;
}

/** `./src//a.ts` is `src/a.ts`. */
function plain(path: string): string {
  return path.replace(/\/(\.?\/)+/g, "/").replace(/^\.\//, "");
}

/** The edit of one file of the set. The set's checks are not the file's. */
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
