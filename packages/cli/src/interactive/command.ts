import { intro, log, outro } from "@clack/prompts";
import type { EditResult, Session } from "@flint/client";
import { editFailure, type FileSource, printDiff, readFileSource, writeSource } from "../edit/index.ts";
import { CliError } from "../error/index.ts";
import { initializeSession } from "../sdk/index.ts";
import { type Example, listExamples } from "./examples.ts";
import { runLiveTurn } from "./live-turn.ts";
import { askAfterAccept, askDecision, askInstruction, pickFile } from "./menu.ts";

type Next = "retry" | "file" | "quit";

/** `flint` on a terminal: pick a file, say what to change, watch, redirect, accept; again until the person quits. */
export async function interactiveCommand(): Promise<void> {
  intro("Flint");
  // The model loads while the person picks and types.
  const opening = initializeSession(process.env.FLINT_URL ? { url: process.env.FLINT_URL } : {});
  // Told where the session is first used; unused, it must not count as unhandled meanwhile.
  opening.catch(() => {});
  try {
    const examples = await listExamples();
    let next: Next = "file";
    while (next !== "quit") {
      const picked = await pickFile(examples);
      next = picked === null ? "quit" : await editFile(opening, picked);
    }
    outro("Bye");
  } finally {
    await opening.then((session) => session.close()).catch(() => {});
  }
}

async function editFile(opening: Promise<Session>, { path, instruction }: Example): Promise<Next> {
  let proposed = instruction;
  let typed = "";
  for (;;) {
    const wanted = await askInstruction(proposed, typed);
    if (wanted === null) return "file";
    proposed = wanted;
    try {
      const round = await editOnce(await opening, path, wanted);
      typed = round.typed;
      if (round.next !== "retry") return round.next;
    } catch (error) {
      const failure = editFailure(error);
      if (!(failure instanceof CliError)) throw error;
      log.error(failure.message);
      if (failure.code === "connection_failed" || failure.code === "session_closed") throw failure;
      if (failure.code.startsWith("file_")) return "file";
    }
  }
}

async function editOnce(
  session: Session,
  path: string,
  instruction: string,
): Promise<{ next: Next; typed: string }> {
  const source = await readFileSource(path);
  const turn = session.edit({
    code: source.code,
    instruction,
    ...(source.extension !== null && { language: source.extension }),
  });
  const { result, typed } = await runLiveTurn(turn, source.name);
  printDiff({ source, result, applied: false });
  if (result.declined !== null) log.warn(result.declined.message);
  printAcknowledgements(result);
  const decision = await askDecision(result, source.name);
  return { next: decision === "accept" ? await accept(source, result) : decision, typed };
}

function printAcknowledgements({ timings }: EditResult): void {
  const { steer_ms: steers = [], interrupt_ms: interrupt } = timings;
  for (const milliseconds of steers) log.info(`redirected: acknowledged in ${Math.round(milliseconds)} ms`);
  if (interrupt !== undefined) log.info(`stopped in ${Math.round(interrupt)} ms`);
}

async function accept(source: FileSource, result: EditResult): Promise<Next> {
  const { file } = source;
  await writeSource(file, result.code, source.name);
  const next = await askAfterAccept(source.name);
  if (next !== "undo") return next;
  await writeSource({ path: file.path, bytes: Buffer.from(result.code) }, source.code, source.name);
  log.success(`${source.name} is as it was`);
  return "file";
}
