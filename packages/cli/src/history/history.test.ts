import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sessions } from "./sessions.ts";

let folder: string;
let sessions: Sessions;
const failures: string[] = [];
const failed = (reason: string) => failures.push(reason);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-history-"));
  sessions = new Sessions(join(folder, "sessions"));
  failures.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const OPENED = { t: 0, type: "opened", path: "a.js", code: "x\n", language: null } as const;

/** A session that ended as one does that nobody left: its process is gone. */
async function crashed(now: Date): Promise<string> {
  const { id, journal, release } = sessions.begin("/", failed, now);
  journal.append(OPENED);
  journal.append({ t: 1, type: "typed", text: "use" });
  journal.close();
  release();
  return id;
}

async function aFile(): Promise<string> {
  const path = join(folder, "file");
  await writeFile(path, "");
  return path;
}

test("a session is readable only by its owner", async () => {
  const { journal, release } = sessions.begin("/", failed);
  expect((await stat(journal.path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "sessions"))).mode & 0o777).toBe(0o700);
  journal.close();
  release();
});

test("a folder that cannot be created is reported with the remedy, and has no sessions", async () => {
  const inFile = new Sessions(join(await aFile(), "sessions"));
  expect(inFile.ids()).toEqual([]);
  expect(() => inFile.begin("/", failed)).toThrow(
    expect.objectContaining({ code: "sessions_unkept", message: expect.stringContaining("set FLINT_HOME") }),
  );
});

test("a session's events are read back, without a line that was cut off", async () => {
  const { id, journal, release } = sessions.begin("/home", failed);
  journal.append(OPENED);
  journal.append({ t: 1, type: "text", edit: "e1", text: "ab" });
  journal.append({ t: 2, type: "text", edit: "e1", text: "c" });
  journal.flush();
  await appendFile(journal.path, '{"t":3,"type":"ty');
  const { recording } = sessions.read(id);
  expect(recording.header).toMatchObject({ folder: "/home" });
  expect(recording.events).toEqual([OPENED, { t: 1, type: "text", edit: "e1", text: "abc" }]);
  journal.close();
  release();
});

test("a resumed session continues after its last complete line", async () => {
  const id = await crashed(new Date());
  await appendFile(join(folder, "sessions", `${id}.jsonl`), '{"t":3,"ty');
  const { journal, release } = sessions.resume(sessions.read(id), failed);
  journal.append({ t: 9, type: "quit" });
  journal.close();
  release();
  expect(sessions.read(id).recording.events.map(({ type }) => type)).toEqual(["opened", "typed", "quit"]);
});

test("the session to resume is the one that was cut off, even if a later one was left", async () => {
  const cut = await crashed(new Date("2026-01-01T10:00:00Z"));
  const { id: left, journal, release } = sessions.begin("/", failed, new Date("2026-01-01T11:00:00Z"));
  journal.append(OPENED);
  journal.append({ t: 1, type: "quit" });
  journal.close();
  release();
  expect(sessions.latestCrashTime()).toEqual(new Date("2026-01-01T10:00:00Z"));
  expect(sessions.sessionToResume()?.id).toBe(cut);
  expect(sessions.latest()?.id).toBe(left);
});

test("a session is open in one process at a time, and the claim of a dead process is void", async () => {
  const id = await crashed(new Date());
  const lock = join(folder, "sessions", `${id}.jsonl.lock`);
  // A process that lives for certain: the one that began this one.
  const stat = await readFile(`/proc/${process.ppid}/stat`, "utf8").catch(() => ") S 0");
  await writeFile(lock, `${process.ppid} ${stat.replace(/^.*\) /s, "").split(" ")[19]}`);
  expect(() => sessions.resume(sessions.read(id), failed)).toThrow(
    expect.objectContaining({ code: "session_open" }),
  );
  expect(sessions.latestCrashTime()).toBeNull();
  await writeFile(lock, `${2 ** 22 + 1} 1`);
  expect(sessions.latestCrashTime()).not.toBeNull();
  sessions.resume(sessions.read(id), failed).release();
});

test("a session that another process continued since it was read is not resumed", async () => {
  const id = await crashed(new Date());
  const past = sessions.read(id);
  const other = sessions.resume(sessions.read(id), failed);
  other.journal.append({ t: 2, type: "quit" });
  other.journal.close();
  other.release();
  const written = await readFile(past.path, "utf8");
  expect(() => sessions.resume(past, failed)).toThrow(expect.objectContaining({ code: "session_open" }));
  expect(await readFile(past.path, "utf8")).toBe(written);
  expect(written).toContain("quit");
  sessions.resume(sessions.read(id), failed).release();
});

test("other files and unreadable sessions do not hide the readable ones", async () => {
  const good = await crashed(new Date("2026-01-01T10:00:00Z"));
  const odd = await crashed(new Date("2026-01-01T11:00:00Z"));
  await appendFile(join(folder, "sessions", `${odd}.jsonl`), '{"t":2,"type":"of another version"}\n');
  await writeFile(join(folder, "sessions/notes.backup.jsonl"), "notes\n");
  await mkdir(join(folder, "sessions/zz.jsonl"));
  expect(sessions.ids()).toEqual([odd, good]);
  expect(sessions.sessionToResume()?.id).toBe(good);
  expect(sessions.latestCrashTime()).toEqual(new Date("2026-01-01T10:00:00Z"));
  const { journal, release } = sessions.begin("/", failed);
  journal.close();
  release();
});

test("an unknown id is refused, and a damaged session is refused with the damaged line", async () => {
  for (const id of ["none", "../../etc/passwd"]) {
    expect(() => sessions.read(id)).toThrow(expect.objectContaining({ code: "no_session", exitCode: 2 }));
  }
  const id = await crashed(new Date());
  await appendFile(join(folder, "sessions", `${id}.jsonl`), "garbage\n");
  expect(() => sessions.read(id)).toThrow(/line 4/);
});
