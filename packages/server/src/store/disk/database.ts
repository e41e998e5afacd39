import { closeSync, openSync } from "node:fs";
import Sqlite from "libsql";
import type { Body, Label, ShelfChange, ShelvedLog } from "../shelf.ts";
import { StoreError } from "../store-error.ts";
import type { Stock } from "./messages.ts";
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION, TO_2 } from "./schema.ts";

/** Size in pages of the write-ahead log at which a write moves them into the database file. */
const LARGE_LOG = 8192;

const LABELS =
  "SELECT id, owner, parent AS parentId, bytes, created AS createdAt, listed, used FROM response";

type StoredLabel = Omit<Label, "listed"> & { listed: number; used: number };

/**
 * The SQLite database file. Committed changes are handed to the operating system, so they survive a crash of the
 * process. A power failure can lose the last moments but does not corrupt the file.
 *
 * Every method throws {@link StoreError}.
 */
export class Database {
  readonly #path: string;
  readonly #db: Sqlite.Database;
  readonly #statements;

  constructor(path: string) {
    this.#path = path;
    makePrivate(path);
    this.#db = this.#guard(() => new Sqlite(path));
    try {
      this.#guard(() => this.#prepareFile());
      this.#statements = this.#guard(() => prepare(this.#db));
    } catch (cause) {
      this.#db.close();
      throw cause;
    }
  }

  readStock(): Stock {
    return this.#guard(() => {
      const rows = this.#db.prepare(`${LABELS} ORDER BY seq`).all() as StoredLabel[];
      const logs = this.#db.prepare("SELECT id, bytes, until FROM log ORDER BY rowid").all() as ShelvedLog[];
      const secret = this.#db.prepare("SELECT bytes FROM secret").get() as { bytes: Uint8Array };
      return {
        labels: rows.map((row) => ({ ...row, listed: row.listed === 1 })),
        logs,
        secret: new Uint8Array(secret.bytes),
      };
    });
  }

  write(changes: readonly ShelfChange[]): void {
    this.#guard(() => {
      this.#db.exec("BEGIN");
      try {
        for (const change of changes) this.#make(change);
        this.#db.exec("COMMIT");
      } catch (cause) {
        if (this.#db.inTransaction) this.#db.exec("ROLLBACK");
        throw cause;
      }
    });
  }

  read(ids: readonly string[]): (Body | null)[] {
    return this.#guard(() =>
      ids.map((id) => {
        const row = this.#statements.readBody.get(id) as Body | undefined;
        return row === undefined ? null : { input: row.input, response: row.response, chained: row.chained };
      }),
    );
  }

  responsesOf(items: readonly string[]): (string | null)[] {
    return this.#guard(() =>
      items.map((id) => {
        const row = this.#statements.responseOf.get(id) as { response: string } | undefined;
        return row?.response ?? null;
      }),
    );
  }

  readLog(id: string): string | null {
    const row = this.#guard(() => this.#statements.readLog.get(id)) as { events: string } | undefined;
    return row?.events ?? null;
  }

  /** Moves the write-ahead log into the database file. Waits for the disk, so it is called when the store is idle. */
  checkpoint(): void {
    this.#guard(() => this.#db.pragma("wal_checkpoint(PASSIVE)"));
  }

  close(): void {
    this.#guard(() => this.#db.close());
  }

  #prepareFile(): void {
    // Takes the lock before the first read and holds it until the process ends: no second server can share the file.
    this.#db.pragma("locking_mode = EXCLUSIVE");
    this.#db.exec("BEGIN EXCLUSIVE");
    this.#db.exec("COMMIT");
    const isNew = this.#number("schema_version") === 0;
    if (!isNew && this.#number("application_id") !== APPLICATION_ID) {
      const message = `${this.#path} is another program's database: choose another path for the store`;
      throw new StoreError("store_foreign", message);
    }
    const version = this.#number("user_version");
    if (version > SCHEMA_VERSION) {
      throw new StoreError(
        "store_too_new",
        `${this.#path} was written by a later version of Flint (format ${version}, this one knows ${SCHEMA_VERSION}): update Flint, or choose another path`,
      );
    }
    this.#db.pragma("journal_mode = WAL");
    this.#db.pragma("synchronous = NORMAL");
    this.#db.pragma(`wal_autocheckpoint = ${LARGE_LOG}`);
    if (version === SCHEMA_VERSION) return;
    const change = isNew ? `${SCHEMA} PRAGMA application_id = ${APPLICATION_ID};` : TO_2;
    this.#db.exec(`BEGIN; ${change} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
  }

  #number(pragma: string): number {
    const [row] = this.#db.pragma(pragma) as Record<string, number>[];
    return row?.[pragma] ?? 0;
  }

  #make(change: ShelfChange): void {
    const statements = this.#statements;
    switch (change.type) {
      case "put": {
        const { id, owner, parentId, bytes, createdAt, listed } = change.label;
        const { input, response, chained } = change.body;
        statements.putResponse.run(id, owner, parentId, bytes, createdAt, listed ? 1 : 0, change.used);
        statements.putBody.run(id, input, response, chained);
        for (const item of change.items) statements.putItem.run(item, id);
        break;
      }
      case "unlist":
        statements.unlist.run(change.id);
        break;
      case "drop":
        statements.dropResponse.run(change.id);
        statements.dropBody.run(change.id);
        statements.dropItems.run(change.id);
        break;
      case "use":
        statements.use.run(change.used, change.id);
        break;
      case "put-log":
        statements.putLog.run(change.log.id, change.log.bytes, change.log.until, change.text);
        break;
      case "drop-log":
        statements.dropLog.run(change.id);
        break;
    }
  }

  #guard<T>(act: () => T): T {
    try {
      return act();
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  #explain(cause: unknown): StoreError {
    if (cause instanceof StoreError) return cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason = cause instanceof Error ? cause.message : String(cause);
    const path = this.#path;
    if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
      const message = `${path} is in use by another server: stop that one, or choose another path for the store`;
      return new StoreError("store_in_use", message, { cause });
    }
    if (
      code.startsWith("SQLITE_CORRUPT") ||
      code.startsWith("SQLITE_NOTADB") ||
      /no such (table|column)/.test(reason)
    ) {
      const message = `${path} is damaged or not a store (${reason}): move it away to start a new one, or restore a copy`;
      return new StoreError("store_corrupt", message, { cause });
    }
    if (code.startsWith("SQLITE_FULL")) {
      const message = `the disk of the store ${path} is full (${reason}): free some space`;
      return new StoreError("store_full", message, { cause });
    }
    const message = `the store ${path} cannot be used (${reason}): check its folder, its permissions and the free disk space`;
    return new StoreError("store_failed", message, { cause });
  }
}

function prepare(db: Sqlite.Database) {
  return {
    putResponse: db.prepare(
      "INSERT INTO response (id, owner, parent, bytes, created, listed, used) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    putBody: db.prepare("INSERT INTO body (id, input, response, chained) VALUES (?, ?, ?, ?)"),
    unlist: db.prepare("UPDATE response SET listed = 0 WHERE id = ?"),
    dropResponse: db.prepare("DELETE FROM response WHERE id = ?"),
    dropBody: db.prepare("DELETE FROM body WHERE id = ?"),
    putItem: db.prepare("INSERT OR REPLACE INTO item (id, response) VALUES (?, ?)"),
    dropItems: db.prepare("DELETE FROM item WHERE response = ?"),
    responseOf: db.prepare("SELECT response FROM item WHERE id = ?"),
    use: db.prepare("UPDATE response SET used = ? WHERE id = ?"),
    readBody: db.prepare("SELECT input, response, chained FROM body WHERE id = ?"),
    putLog: db.prepare("INSERT INTO log (id, bytes, until, events) VALUES (?, ?, ?, ?)"),
    dropLog: db.prepare("DELETE FROM log WHERE id = ?"),
    readLog: db.prepare("SELECT events FROM log WHERE id = ?"),
  };
}

/** Creates the file, if missing, readable by its owner only: it holds users' code and a secret. */
function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
  } catch {
    // Opening the database fails as well, and reports the reason.
  }
}
