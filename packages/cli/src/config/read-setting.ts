import { dirname, isAbsolute, resolve } from "node:path";
import { Check } from "typebox/value";
import { UsageError } from "../error/index.ts";
import { bytesOf, millisecondsOf } from "./quantity.ts";
import type { Setting } from "./settings.ts";

/** The source of a value. */
export interface Origin {
  readonly kind: "flag" | "variable" | "file" | "default";
  /** Name of the source: `--port`, `FLINT_PORT` or the file's path. */
  readonly where: string;
}

/** Reads a setting's value from JSON, or from the text of a variable or flag. Throws {@link UsageError} `bad_config`. */
export function readSetting(setting: Setting, given: unknown, origin: Origin): unknown {
  const raw = origin.kind === "file" || typeof given !== "string" ? given : toSchemaType(given, setting);
  if (!Check(setting.schema, raw)) {
    const shown = setting.isSecret ? "another value" : JSON.stringify(given)?.slice(0, 80);
    throw badConfig(`${placeOf(setting, origin)}: expected ${setting.expected}, got ${shown}`);
  }
  if (typeof raw !== "string") return raw;
  if (setting.unit !== undefined) return setting.unit === "bytes" ? bytesOf(raw) : millisecondsOf(raw);
  return origin.kind === "file" ? resolveInFolder(raw, setting, dirname(origin.where)) : raw;
}

export function badConfig(message: string): UsageError {
  return new UsageError("bad_config", message);
}

/** Names the place of a value in messages: `--port`, or the file and the setting's name. */
export function placeOf({ name }: Pick<Setting, "name">, { kind, where }: Origin): string {
  return kind === "file" ? `${where}: \`${name}\`` : where;
}

/** Converts text to the schema's type: numbers, comma-separated lists, JSON objects. */
function toSchemaType(text: string, { schema }: Setting): unknown {
  const { type, anyOf } = schema as { type?: string; anyOf?: readonly { type?: string }[] };
  const types = anyOf?.map((branch) => branch.type) ?? [type];
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (types.includes("array")) return text.split(",").map((part) => part.trim());
  if (!types.includes("object")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Resolves paths in a configuration file against its folder. */
function resolveInFolder(text: string, { path }: Setting, folder: string): string {
  if (path === "store") {
    const [, inside] = /^disk:(.+)$/.exec(text) ?? [];
    return inside === undefined || isAbsolute(inside) ? text : `disk:${resolve(folder, inside)}`;
  }
  const isPath = path === "path" || (path === "model" && /^\.\.?[\\/]/.test(text));
  return isPath ? resolve(folder, text) : text;
}
