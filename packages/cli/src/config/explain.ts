import { type EffectiveConfig, getValue } from "./resolve-config.ts";
import { settings } from "./settings.ts";
import { withoutPassword } from "./without-password.ts";

/** A setting's active value. */
export interface ExplainedSetting {
  readonly name: string;
  /** `(redacted)` for secrets; null if not set. */
  readonly value: unknown;
  /** `--port`, `FLINT_PORT`, the file's path, `default`, or `not set`. */
  readonly from: string;
  readonly variable: string;
  /** Whether SIGHUP applies a change. */
  readonly reloads: boolean;
}

/** Lists every setting with its value and its origin. Secrets are redacted. */
export function explainConfig({ config, origins }: EffectiveConfig): ExplainedSetting[] {
  return settings.map(({ name, variable, isSecret, path, reloads = false }) => {
    const origin = origins.get(name);
    const plain = origin === undefined ? null : isSecret ? "(redacted)" : getValue(config, name);
    const value = path === "store" ? withoutPassword(plain) : plain;
    return { name, value, from: origin?.where ?? "not set", variable, reloads };
  });
}
