import { readlink } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";

/** Links that are followed; Linux follows as many. */
const MOST = 40;

/** Where a symbolic link leads that leads to nothing, with the remedy; null where `path` is none. */
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
    // It is no link, or not there, or cannot be looked at: the link ends here.
    return null;
  }
}
