export function isSecure(url) {
  return url.startsWith("https:");
}

/** The address of a page of search results. */
export function searchUrl(base, query, page = 1) {
  let url = base;
  if (url.indexOf("?") === -1) {
    url += "?";
  } else {
    url += "&";
  }
  url += "q=" + query.split(" ").join("+");
  if (page > 1) {
    url += "&page=" + page;
  }
  return url;
}

/** The page that an address of search results stands for. */
export function pageOf(url) {
  const parts = url.split("page=");
  return parts.length > 1 ? Number(parts[1]) : 1;
}
