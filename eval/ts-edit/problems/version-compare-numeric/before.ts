export interface Version {
  readonly parts: readonly string[];
  readonly preRelease: string | null;
}

export function parseVersion(text: string): Version {
  const [numbers = "", ...rest] = text.replace(/^v/, "").split("-");
  return { parts: numbers.split("."), preRelease: rest.length > 0 ? rest.join("-") : null };
}

/** Negative if `a` is older than `b`, positive if it is newer, 0 if they are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  const length = Math.max(left.parts.length, right.parts.length);
  for (let i = 0; i < length; i++) {
    const [l, r] = [left.parts[i] ?? "", right.parts[i] ?? ""];
    if (l !== r) return l < r ? -1 : 1;
  }
  if (left.preRelease === right.preRelease) return 0;
  if (left.preRelease === null) return 1;
  if (right.preRelease === null) return -1;
  return left.preRelease < right.preRelease ? -1 : 1;
}

export function isNewer(a: string, b: string): boolean {
  return compareVersions(a, b) > 0;
}

export function latest(versions: readonly string[]): string | undefined {
  return [...versions].sort(compareVersions).at(-1);
}
