export type Settings = Readonly<Record<string, string | undefined>>;

/** A setting, without the space around it. An empty one counts as not set. */
export function readSetting(settings: Settings, key: string, fallback?: string): string | undefined {
  const value = settings[key]?.trim();
  return value === undefined || value === "" ? fallback : value;
}

export function readPort(settings: Settings): number {
  const port = Number(readSetting(settings, "PORT", "8080"));
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`PORT must be a port, not ${settings.PORT}`);
  }
  return port;
}
