/** The result of a check. `broken` makes `flint doctor` fail; a `warning` does not. */
export interface Finding {
  readonly check: string;
  readonly status: "ok" | "warning" | "broken";
  readonly found: string;
  /** What to do about it; null if nothing. */
  readonly remedy: string | null;
  /** The data behind `found`, for `--json`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Facts = Finding["facts"];

export function ok(check: string, found: string, facts?: Facts): Finding {
  return { check, status: "ok", found, remedy: null, ...(facts && { facts }) };
}

export function warning(check: string, found: string, remedy: string, facts?: Facts): Finding {
  return { check, status: "warning", found, remedy, ...(facts && { facts }) };
}

export function broken(check: string, found: string, remedy: string, facts?: Facts): Finding {
  return { check, status: "broken", found, remedy, ...(facts && { facts }) };
}
