import { stat } from "node:fs/promises";

/** How often the file is looked at. Milliseconds. */
const LOOK = 1_000;

/** Which file is at `path`, and in what state: another text where it has changed. Empty where none can be looked at. */
export async function fileState(path: string): Promise<string> {
  try {
    const { dev, ino, size, ctimeNs } = await stat(path, { bigint: true });
    return `${dev} ${ino} ${size} ${ctimeNs}`;
  } catch {
    return "";
  }
}

/**
 * Calls `changed` when the file is not as it was at `since`, at once or later, and again as long as that gives false.
 * The result ends that.
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
