import { open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder, replaceFile } from "@flint/engine";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { ServerError } from "../errors/index.ts";
import { draftOf } from "../leftovers.ts";
import type { LedgerContent } from "./ledger.ts";

/** Mode of a newly created folder. */
const FOLDER_MODE = 0o700;

const Nullable = Type.Union([Type.String(), Type.Null()]);
const Sum = Type.Number({ minimum: 0 });
const Row = Type.Object({
  day: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
  owner: Nullable,
  key: Nullable,
  model: Type.String(),
  session: Nullable,
  responses: Sum,
  input_tokens: Sum,
  cached_tokens: Sum,
  output_tokens: Sum,
  cost_usd: Sum,
});
const Content = Type.Object({
  version: Type.Literal(1),
  days: Type.Array(Row),
  sessions: Type.Array(Row),
});

/** Reads the saved usage; null if there is no file. Rejects with {@link ServerError} `usage_unreadable`. */
export async function readUsage(path: string): Promise<LedgerContent | null> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    throw unreadable(path, code ?? "it is not JSON", cause);
  }
  if (Check(Content, value)) return value;
  throw unreadable(path, "it is not a usage file");
}

/** Creates the folder of a usage file that does not exist yet. Rejects with {@link ServerError} `usage_unwritable`. */
export async function prepareUsage(path: string): Promise<void> {
  try {
    await makeFolder(dirname(path), FOLDER_MODE);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the usage cannot be kept in ${path}: its folder cannot be made (${reason}); choose another path`;
    throw new ServerError("usage_unwritable", message, { cause });
  }
}

/** Replaces the file atomically: if the process is killed, either the old or the new file remains. */
export async function writeUsage(path: string, content: LedgerContent): Promise<void> {
  await makeFolder(dirname(path), FOLDER_MODE);
  const draft = draftOf(path);
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(JSON.stringify({ version: 1, ...content }));
      await file.sync();
    } finally {
      await file.close();
    }
    await replaceFile(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

function unreadable(path: string, why: string, cause?: unknown): ServerError {
  const remedy = "restore a copy, or move it away to start a new one";
  return new ServerError("usage_unreadable", `the usage in ${path} cannot be read: ${why}; ${remedy}`, {
    cause,
  });
}
