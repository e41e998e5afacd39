import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Age after which a file that should exist only briefly is considered left by a killed process, in ms. */
const LEFT_MS = 60_000;

/** Whether the file exists and is too old to be in use. */
export async function isStale(path: string): Promise<boolean> {
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > LEFT_MS;
}

/** Returns a random name beside a file for its replacement; unlike the names users give copies, such as a date. */
export function draftOf(path: string): string {
  return `${path}.${randomBytes(4).toString("hex")}.draft`;
}

/** Removes a file's drafts that killed processes left. Ignores those that cannot be removed. */
export async function clearDrafts(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)];
  for (const one of await readdir(folder).catch(() => [])) {
    if (!one.startsWith(`${name}.`) || !/^[0-9a-f]{8}\.draft$/.test(one.slice(name.length + 1))) continue;
    const draft = join(folder, one);
    if (await isStale(draft)) await rm(draft, { force: true }).catch(() => undefined);
  }
}
