import { nearest } from "../nearest/index.ts";
import { FlintError } from "./flint-error.ts";

/** Every name that options of this type can have. */
export type OptionNames<Options> = { readonly [Name in keyof Options]-?: unknown };

/**
 * Throws {@link FlintError} `invalid_argument` for what holds no options, of which `example` would be some, and for an
 * option that there is none of.
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
 * Throws {@link FlintError} `invalid_argument` for what is given in `options` under another name than these: left
 * alone, a misspelt option would be as none. `place`: what the options themselves are part of, such as `limits.`
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
      `${name} must be a ${type}, not ${what}: leave it out for the default`,
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
  throw new FlintError("invalid_argument", `${name} must be a function, not ${typeof given}`);
}

/** Throws {@link FlintError} `invalid_argument` for what cannot abort anything. */
export function requireSignal(signal: unknown): void {
  if (signal === undefined) return;
  // Not by its class: a signal may be of another realm.
  const { addEventListener } = Object(signal);
  if (typeof addEventListener === "function") return;
  throw new FlintError(
    "invalid_argument",
    "signal must be an AbortSignal: pass an AbortController's signal, or leave it out",
  );
}
