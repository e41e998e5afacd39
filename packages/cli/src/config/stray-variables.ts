import { settings } from "./settings.ts";

/** What is told by a variable alone. */
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

/** Variables that look like Flint's, are set, and are heeded by nothing: misspelt ones, or somebody else's. */
export function strayVariables(env: NodeJS.ProcessEnv): string[] {
  const known = new Set([...OTHERS, ...settings.map(({ variable }) => variable)]);
  return Object.keys(env).filter((name) => name.startsWith("FLINT_") && env[name] !== "" && !known.has(name));
}
