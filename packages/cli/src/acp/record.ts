import { randomUUID } from "node:crypto";
import { appendFile, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SessionInfo, SessionUpdate } from "@agentclientprotocol/sdk";
import { RequestError } from "@agentclientprotocol/sdk";
import envPaths from "env-paths";
import { systemCode } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";

/** A saved session: the user's and the agent's updates, in order. */
export interface SessionRecord {
  readonly sessionId: string;
  readonly cwd: string;
  readonly updates: readonly SessionUpdate[];
}

const ID = /^[0-9a-f-]{36}$/;
const SUFFIX = ".jsonl";
/** The most sessions listed. */
const MOST_LISTED = 200;
const TITLE_CHARACTERS = 60;

/** Saves sessions as append-only files of JSON lines: a killed process loses at most the line being written. */
export class SessionRecords {
  readonly #folder: string;
  /** Sessions whose files end in a complete line written by this process. */
  readonly #complete = new Set<string>();

  constructor(folder: string = recordsFolder()) {
    this.#folder = folder;
  }

  async create(cwd: string): Promise<string> {
    const sessionId = randomUUID();
    const head = `${JSON.stringify({ version: 1, cwd })}\n`;
    try {
      makeFolder(this.#folder, 0o700);
      await appendFile(this.#path(sessionId), head, { mode: 0o600 });
    } catch (error) {
      this.#throwUnwritable(error);
    }
    this.#complete.add(sessionId);
    return sessionId;
  }

  async append(sessionId: string, update: SessionUpdate): Promise<void> {
    // A partial line, left by a killed process or a full disk, must not corrupt the next one.
    const torn = this.#complete.delete(sessionId) ? "" : "\n";
    await appendFile(this.#path(sessionId), `${torn}${JSON.stringify(update)}\n`).catch((error: unknown) =>
      this.#throwUnwritable(error),
    );
    this.#complete.add(sessionId);
  }

  /**
   * Reads a session; tool calls that never finished count as failed. Rejects with "session not found" for an unknown id,
   * and with `record_unreadable`.
   */
  async read(sessionId: string): Promise<SessionRecord> {
    if (!ID.test(sessionId)) throw RequestError.sessionNotFound(sessionId);
    const [head, ...updates] = await readLines(this.#path(sessionId)).catch((error: unknown) =>
      this.#throwUnreadable(error),
    );
    if (typeof head !== "object" || head === null || !("cwd" in head) || typeof head.cwd !== "string")
      throw RequestError.sessionNotFound(sessionId);
    return { sessionId, cwd: head.cwd, updates: endUnfinishedCalls(updates.filter(isUpdate)) };
  }

  /**
   * Lists sessions, the latest first, optionally those of one folder. Rejects with `record_unreadable` if the folder of
   * the records exists but cannot be read.
   */
  async list(cwd: string | null): Promise<SessionInfo[]> {
    const names = await readdir(this.#folder).catch((error: unknown) =>
      systemCode(error) === "ENOENT" ? [] : this.#throwUnreadable(error),
    );
    const ids = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
    const dated = await readEachReadable(ids, async (sessionId) => ({
      sessionId,
      changed: (await stat(this.#path(sessionId))).mtime,
    }));
    const latest = dated.sort((a, b) => b.changed.getTime() - a.changed.getTime()).slice(0, MOST_LISTED);
    const infos = await readEachReadable(latest, async ({ sessionId, changed }) => {
      const record = await this.read(sessionId);
      return {
        sessionId,
        cwd: record.cwd,
        title: titleOf(record.updates),
        updatedAt: changed.toISOString(),
      };
    });
    return infos.filter((info) => info.title !== null && (cwd === null || info.cwd === cwd));
  }

  #throwUnreadable(error: unknown): never {
    throw new RequestError(
      -32603,
      `sessions cannot be read in ${this.#folder} (${messageOf(error)}): make the folder readable, or set FLINT_HOME to another one`,
      { code: "record_unreadable" },
    );
  }

  #throwUnwritable(error: unknown): never {
    const why = messageOf(error);
    throw new RequestError(
      -32603,
      `sessions cannot be saved in ${this.#folder} (${why}): make the folder writable and free some space, or set FLINT_HOME to another one`,
      { code: "record_unwritable" },
    );
  }

  #path(sessionId: string): string {
    return join(this.#folder, `${sessionId}${SUFFIX}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Returns the first instruction, or null if there is none. */
export function titleOf(updates: readonly SessionUpdate[]): string | null {
  for (const update of updates) {
    if (update.sessionUpdate !== "user_message_chunk" || update.content.type !== "text") continue;
    const line = update.content.text.trim().split("\n")[0] ?? "";
    if (line === "") continue;
    return line.length > TITLE_CHARACTERS ? `${line.slice(0, TITLE_CHARACTERS - 1)}…` : line;
  }
  return null;
}

/** Returns the readable records: one broken record, such as after a full disk, does not hide the others. */
async function readEachReadable<In, Out>(
  records: readonly In[],
  read: (record: In) => Promise<Out>,
): Promise<Out[]> {
  const results = await Promise.allSettled(records.map(read));
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

/** In `FLINT_HOME`, or else in the platform's data folder. */
function recordsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.FLINT_HOME || envPaths("flint", { suffix: "" }).data, "editor-sessions");
}

async function readLines(path: string): Promise<unknown[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line)];
    } catch {
      // A partial line written by a killed process.
      return [];
    }
  });
}

function isUpdate(value: unknown): value is SessionUpdate {
  return typeof value === "object" && value !== null && "sessionUpdate" in value;
}

/** Adds a failed state to unfinished tool calls: editors would show them as running forever. */
function endUnfinishedCalls(updates: readonly SessionUpdate[]): SessionUpdate[] {
  const ended = new Set<string>();
  for (const update of updates) {
    if (update.sessionUpdate === "tool_call_update" && update.status !== undefined)
      ended.add(update.toolCallId);
  }
  return updates.flatMap((update) =>
    update.sessionUpdate === "tool_call" && !ended.has(update.toolCallId)
      ? [update, failedUpdate(update.toolCallId)]
      : [update],
  );
}

function failedUpdate(toolCallId: string): SessionUpdate {
  const content = { type: "text", text: "Flint ended before this edit did; ask for it again." } as const;
  return {
    sessionUpdate: "tool_call_update",
    toolCallId,
    status: "failed",
    content: [{ type: "content", content }],
  };
}
