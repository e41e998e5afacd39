import type { EditMode, EditOptions, EditResult, EditTurn, Session } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import { editFailure } from "./failure.ts";
import { Interrupts } from "./interrupts.ts";
import { printDiff, printJson } from "./report.ts";
import { countLines, parseSelection } from "./selection.ts";
import { readSource, type Source } from "./source.ts";
import { objection } from "./verdict.ts";
import { watch } from "./watch.ts";
import { writeSource } from "./write.ts";

export interface EditFlags {
  readonly apply?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly selection?: string;
  readonly language?: string;
  readonly mode?: EditMode;
  readonly check?: readonly string[];
  readonly repairs?: number;
  readonly model?: string;
  readonly url?: string;
}

/** `flint edit FILE INSTRUCTION`. The file is written only with `--apply`. */
export async function editCommand(name: string, instruction: string, flags: EditFlags): Promise<void> {
  const interrupts = new Interrupts();
  try {
    requireSense(name, instruction, flags);
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
  } catch (error) {
    throw editFailure(error);
  } finally {
    interrupts.close();
  }
}

function editOptions(source: Source, instruction: string, flags: EditFlags): EditOptions {
  const { code } = source;
  const language = flags.language ?? source.extension;
  const selection = flags.selection === undefined ? null : parseSelection(flags.selection, countLines(code));
  return {
    code,
    instruction,
    ...(selection !== null && { selection }),
    ...(language !== null && { language }),
    ...(flags.mode !== undefined && { mode: flags.mode }),
    ...(flags.check !== undefined &&
      source.file !== null && {
        checks: flags.check.map((command) => ({ command })),
        file: source.file.path,
        repairs: flags.repairs ?? 1,
      }),
  };
}

function requireSense(name: string, instruction: string, flags: EditFlags): void {
  if (instruction.trim() === "") {
    throw new UsageError(
      "empty_instruction",
      'the instruction is empty; say what to change: flint edit FILE "…"',
    );
  }
  if (flags.check !== undefined && name === "-") {
    throw new UsageError(
      "nothing_to_check",
      "--check needs a file; what comes from stdin belongs to no project",
    );
  }
  if (flags.apply && name === "-") {
    throw new UsageError(
      "nothing_to_write",
      "--apply needs a file; what comes from stdin cannot be written back",
    );
  }
}

async function withSession(flags: EditFlags, work: (session: Session) => Promise<void>): Promise<void> {
  // Loaded here, so that input which cannot be edited is refused at once.
  const { initializeSession } = await import("../sdk/index.ts");
  const url = flags.url ?? process.env.FLINT_URL;
  const session = await initializeSession({
    ...(url && { url }),
    ...(flags.model !== undefined && { model: flags.model }),
  });
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

/** Writes first and prints then: a reader of stdout that goes away early does not undo `--apply`. */
async function finish(source: Source, result: EditResult, flags: EditFlags): Promise<void> {
  const { applied, failure } = await applyIfAsked(source, result, flags);
  if (flags.json) printJson({ source, result, applied });
  else printDiff({ source, result, applied });
  if (failure !== null) throw failure;
}

interface Outcome {
  readonly applied: boolean;
  readonly failure: CliError | null;
}

async function applyIfAsked(source: Source, result: EditResult, flags: EditFlags): Promise<Outcome> {
  const objected = objection(result, source.name, flags.force ?? false);
  if (!flags.apply || source.file === null) {
    // A broken answer that nobody asked to write is shown with a remark, and is no failure of the command.
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
