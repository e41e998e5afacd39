import type { Session } from "@flint/client";
import { SessionState } from "@flint/client";
import { CliError, UsageError } from "../error/index.ts";
import { type OpenJournal, Sessions, sessionsFolder } from "../history/index.ts";
import { FileSearch, listFiles } from "../listing/index.ts";
import { printable, themeFor } from "../paint/index.ts";
import { farewell } from "./farewell.ts";
import { momentOf } from "./moment.ts";
import { TerminalSession } from "./terminal.ts";

export interface InteractiveFlags {
  readonly url?: string;
  readonly model?: string;
}

/**
 * `flint [PATH…]` on a terminal: files are opened, edited live, accepted or not, until the person leaves. Resolves to
 * the session's id.
 */
export async function interactiveCommand(paths: readonly string[], flags: InteractiveFlags): Promise<string> {
  const files = await listFiles(paths.length === 0 ? ["."] : paths);
  requireTerminal();
  const [only] = files;
  const sessions = new Sessions(sessionsFolder());
  const cut = sessions.cutOff();
  const note =
    cut === null
      ? {}
      : { note: `the session of ${momentOf(cut)} was cut off: flint resume takes it up again` };
  const open = files.length === 1 && only !== undefined ? { open: only } : {};
  return sit(files, flags, (failed) => sessions.begin(process.cwd(), failed), { ...open, ...note });
}

export interface ResumeFlags extends InteractiveFlags {
  readonly list?: boolean;
}

/** `flint resume [ID]`: the session as it was when it ended, however it ended. */
export async function resumeCommand(id: string | undefined, flags: ResumeFlags): Promise<void> {
  const sessions = new Sessions(sessionsFolder());
  if (flags.list) {
    for (const one of sessions.ids()) process.stdout.write(`${printable(lineOf(one, sessions))}\n`);
    return;
  }
  requireTerminal();
  const past = id === undefined ? sessions.toResume() : sessions.read(id);
  if (past === null) throw new UsageError("no_session", "there is no session to resume; flint begins one");
  goTo(past.recording.header.folder);
  const state = new SessionState();
  for (const event of past.recording.events) state.apply(event, event.t);
  state.lose();
  await sit(await listFiles(["."]), flags, (failed) => sessions.resume(past, failed), { state });
}

/** A session as a person knows it again: its id, the file that was open last, and what was asked last. */
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

interface Beginning {
  readonly state?: SessionState;
  readonly open?: string;
  readonly note?: string;
}

async function sit(
  files: readonly string[],
  flags: InteractiveFlags,
  begin: (failed: (reason: string) => void) => OpenJournal,
  beginning: Beginning,
): Promise<string> {
  await requireModel(flags);
  let session: TerminalSession | null = null;
  const { id, journal, release } = begin((text) => session?.log.tell({ type: "note", text }));
  try {
    session = new TerminalSession({
      terminal: process.stdout,
      keys: process.stdin,
      theme: themeFor(process.stdout),
      search: new FileSearch(files),
      connect: (signal) => connect(flags, signal),
      journal,
      ...beginning,
    });
    await session.run(hangUp());
    const { state } = session.log;
    const told = state.left ? farewell(state, id) : null;
    if (told !== null) process.stdout.write(`${told}\n`);
    return id;
  } finally {
    journal.close();
    release();
  }
}

/** A model that is not on this machine is refused before the screen is there. Rejects with a `CliError`. */
async function requireModel({ model, url = process.env.FLINT_URL }: InteractiveFlags): Promise<void> {
  if (model === undefined || url) return;
  const { resolveModel } = await import("../models/index.ts");
  await resolveModel(model);
}

async function connect(flags: InteractiveFlags, signal: AbortSignal): Promise<Session> {
  // Loaded here, so that the screen is there first.
  const { initializeSession } = await import("../sdk/index.ts");
  const url = flags.url ?? process.env.FLINT_URL;
  return initializeSession({
    signal,
    ...(url && { url }),
    ...(flags.model !== undefined && { model: flags.model }),
  });
}

/** Resolves when the terminal is gone, or the process is told to end. */
function hangUp(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGHUP", "SIGTERM"] as const) process.once(signal, () => resolve());
    process.stdin.once("end", () => resolve());
    process.stdin.once("error", () => resolve());
  });
}

function requireTerminal(): void {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (isTerminal && process.env.TERM !== "dumb") return;
  throw new UsageError(
    "no_terminal",
    isTerminal
      ? 'this needs a terminal that can be painted on, and TERM is "dumb"; there use flint edit FILE "…"'
      : 'this needs a terminal; without one use flint edit FILE "…"',
  );
}

function goTo(folder: string | undefined): void {
  if (folder === undefined) return;
  try {
    process.chdir(folder);
  } catch {
    throw new CliError(
      "file_missing",
      `the session's folder ${folder} is gone or closed to you; put it back to go on`,
    );
  }
}
