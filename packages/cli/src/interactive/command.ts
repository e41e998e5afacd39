import type { Session } from "@flint/client";
import { SessionState } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import { type OpenJournal, Sessions, sessionsFolder } from "../history/index.ts";
import { filesOf, type Place, placesOf } from "../listing/index.ts";
import { printable, themeFor } from "../paint/index.ts";
import { farewell } from "./farewell.ts";
import { hangUp } from "./hang-up.ts";
import { momentOf } from "./moment.ts";
import { ownCommand } from "./own-command.ts";
import { TerminalSession } from "./terminal.ts";

export interface InteractiveFlags {
  readonly url?: string;
  readonly model?: string;
}

/**
 * `flint [PATH…]` on a terminal: opens files and edits them live until the user quits. If the session cannot be saved,
 * a note says so, and the session runs anyway.
 */
export async function interactiveCommand(paths: readonly string[], flags: InteractiveFlags): Promise<void> {
  await startSession(paths, flags, (begin) => {
    try {
      return begin();
    } catch (error) {
      if (!(error instanceof CliError) || error.code !== "sessions_unkept") throw error;
      return { opened: null, note: error.message };
    }
  });
}

/** Runs `interactiveCommand` with a session that must be saved. Resolves to the session's id. */
export async function runSavedSession(paths: readonly string[], flags: InteractiveFlags): Promise<string> {
  const opened = await startSession(paths, flags, (begin) => begin());
  if (opened === null) throw new Error("a session that is not saved");
  return opened.id;
}

interface StartedSession {
  /** Null if the session is not saved. */
  readonly opened: OpenJournal | null;
  readonly note?: string;
}

async function startSession(
  paths: readonly string[],
  flags: InteractiveFlags,
  beginning: (begin: () => StartedSession) => StartedSession,
): Promise<OpenJournal | null> {
  const places = await placesOf(paths.length === 0 ? ["."] : paths);
  requireTerminal();
  const [first, ...others] = new Set(places.map(({ path }) => path));
  const isOne = others.length === 0 && places[0]?.isFolder === false;
  const sessions = new Sessions(sessionsFolder());
  const open = isOne && first !== undefined ? { open: first } : {};
  const begin = (failed: (reason: string) => void) =>
    beginning(() => {
      const cut = sessions.latestCrashTime();
      const note = {
        note: `the session of ${cut && momentOf(cut)} was cut off: flint resume continues it`,
      };
      return { opened: sessions.begin(process.cwd(), failed), ...(cut !== null && note) };
    });
  return runSession(places, flags, begin, open);
}

export interface ResumeFlags extends InteractiveFlags {
  readonly list?: boolean;
}

/** `flint resume [ID]`: restores a session to its last state, even after a crash. */
export async function resumeCommand(id: string | undefined, flags: ResumeFlags): Promise<void> {
  const sessions = new Sessions(sessionsFolder());
  if (flags.list) {
    const ids = sessions.ids();
    if (ids.length === 0) process.stderr.write("there are no sessions; flint starts one\n");
    for (const one of ids) process.stdout.write(`${printable(lineOf(one, sessions))}\n`);
    return;
  }
  requireTerminal();
  const past = id === undefined ? sessions.sessionToResume() : sessions.read(id);
  if (past === null) throw new UsageError("no_session", "there is no session to resume; flint starts one");
  changeFolder(past.recording.header.folder);
  const state = new SessionState();
  for (const event of past.recording.events) state.apply(event, event.t);
  state.lose();
  const begin = (failed: (reason: string) => void) => ({ opened: sessions.resume(past, failed) });
  await runSession([{ path: ".", isFolder: true }], flags, begin, { state });
}

/** Describes a session for the list: its id, the last open file and the last instruction. */
function lineOf(id: string, sessions: Sessions): string {
  try {
    const { events } = sessions.read(id).recording;
    const opened = events.findLast((event) => event.type === "opened");
    const asked = events.findLast((event) => event.type === "asked");
    const words = asked?.instruction.replace(/\s+/g, " ");
    return [id, opened?.path ?? "no file", ...(words === undefined ? [] : [words])].join("  ");
  } catch (error) {
    if (error instanceof CliError) return `${id}  cannot be read`;
    throw error;
  }
}

interface InitialScreen {
  readonly state?: SessionState;
  readonly open?: string;
}

async function runSession(
  places: readonly Place[],
  flags: InteractiveFlags,
  begin: (failed: (reason: string) => void) => StartedSession,
  beginning: InitialScreen,
): Promise<OpenJournal | null> {
  await requireModel(flags);
  let session: TerminalSession | null = null;
  const { opened, ...note } = begin((text) => session?.log.tell({ type: "note", text }));
  try {
    session = new TerminalSession({
      terminal: process.stdout,
      keys: process.stdin,
      theme: themeFor(process.stdout),
      files: (signal) => filesOf(places, signal),
      connect: (signal) => connect(flags, signal),
      journal: opened?.journal ?? null,
      ...beginning,
      ...note,
    });
    await session.run(hangUp());
    const { state } = session.log;
    const told = state.left ? farewell(state, opened?.id ?? null, ownCommand()) : null;
    if (told !== null) process.stdout.write(`${told}\n`);
    return opened;
  } finally {
    opened?.journal.close();
    opened?.release();
  }
}

/** Rejects with a `CliError` if the model is not on this machine, before the screen is opened. */
async function requireModel({ model, url = process.env.FLINT_URL }: InteractiveFlags): Promise<void> {
  if (model === undefined || url) return;
  const { resolveModel } = await import("../models/index.ts");
  await resolveModel(model);
}

async function connect(flags: InteractiveFlags, signal: AbortSignal): Promise<Session> {
  // Imported late, so that the screen appears first.
  const { initializeSession } = await import("../sdk/index.ts");
  const url = flags.url ?? process.env.FLINT_URL;
  return initializeSession({
    signal,
    ...(url && { url }),
    ...(flags.model !== undefined && { model: flags.model }),
  });
}

function requireTerminal(): void {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (isTerminal && process.env.TERM !== "dumb") return;
  throw new UsageError(
    "no_terminal",
    isTerminal
      ? 'this needs a terminal that can position the cursor, and TERM is "dumb"; use flint edit FILE "…"'
      : 'this needs a terminal; without one, use flint edit FILE "…"',
  );
}

function changeFolder(folder: string | undefined): void {
  if (folder === undefined) return;
  try {
    process.chdir(folder);
  } catch {
    throw new CliError(
      "file_missing",
      `the session's folder ${folder} is missing or not accessible; restore it to continue`,
    );
  }
}
