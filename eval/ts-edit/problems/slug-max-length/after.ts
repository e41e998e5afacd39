export interface SlugOptions {
  /** Between words. Default: "-". */
  readonly separator?: string;
  /** Characters. Default: no limit. */
  readonly maxLength?: number;
}

/** A title as part of an address: lower case, without accents, words joined by a separator. */
export function slugify(title: string, options: SlugOptions = {}): string {
  const { separator = "-", maxLength = Number.POSITIVE_INFINITY } = options;
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = (words[0] ?? "").slice(0, maxLength);
  for (const word of words.slice(1)) {
    const longer = `${slug}${separator}${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug;
}

/** A slug that is not taken: with a number at its end where needed. */
export function uniqueSlug(title: string, taken: ReadonlySet<string>): string {
  const slug = slugify(title);
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}
