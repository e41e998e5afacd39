export function isSecure(url) {
  return url.startsWith("https:");
}

/** The address of a page of search results. */
export function searchUrl(base, query, page = 1) {
  const url = new URL(base);
  url.searchParams.set("q", query);
  if (page > 1) url.searchParams.set("page", page);
  return url.href;
}

/** The page that an address of search results stands for. */
export function pageOf(url) {
  const page = Number(new URL(url).searchParams.get("page"));
  return Number.isInteger(page) && page >= 1 ? page : 1;
}
