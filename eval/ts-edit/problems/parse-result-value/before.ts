export interface Config {
  readonly port: number;
  readonly hosts: readonly string[];
}

export const DEFAULTS: Config = { port: 8080, hosts: ["localhost"] };

export function parseConfig(text: string): Config {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`not JSON: ${(error as Error).message}`);
  }
  if (typeof data !== "object" || data === null) throw new Error("the configuration must be an object");
  const { port = DEFAULTS.port, hosts = DEFAULTS.hosts } = data as Partial<Config>;
  if (!Number.isInteger(port)) throw new Error("port must be a whole number");
  if (!Array.isArray(hosts) || hosts.length === 0) throw new Error("hosts must be a list that is not empty");
  return { port, hosts };
}

/** The configuration, or the defaults if it cannot be used. */
export function loadConfig(text: string): Config {
  try {
    return parseConfig(text);
  } catch {
    return DEFAULTS;
  }
}
