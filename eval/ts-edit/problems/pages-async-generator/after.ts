export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export type FetchPage<T> = (cursor: string | null) => Promise<Page<T>>;

/** The items of each page, as it comes. */
export async function* pages<T>(fetchPage: FetchPage<T>): AsyncGenerator<readonly T[]> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await fetchPage(cursor);
    if (page.items.length > 0) yield page.items;
    cursor = page.next;
  } while (cursor !== null);
}

/** All items, at most `limit` of them. */
export async function collect<T>(fetchPage: FetchPage<T>, limit = Number.POSITIVE_INFINITY): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages(fetchPage)) {
    items.push(...page);
    if (items.length >= limit) break;
  }
  return items.slice(0, limit);
}
