export type Query = Record<string, string | string[]>;

/** Reads the part of an address after its question mark; one at the start is skipped. */
export function parseQuery(search: string): Query {
  const query: Query = {};
  const text = search.startsWith("?") ? search.slice(1) : search;
  if (text === "") return query;
  for (const pair of text.split("&")) {
    const at = pair.indexOf("=");
    const key = decode(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? "" : decode(pair.slice(at + 1));
    const known = Object.hasOwn(query, key) ? query[key] : undefined;
    if (known === undefined) query[key] = value;
    else if (Array.isArray(known)) known.push(value);
    else query[key] = [known, value];
  }
  return query;
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

export function stringifyQuery(query: Query): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(one)}`);
    }
  }
  return pairs.join("&");
}
