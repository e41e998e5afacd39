import type { SessionState } from "@flint/client";

/** What a person who leaves the session `id` is told of changes that are neither accepted nor rejected; null of none. */
export function farewell({ edit }: Pick<SessionState, "edit">, id: string): string | null {
  const waiting = edit?.indexes("open").length ?? 0;
  if (waiting === 0) return null;
  return waiting === 1
    ? `1 change waits; flint resume ${id} shows it again`
    : `${waiting} changes wait; flint resume ${id} shows them again`;
}
