/**
 * The cache of a tool that runs again and again: a JSON file with an object.
 * `files` has readFile(path) and writeFile(path, text), which return promises.
 */
export async function readCache(path, files, warn = console.warn) {
  try {
    const text = await files.readFile(path);
    return JSON.parse(text);
  } catch (error) {
    return {};
  }
}

/** Adds to the cache. */
export async function writeCache(path, files, entries) {
  const cache = await readCache(path, files);
  await files.writeFile(path, `${JSON.stringify({ ...cache, ...entries }, null, 2)}\n`);
}
