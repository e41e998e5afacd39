import type { SessionState } from "@flint/client";

/**
 * What a person who leaves the session `id` is told of changes that are neither accepted nor rejected; null of none.
 * `id` is null where the session was not kept; `command` is how they start Flint.
 */
export function farewell(
  { edit }: Pick<SessionState, "edit">,
  id: string | null,
  command: string,
): string | null {
  const waiting = edit?.indexes("open").length ?? 0;
  if (waiting === 0) return null;
  if (id === null) {
    const what = waiting === 1 ? "1 undecided change is" : `${waiting} undecided changes are`;
    return `${what} lost: this session could not be saved`;
  }
  return waiting === 1
    ? `1 change is undecided; ${command} resume ${id} shows it again`
    : `${waiting} changes are undecided; ${command} resume ${id} shows them again`;
}
