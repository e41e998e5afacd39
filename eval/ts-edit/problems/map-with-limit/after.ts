export interface Download {
  readonly url: string;
  readonly bytes: number;
}

/** The results of all calls, in the order of the items. */
export async function mapAsync<T, R>(
  items: readonly T[],
  run: (item: T, index: number) => Promise<R>,
  limit: number,
): Promise<R[]> {
  if (!(limit >= 1)) throw new RangeError(`the limit must be at least 1, not ${limit}`);
  const results = new Array<R>(items.length);
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await run(items[index], index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

export async function downloadAll(
  urls: readonly string[],
  fetchBytes: (url: string) => Promise<number>,
): Promise<Download[]> {
  return mapAsync(urls, async (url) => ({ url, bytes: await fetchBytes(url) }), 4);
}
