import { settings } from "./settings.ts";

/** Settings that only have a variable. */
const OTHERS = [
  "FLINT_CONFIG",
  "FLINT_HOME",
  "FLINT_KEY",
  "FLINT_URL",
  "FLINT_STORE_USER",
  "FLINT_STORE_PASSWORD",
  "FLINT_UPSTREAM_KEY",
  "FLINT_UPSTREAM_WEBSOCKET",
];

/** Returns variables with Flint's prefix that have no effect, because they are misspelt or belong to something else. */
export function ignoredVariables(env: NodeJS.ProcessEnv): string[] {
  const known = new Set([...OTHERS, ...settings.map(({ variable }) => variable)]);
  return Object.keys(env).filter((name) => name.startsWith("FLINT_") && env[name] !== "" && !known.has(name));
}
