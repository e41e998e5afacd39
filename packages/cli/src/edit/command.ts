import { existsSync, statSync } from "node:fs";
import type { EditOptions, EditResult, EditTurn } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import { editFailure } from "./failure.ts";
import type { EditFlags } from "./flags.ts";
import { Interrupts } from "./interrupts.ts";
import { printDiff, printJson } from "./report.ts";
import { countLines, parseSelection, SELECT_PART_ALONE } from "./selection.ts";
import { editSet } from "./set-command.ts";
import { readSource, type Source } from "./source.ts";
import { objection } from "./verdict.ts";
import { watch } from "./watch.ts";
import { withSession } from "./with-session.ts";
import { writeSource } from "./write.ts";

/** `flint edit FILE… INSTRUCTION`. Files are written only with `--apply`. */
export async function editCommand(words: readonly string[], flags: EditFlags): Promise<void> {
  const [name, ...others] = words.slice(0, -1);
  const instruction = words.at(-1);
  if (name === undefined || instruction === undefined) {
    throw new UsageError(
      "instruction_missing",
      `missing required ${words.length === 0 ? "arguments 'file' and 'instruction'" : "argument 'instruction'"}; say what to change: flint edit ${words[0] ?? "FILE"} "…"`,
    );
  }
  requireInstruction(instruction, words);
  requireChecks(flags);
  try {
    await (others.length === 0
      ? editOne(name, instruction, flags)
      : editSet([name, ...others], instruction, flags));
  } catch (error) {
    throw editFailure(error, others.length === 0 ? undefined : SELECT_PART_ALONE);
  }
}

async function editOne(name: string, instruction: string, flags: EditFlags): Promise<void> {
  const interrupts = new Interrupts();
  try {
    requireFile(name, flags);
    const source = await readSource(name, process.stdin);
    const options = editOptions(source, instruction, flags);
    const edit = (onTurn: (turn: EditTurn) => Promise<EditResult>) =>
      withSession(flags, async (session) => {
        const turn = session.edit(options);
        interrupts.stopWith(() => void turn.interrupt().catch(() => process.exit(130)));
        await finish(source, await onTurn(turn), flags);
      });
    const live = process.stdout.isTTY && !flags.json && process.env.TERM !== "dumb";
    await (live ? watch(process.stdout, source.name, interrupts, edit) : edit((turn) => turn.result));
  } finally {
    interrupts.close();
  }
}

function editOptions(source: Source, instruction: string, flags: EditFlags): EditOptions {
  const { code } = source;
  const selection = flags.selection === undefined ? null : parseSelection(flags.selection, countLines(code));
  return {
    code,
    instruction,
    ...(selection !== null && { selection }),
    ...(flags.language !== undefined && { language: flags.language }),
    ...(source.file !== null && { file: source.file.path }),
    ...(flags.mode !== undefined && { mode: flags.mode }),
    ...(flags.check !== undefined && {
      checks: flags.check.map((command) => ({ command })),
      repairs: flags.repairs ?? 1,
    }),
  };
}

function requireInstruction(instruction: string, words: readonly string[]): void {
  if (instruction.trim() === "") {
    throw new UsageError(
      "empty_instruction",
      'the instruction is empty; say what to change: flint edit FILE "…"',
    );
  }
  // The instruction is an existing file: it was probably forgotten.
  if (existsSync(instruction) && statSync(instruction).isFile()) {
    const [first = ""] = words;
    // `flint edit "use const" app.ts`: the instruction is in the wrong place.
    const isSwapped = words.length === 2 && first !== "-" && !existsSync(first) && /\s/.test(first.trim());
    throw new UsageError(
      "instruction_missing",
      isSwapped
        ? `the file comes first and the instruction last: flint edit ${instruction} ${JSON.stringify(first)}`
        : `missing required argument 'instruction': ${instruction} is a file; say what to change: flint edit ${words.join(" ")} "…"`,
    );
  }
}

function requireChecks({ check = [] }: EditFlags): void {
  if (check.every((command) => command.trim() !== "")) return;
  throw new UsageError("empty_check", 'a --check is empty; give a command, as in --check "npm test"');
}

function requireFile(name: string, flags: EditFlags): void {
  if (flags.check !== undefined && name === "-") {
    throw new UsageError("nothing_to_check", "--check needs a file; input from stdin belongs to no project");
  }
  if (flags.apply && name === "-") {
    throw new UsageError("nothing_to_write", "--apply needs a file; input from stdin cannot be written back");
  }
}

/** Writes the file before printing, so that a closed stdout does not prevent `--apply`. */
async function finish(source: Source, result: EditResult, flags: EditFlags): Promise<void> {
  const { applied, failure } = await applyIfAsked(source, result, flags);
  // Set before printing: a closed stdout ends the program, which must not turn the failure into success.
  if (failure !== null) process.exitCode = failure.exitCode;
  const finished = { name: source.name, result, applied, file: source.file };
  if (flags.json) printJson(finished);
  else printDiff(finished);
  if (failure !== null) throw failure;
}

interface Outcome {
  readonly applied: boolean;
  readonly failure: CliError | null;
}

async function applyIfAsked(source: Source, result: EditResult, flags: EditFlags): Promise<Outcome> {
  const objected = objection(result, source.name, flags.force ?? false);
  if (!flags.apply || source.file === null) {
    // Without `--apply`, a broken answer is shown with a remark and does not fail the command.
    return { applied: false, failure: objected?.code === "answer_broken" ? null : objected };
  }
  if (objected !== null) return { applied: false, failure: objected };
  if (result.unchanged) return { applied: false, failure: null };
  try {
    await writeSource(source.file, result.code, source.name);
    return { applied: true, failure: null };
  } catch (error) {
    if (error instanceof CliError) return { applied: false, failure: error };
    throw error;
  }
}
