export interface Config {
  readonly port: number;
  readonly hosts: readonly string[];
}

export const DEFAULTS: Config = { port: 8080, hosts: ["localhost"] };

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly error: string };

export function parseConfig(text: string): ConfigResult {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { ok: false, error: `not JSON: ${(error as Error).message}` };
  }
  if (typeof data !== "object" || data === null) {
    return { ok: false, error: "the configuration must be an object" };
  }
  const { port = DEFAULTS.port, hosts = DEFAULTS.hosts } = data as Partial<Config>;
  if (!Number.isInteger(port)) return { ok: false, error: "port must be a whole number" };
  if (!Array.isArray(hosts) || hosts.length === 0) {
    return { ok: false, error: "hosts must be a list that is not empty" };
  }
  return { ok: true, config: { port, hosts } };
}

/** The configuration, or the defaults if it cannot be used. */
export function loadConfig(text: string): Config {
  const result = parseConfig(text);
  return result.ok ? result.config : DEFAULTS;
}
