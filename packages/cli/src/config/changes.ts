import { isDeepStrictEqual } from "node:util";
import { type EffectiveConfig, getValue } from "./resolve-config.ts";
import { type Setting, settings } from "./settings.ts";

export interface ConfigChanges {
  /** Changed settings that can be applied while the server runs. */
  readonly reloads: readonly string[];
  /** Changed settings that need a restart. */
  readonly restarts: readonly string[];
}

/** Compares the active configuration with a new one. */
export function changesOf(before: EffectiveConfig, after: EffectiveConfig): ConfigChanges {
  const differs = ({ name }: Setting) =>
    !isDeepStrictEqual(getValue(before.config, name), getValue(after.config, name));
  const changed = settings.filter(differs);
  const names = (reloads: boolean) =>
    changed.filter((setting) => (setting.reloads ?? false) === reloads).map(({ name }) => name);
  return { reloads: names(true), restarts: names(false) };
}
