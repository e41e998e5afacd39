import type { TSchema } from "typebox";
import { ServeConfig, type SettingNotes } from "./schema.ts";

/** A setting of the server. */
export interface Setting extends SettingNotes {
  /** Its dotted path in the file, such as `port` or `limits.frameBytes`. */
  readonly name: string;
  /** `FLINT_PORT`, `FLINT_LIMITS_FRAME_BYTES`. */
  readonly variable: string;
  /** `--port`, `--limit frameBytes=…`; null for secrets and for tables. */
  readonly flag: string | null;
  readonly schema: TSchema;
}

/** All settings, in the order of the schema. */
export const settings: readonly Setting[] = settingsIn(ServeConfig, "");

export function settingOf(name: string): Setting | undefined {
  return settings.find((setting) => setting.name === name);
}

/** Whether `name` is an object that contains settings: `""` (the root) or `limits`. */
export function isGroup(name: string): boolean {
  return settings.some((setting) => setting.name.startsWith(name === "" ? "" : `${name}.`));
}

function settingsIn(schema: TSchema, prefix: string): Setting[] {
  const fields = (schema as { properties?: Readonly<Record<string, TSchema>> }).properties ?? {};
  return Object.entries(fields).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    return "properties" in field ? settingsIn(field, `${name}.`) : [settingFor(name, field)];
  });
}

function settingFor(name: string, schema: TSchema): Setting {
  const notes = schema as TSchema & SettingNotes;
  const words = name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").replaceAll(".", "_");
  return {
    ...notes,
    name,
    schema,
    variable: `FLINT_${words.toUpperCase()}`,
    flag: notes.isSecret || notes.hasNoFlag ? null : flagOf(name),
  };
}

function flagOf(name: string): string {
  const [group, key] = name.split(".");
  if (key !== undefined) return `--${group?.replace(/s$/, "")} ${key}=`;
  return `--${name.replaceAll(/([a-z])([A-Z])/g, "$1-$2").toLowerCase()}`;
}
