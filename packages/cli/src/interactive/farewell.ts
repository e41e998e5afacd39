import type { SessionState } from "@flint/client";

/**
 * Returns the message about undecided changes that is printed when the user quits, or null if there are none. `id` is
 * null if the session was not saved; `command` is how the user starts Flint.
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
