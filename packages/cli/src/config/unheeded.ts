import { namesUpstream } from "@flint/engine";
import { UsageError } from "../error/index.ts";
import { placeOf } from "./read-setting.ts";
import type { EffectiveConfig } from "./resolve-config.ts";
import { settings } from "./settings.ts";
import { withoutPassword } from "./without-password.ts";

/** Throws {@link UsageError} `bad_option` if a setting is given that the active engine would ignore. */
export function refuseIgnoredSettings({ config, origins }: EffectiveConfig): void {
  for (const setting of settings) {
    const origin = origins.get(setting.name);
    if (origin === undefined || origin.kind === "default") continue;
    const { engine } = setting;
    const heeding = namesUpstream(config.engine) ? "upstream" : config.engine;
    if (engine === undefined || engine === heeding) continue;
    const [whom, remedy] =
      engine === "upstream"
        ? ["other servers", "name one with --engine"]
        : [`the ${engine} engine`, `add --engine ${engine}`];
    throw new UsageError(
      "bad_option",
      `${placeOf(setting, origin)} only applies to ${whom}, not to ${withoutPassword(config.engine)}: leave it out, or ${remedy}`,
    );
  }
}
