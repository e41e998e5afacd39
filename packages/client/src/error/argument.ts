import { FlintError } from "./flint-error.ts";

/** Throws {@link FlintError} `invalid_argument` for what holds no options; `example` is what would. */
export function requireOptions(options: unknown, example: string): void {
  if (typeof options === "object" && options !== null) return;
  throw new FlintError("invalid_argument", `the options are an object: give one such as ${example}`);
}

/**
 * Throws {@link FlintError} `invalid_argument` for what is given in `options` and not of the type that `types` names;
 * a number is a finite one.
 */
export function requireTypes<Options extends object>(
  options: Options,
  types: { readonly [Name in keyof Options]?: "string" | "string or null" | "number" | "boolean" },
): void {
  for (const name in types) {
    const given: unknown = options[name];
    const type = types[name];
    const isMeant = given === null ? type === "string or null" : type?.startsWith(typeof given);
    if (given === undefined || (isMeant === true && !isNoNumber(given))) continue;
    const what = given === null || isNoNumber(given) ? String(given) : typeof given;
    throw new FlintError(
      "invalid_argument",
      `${name} is a ${type}, not ${what}: leave it out for the default`,
    );
  }
}

/** `NaN` and the infinities would be sent as null. */
function isNoNumber(given: unknown): boolean {
  return typeof given === "number" && !Number.isFinite(given);
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
