export interface Download {
  readonly url: string;
  readonly bytes: number;
}

/** The results of all calls, in the order of the items. */
export async function mapAsync<T, R>(
  items: readonly T[],
  run: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  return Promise.all(items.map(run));
}

export async function downloadAll(
  urls: readonly string[],
  fetchBytes: (url: string) => Promise<number>,
): Promise<Download[]> {
  return mapAsync(urls, async (url) => ({ url, bytes: await fetchBytes(url) }));
}
