export const DEFAULT_PAGE_SIZE = 20;

/** One page of a list, with where it lies. Pages are counted from 1. */
export function paginate(items, { page = 1, pageSize = DEFAULT_PAGE_SIZE } = {}) {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const current = Math.min(Math.max(1, page), pages);
  const start = (current - 1) * pageSize;
  return {
    items: items.slice(start, start + pageSize),
    page: current,
    pages,
    hasNext: current < pages,
    hasPrevious: current > 1,
  };
}

/** The page numbers to show as links: the first, the last, and those around the current one. */
export function pageLinks({ page, pages }, around = 1) {
  const links = new Set([1, pages]);
  for (let n = page - around; n <= page + around; n++) {
    if (n >= 1 && n <= pages) links.add(n);
  }
  return [...links].sort((a, b) => a - b);
}
