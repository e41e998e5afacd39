import { type ConfigFile, namesIn, readConfigFile } from "./config-file.ts";
import { refuseReach } from "./reach.ts";
import { badConfig, type Origin, readSetting } from "./read-setting.ts";
import { defaultConfig, type ServeConfig } from "./schema.ts";
import { type Setting, settingOf, settings } from "./settings.ts";

/** Command-line values by setting name; undefined if not given. */
export interface ConfigFlags {
  /** The path of the configuration file. */
  readonly config?: string;
  /** Limits as `NAME=VALUE`. */
  readonly limit?: readonly string[];
  readonly [name: string]: unknown;
}

export interface EffectiveConfig {
  readonly config: ServeConfig;
  /** Path of the configuration file; null if there is none. */
  readonly file: string | null;
  /** The origin of each setting's value, by name. Settings without a value are absent. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * Resolves all settings. Precedence: flag, variable, file, default. Rejects with a `UsageError` `bad_config` that names
 * the setting and its valid values. `folder`: where `flint.config.json` is looked for if no file is named; such a file
 * may not reach beyond it.
 */
export async function resolveConfig(
  flags: ConfigFlags = {},
  env: NodeJS.ProcessEnv = process.env,
  folder = process.cwd(),
): Promise<EffectiveConfig> {
  refuseUnknownLimits(env);
  const named = flags.config ?? (env.FLINT_CONFIG || undefined);
  const file = await readConfigFile(named, folder);
  const limits = limitFlags(flags.limit ?? []);
  const origins = new Map<string, Origin>();
  const config: Record<string, unknown> = {};
  for (const setting of settings) {
    validateFileValue(setting, file);
    const given = findValue(setting, { flags, limits, env, file });
    if (given === null) continue;
    const [value, origin] = given;
    origins.set(setting.name, origin);
    setValue(config, setting.name, origin.kind === "default" ? value : readSetting(setting, value, origin));
  }
  const effective = { config: config as unknown as ServeConfig, file: file?.path ?? null, origins };
  if (file !== null && named === undefined) refuseReach(file.path, effective, env);
  return effective;
}

/** Validates the file's value even if it is overridden: the override may be gone the next time. */
function validateFileValue(setting: Setting, file: ConfigFile | null): void {
  if (file?.values.has(setting.name)) readSetting(setting, file.values.get(setting.name), fileOrigin(file));
}

function fileOrigin({ path }: ConfigFile): Origin {
  return { kind: "file", where: path };
}

interface Sources {
  readonly flags: ConfigFlags;
  readonly limits: ReadonlyMap<string, string>;
  readonly env: NodeJS.ProcessEnv;
  readonly file: ConfigFile | null;
}

function findValue(setting: Setting, { flags, limits, env, file }: Sources): [unknown, Origin] | null {
  const { name, variable, flag } = setting;
  const flagged = limits.get(name) ?? (flag === null ? undefined : flags[name]);
  if (flagged !== undefined) return [flagged, { kind: "flag", where: (flag ?? "").replace(/=$/, "") }];
  // An empty variable counts as unset, so that a container file can declare it without a value.
  const inEnv = env[variable];
  if (inEnv) return [inEnv, { kind: "variable", where: variable }];
  if (file?.values.has(name)) return [file.values.get(name), fileOrigin(file)];
  const byDefault = getValue(defaultConfig(env), name);
  return byDefault === undefined ? null : [byDefault, { kind: "default", where: "default" }];
}

function limitFlags(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      const name = pair.slice(0, at);
      if (at > 0 && settingOf(`limits.${name}`)) return [`limits.${name}`, pair.slice(at + 1)] as const;
      throw badConfig(`--limit ${pair}: expected NAME=VALUE with one of ${namesIn("limits")}`);
    }),
  );
}

/** A variable with the prefix of limits that is not a limit is misspelt, and would have no effect. */
function refuseUnknownLimits(env: NodeJS.ProcessEnv): void {
  const known = new Set(settings.map(({ variable }) => variable));
  const stray = Object.keys(env).find((name) => name.startsWith("FLINT_LIMITS_") && !known.has(name));
  if (stray === undefined) return;
  const variables = [...known].filter((name) => name.startsWith("FLINT_LIMITS_")).join(", ");
  throw badConfig(`there is no variable ${stray}; the variables are ${variables}`);
}

/** Returns the value at a setting's dotted name. */
export function getValue(config: object, name: string): unknown {
  return name.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], config);
}

function setValue(config: Record<string, unknown>, name: string, value: unknown): void {
  const [first = "", ...rest] = name.split(".");
  if (rest.length === 0) {
    config[first] = value;
    return;
  }
  const group = (config[first] ?? {}) as Record<string, unknown>;
  config[first] = group;
  setValue(group, rest.join("."), value);
}
