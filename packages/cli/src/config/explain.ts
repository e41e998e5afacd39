import { type EffectiveConfig, get } from "./resolve-config.ts";
import { settings } from "./settings.ts";

/** One setting as it is in force. */
export interface ExplainedSetting {
  readonly name: string;
  /** `(redacted)` for secrets; null where it is not set. */
  readonly value: unknown;
  /** `--port`, `FLINT_PORT`, the file's path, `default`, or `not set`. */
  readonly from: string;
  readonly variable: string;
  /** Whether SIGHUP can change it. */
  readonly reloads: boolean;
}

/** Every setting with its value and where that came from. Secrets are left out. */
export function explainConfig({ config, origins }: EffectiveConfig): ExplainedSetting[] {
  return settings.map(({ name, variable, isSecret, path, reloads = false }) => {
    const origin = origins.get(name);
    const plain = origin === undefined ? null : isSecret ? "(redacted)" : get(config, name);
    const value = path === "store" ? withoutPassword(plain) : plain;
    return { name, value, from: origin?.where ?? "not set", variable, reloads };
  });
}

/** Addresses without the user and the password that they may hold. */
export function withoutPassword(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/(?<=:\/\/)[^/@]*@/g, "(redacted)@") : value;
}
