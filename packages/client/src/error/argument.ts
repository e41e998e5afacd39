import { nearest } from "../nearest/index.ts";
import { FlintError } from "./flint-error.ts";

/** All option names of this type. */
export type OptionNames<Options> = { readonly [Name in keyof Options]-?: unknown };

/**
 * Throws {@link FlintError} `invalid_argument` if `options` is not an object or has an unknown option. `example` shows
 * valid options.
 */
export function requireOptions<Options>(
  options: unknown,
  example: string,
  names: OptionNames<Options>,
): asserts options is Options {
  if (typeof options !== "object" || options === null) {
    throw new FlintError("invalid_argument", `the options must be an object, such as ${example}`);
  }
  requireNames(options, names);
}

/**
 * Throws {@link FlintError} `invalid_argument` if `options` has an unknown name, since a misspelled option would be
 * ignored. `place`: the prefix of the names in messages, such as `limits.`
 */
export function requireNames(options: object, names: object, place = ""): void {
  const [name] = Object.entries(options).find(
    ([own, given]) => given !== undefined && !Object.hasOwn(names, own),
  ) ?? [null];
  if (name === null) return;
  const known = Object.keys(names).sort();
  const meant = nearest(name, known);
  const remedy = meant === null ? `the names are ${known.join(", ")}` : `did you mean ${place}${meant}?`;
  throw new FlintError("invalid_argument", `there is no option ${place}${name}: ${remedy}`);
}

/**
 * Throws {@link FlintError} `invalid_argument` if an option does not have the type given in `types`; numbers must be
 * finite.
 */
export function requireTypes<Options extends object>(
  options: Options,
  types: { readonly [Name in keyof Options]?: "string" | "string or null" | "number" | "boolean" },
): void {
  for (const name in types) {
    const given: unknown = options[name];
    const type = types[name];
    const isMeant = given === null ? type === "string or null" : type?.startsWith(typeof given);
    if (given === undefined || (isMeant === true && !isNotFinite(given))) continue;
    const what = given === null || isNotFinite(given) ? String(given) : typeof given;
    throw new FlintError(
      "invalid_argument",
      `${name} must be a ${type}, not ${what}: leave it out for the default`,
    );
  }
}

/** JSON has no `NaN` and infinities: they would be sent as null. */
function isNotFinite(given: unknown): boolean {
  return typeof given === "number" && !Number.isFinite(given);
}

/** Throws {@link FlintError} `invalid_argument` if `given` is not a function. */
export function requireFunction(given: unknown, name: string): void {
  if (typeof given === "function") return;
  throw new FlintError("invalid_argument", `${name} must be a function, not ${typeof given}`);
}

/** Throws {@link FlintError} `invalid_argument` if `signal` is not an `AbortSignal`. */
export function requireSignal(signal: unknown): void {
  if (signal === undefined) return;
  // Not `instanceof`: a signal may come from another realm.
  const { addEventListener } = Object(signal);
  if (typeof addEventListener === "function") return;
  throw new FlintError(
    "invalid_argument",
    "signal must be an AbortSignal: pass an AbortController's signal, or leave it out",
  );
}
