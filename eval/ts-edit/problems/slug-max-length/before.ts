export interface SlugOptions {
  /** Between words. Default: "-". */
  readonly separator?: string;
}

/** A title as part of an address: lower case, without accents, words joined by a separator. */
export function slugify(title: string, options: SlugOptions = {}): string {
  const { separator = "-" } = options;
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join(separator);
}

/** A slug that is not taken: with a number at its end where needed. */
export function uniqueSlug(title: string, taken: ReadonlySet<string>): string {
  const slug = slugify(title);
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}
