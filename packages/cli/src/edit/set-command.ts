import type { EditSetResult, EditSetTurn, FileEdit } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import type { EditFlags } from "./flags.ts";
import { Interrupts } from "./interrupts.ts";
import { SELECT_PART_ALONE } from "./selection.ts";
import { printSet, printSetJson } from "./set-report.ts";
import { type FileSource, readFileSource } from "./source.ts";
import { objection, unmetCheck } from "./verdict.ts";
import { watchSet } from "./watch.ts";
import { withSession } from "./with-session.ts";
import { writeSources } from "./write.ts";

/** `flint edit FILE FILE… INSTRUCTION`: edits several files as one change set, written entirely or not at all. */
export async function editSet(
  names: readonly string[],
  instruction: string,
  flags: EditFlags,
): Promise<void> {
  refuseSingleFileOptions(names, flags);
  const interrupts = new Interrupts();
  try {
    const sources = await Promise.all(names.map((name) => readFileSource(name))).catch((error: unknown) => {
      throw withQuotingHint(error);
    });
    requireDistinct(sources);
    await withSession(flags, async (session) => {
      const turn = session.editFiles({
        instruction,
        files: sources.map(({ name, code }) => ({
          path: name,
          code,
          ...(flags.language !== undefined && { language: flags.language }),
        })),
        ...(flags.mode !== undefined && { mode: flags.mode }),
        ...(flags.check !== undefined && { checks: flags.check.map((command) => ({ command })) }),
      });
      interrupts.stopWith(() => void turn.interrupt().catch(() => process.exit(130)));
      await finish(sources, await resultOf(turn, names, interrupts, flags), flags);
    });
  } finally {
    interrupts.close();
  }
}

function resultOf(
  turn: EditSetTurn,
  names: readonly string[],
  interrupts: Interrupts,
  flags: EditFlags,
): Promise<EditSetResult> {
  const live = process.stdout.isTTY && !flags.json && process.env.TERM !== "dumb";
  return live ? watchSet(process.stdout, names, interrupts, turn) : turn.result;
}

function refuseSingleFileOptions(names: readonly string[], flags: EditFlags): void {
  if (names.includes("-")) {
    throw new UsageError("stdin_among_files", 'give either files or "-" for stdin, not both');
  }
  if (flags.selection !== undefined) {
    throw new UsageError(
      "bad_selection",
      "--selection works with one file only; edit the files one at a time",
    );
  }
  if (flags.repairs !== undefined) {
    throw new UsageError("bad_repairs", "--repairs works with one file only; edit the files one at a time");
  }
}

/** Adds a hint: a word that is not a file may belong to an unquoted instruction. */
function withQuotingHint(error: unknown): unknown {
  if (!(error instanceof CliError) || error.code !== "file_missing") return error;
  return new UsageError(error.code, `${error.message}, and put the instruction in quotes`, { cause: error });
}

function requireDistinct(sources: readonly FileSource[]): void {
  const names = new Map<string, string>();
  for (const { name, file } of sources) {
    const other = names.get(file.path);
    if (other !== undefined) {
      throw new UsageError("file_twice", `${other} and ${name} are the same file; name it once`);
    }
    names.set(file.path, name);
  }
}

async function finish(
  sources: readonly FileSource[],
  result: EditSetResult,
  flags: EditFlags,
): Promise<void> {
  const failure = await applyIfAsked(sources, result, flags);
  const applied = flags.apply === true && failure === null && !result.unchanged;
  // Set before printing: a closed stdout ends the program, which must not turn the failure into success.
  if (failure !== null) process.exitCode = failure.exitCode;
  if (flags.json) printSetJson(result, applied);
  else printSet(sources, result, applied);
  if (failure !== null) throw failure;
}

/** Writes the files if asked to. Resolves to the reason why not; null if written or not asked for. */
async function applyIfAsked(
  sources: readonly FileSource[],
  result: EditSetResult,
  flags: EditFlags,
): Promise<CliError | null> {
  const objected = objectionToSet(result, flags.force ?? false);
  if (!flags.apply) return objected?.code === "answer_broken" ? null : objected;
  if (objected !== null) return objected;
  try {
    const changes = sources.map(({ file, name }, at) => ({ file, name, edit: result.files[at] as FileEdit }));
    await writeSources(
      changes
        .filter(({ edit }) => !edit.unchanged)
        .map(({ file, name, edit }) => ({ file, name, content: edit.code })),
    );
    return null;
  } catch (error) {
    if (error instanceof CliError) return error;
    throw error;
  }
}

function objectionToSet({ files, checks, status }: EditSetResult, force: boolean): CliError | null {
  if (status === "interrupted") return new CliError("interrupted", "stopped; every file is unchanged", 130);
  for (const edit of files) {
    const objected = objection(edit, "every file", force, SELECT_PART_ALONE);
    if (objected === null) continue;
    return new CliError(objected.code, `${edit.path}: ${objected.message}`, objected.exitCode);
  }
  return force ? null : unmetCheck(checks, "every file");
}
