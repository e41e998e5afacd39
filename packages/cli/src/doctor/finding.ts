/** What one check found. `broken` makes `flint doctor` fail; a `warning` is worth knowing. */
export interface Finding {
  readonly check: string;
  readonly status: "ok" | "warning" | "broken";
  readonly found: string;
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null;
  /** The figures behind `found`, for `--json`. */
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
