import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Milliseconds after which what is written within milliseconds is nobody's: its process was killed. */
const LEFT_MS = 60_000;

/** Whether the file is there, and has been for too long for anyone to be at it. */
export async function isLeft(path: string): Promise<boolean> {
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > LEFT_MS;
}

/** A name beside a file for what is to take its place. Not one that a person gives a copy, such as that of a day. */
export function draftOf(path: string): string {
  return `${path}.${randomBytes(4).toString("hex")}.draft`;
}

/** Removes the drafts of a file that killed processes left. What cannot be removed stays. */
export async function clearDrafts(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)];
  for (const one of await readdir(folder).catch(() => [])) {
    if (!one.startsWith(`${name}.`) || !/^[0-9a-f]{8}\.draft$/.test(one.slice(name.length + 1))) continue;
    const draft = join(folder, one);
    if (await isLeft(draft)) await rm(draft, { force: true }).catch(() => undefined);
  }
}
