export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export type FetchPage<T> = (cursor: string | null) => Promise<Page<T>>;

/** The items of all pages, page by page. */
export async function fetchAll<T>(fetchPage: FetchPage<T>): Promise<(readonly T[])[]> {
  const all: (readonly T[])[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await fetchPage(cursor);
    if (page.items.length > 0) all.push(page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

/** All items, at most `limit` of them. */
export async function collect<T>(fetchPage: FetchPage<T>, limit = Number.POSITIVE_INFINITY): Promise<T[]> {
  const items = (await fetchAll(fetchPage)).flat() as T[];
  return items.slice(0, limit);
}
