import { stat } from "node:fs/promises";

/** Polling interval in milliseconds. */
const LOOK = 1_000;

/** Returns a string that changes when the file at `path` changes; empty if it cannot be read. */
export async function fileState(path: string): Promise<string> {
  try {
    const { dev, ino, size, ctimeNs } = await stat(path, { bigint: true });
    return `${dev} ${ino} ${size} ${ctimeNs}`;
  } catch {
    return "";
  }
}

/**
 * Calls `changed` when the file's state differs from `since`, and repeats the call until it resolves to true. Returns a
 * function that stops watching.
 */
export function watchSince(path: string, since: string, changed: () => Promise<boolean>): () => void {
  let last: string | null = since;
  const look = async () => {
    const now = await fileState(path);
    if (now === last) return;
    last = now;
    if (!(await changed()) && last === now) last = null;
  };
  void look();
  const timer = setInterval(look, LOOK).unref();
  return () => clearInterval(timer);
}
