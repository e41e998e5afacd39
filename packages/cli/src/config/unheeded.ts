import { UsageError } from "../error/index.ts";
import { withoutPassword } from "./explain.ts";
import { placeOf } from "./read-setting.ts";
import type { EffectiveConfig } from "./resolve-config.ts";
import { settings } from "./settings.ts";

/**
 * Throws {@link UsageError} `bad_option` where something is set, in whatever way, that the engine in force would pass
 * over.
 */
export function refuseUnheeded({ config, origins }: EffectiveConfig): void {
  for (const setting of settings) {
    const origin = origins.get(setting.name);
    if (origin === undefined || origin.kind === "default") continue;
    if (setting.engine === undefined || setting.engine === config.engine) continue;
    throw new UsageError(
      "bad_option",
      `${placeOf(setting, origin)} is for the ${setting.engine} engine, and not for ${withoutPassword(config.engine)}: leave it out, or add --engine ${setting.engine}`,
    );
  }
}
