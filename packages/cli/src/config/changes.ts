import { isDeepStrictEqual } from "node:util";
import { type EffectiveConfig, get } from "./resolve-config.ts";
import { type Setting, settings } from "./settings.ts";

export interface ConfigChanges {
  /** Settings that have another value, and can take it while the server runs. */
  readonly reloads: readonly string[];
  /** Those that take a restart. */
  readonly restarts: readonly string[];
}

/** What differs between the configuration in force and a new one. */
export function changesOf(before: EffectiveConfig, after: EffectiveConfig): ConfigChanges {
  const differs = ({ name }: Setting) =>
    !isDeepStrictEqual(get(before.config, name), get(after.config, name));
  const changed = settings.filter(differs);
  const names = (reloads: boolean) =>
    changed.filter((setting) => (setting.reloads ?? false) === reloads).map(({ name }) => name);
  return { reloads: names(true), restarts: names(false) };
}
