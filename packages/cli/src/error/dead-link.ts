import { readlink } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";

/** The most links followed, as in Linux. */
const MOST = 40;

/** Describes a dangling symbolic link, with the remedy; null if `path` is not one. */
export async function deadLink(path: string): Promise<string | null> {
  let end = path;
  for (let followed = 0; followed < MOST; followed++) {
    const text = await targetOf(end);
    if (text === null)
      return followed === 0
        ? null
        : `${path} is a symbolic link to ${end}, which does not exist; create that file, or correct the link`;
    end = isAbsolute(text) ? text : join(dirname(end), text);
  }
  return `${path} is a symbolic link that leads back to itself; name the file itself`;
}

async function targetOf(path: string): Promise<string | null> {
  try {
    return await readlink(path);
  } catch {
    // Not a link, missing, or unreadable: the chain ends here.
    return null;
  }
}
