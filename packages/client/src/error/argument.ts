import { FlintError } from "./flint-error.ts";

/** Throws {@link FlintError} `invalid_argument` for what holds no options; `example` is what would. */
export function requireOptions(options: unknown, example: string): void {
  if (typeof options === "object" && options !== null) return;
  throw new FlintError("invalid_argument", `the options are an object: give one such as ${example}`);
}

/** Throws {@link FlintError} `invalid_argument` for what is given as a function and is none. */
export function requireFunction(given: unknown, name: string): void {
  if (typeof given === "function") return;
  throw new FlintError("invalid_argument", `${name} is a function, not ${typeof given}`);
}

/** Throws {@link FlintError} `invalid_argument` for what cannot abort anything. */
export function requireSignal(signal: unknown): void {
  if (signal === undefined) return;
  // Not by its class: a signal may be of another realm.
  const { addEventListener } = Object(signal);
  if (typeof addEventListener === "function") return;
  throw new FlintError(
    "invalid_argument",
    "signal is an AbortSignal: pass an AbortController's signal, or leave it out",
  );
}
