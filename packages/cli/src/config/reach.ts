import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { parseUpstreams, UpstreamReferenceError, type UpstreamTarget } from "@flint/engine";
import { badConfig, type Origin, placeOf } from "./read-setting.ts";
import type { ServeConfig } from "./schema.ts";
import { settings } from "./settings.ts";
import { storePath } from "./store-path.ts";
import { withoutPassword } from "./without-password.ts";

interface Given {
  readonly config: ServeConfig;
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * Refuses settings of a file that was merely found in the working directory if they reach beyond its folder: it may have
 * come with somebody else's repository. They could send code and keys to another server, open this one to others, or
 * write elsewhere. Throws `UsageError` `bad_config`, which says how to allow them: by naming the file.
 */
export function refuseReach(path: string, { config, origins }: Given, env: NodeJS.ProcessEnv): void {
  for (const setting of settings) {
    const origin = origins.get(setting.name);
    if (origin?.kind !== "file") continue;
    const what = reachOf(setting.name, config, dirname(path), env);
    if (what === null) continue;
    throw badConfig(
      `${placeOf(setting, origin)} ${what}, and the file was only found in this folder: if you trust it, name it with --config ${basename(path)}`,
    );
  }
}

/** Returns what a setting does beyond the file's folder; null if nothing. */
function reachOf(name: string, config: ServeConfig, folder: string, env: NodeJS.ProcessEnv): string | null {
  switch (name) {
    case "engine":
      return serverReach(config.engine, env);
    case "host":
      return isLoopback(config.host) ? null : `lets other machines in, at ${config.host}`;
    case "hosts":
      return "makes the server answer to other host names";
    case "store": {
      const file = storePath(config.store);
      if (file !== null) return config.store === "disk" ? null : fileReach(file, folder);
      return config.store === "memory" ? null : `keeps responses at ${withoutPassword(config.store)}`;
    }
    case "keys":
    case "audit":
    case "usage":
      return fileReach(config[name], folder);
    case "kvSpill":
      return config.kvSpill === undefined ? null : fileReach(config.kvSpill, folder);
    default:
      return null;
  }
}

function serverReach(engine: string, env: NodeJS.ProcessEnv): string | null {
  const targets = targetsOf(engine, env);
  const away = targets.find(({ url }) => !isLoopback(new URL(url).hostname));
  if (away !== undefined) return `sends code to ${new URL(away.url).host}`;
  const keyed = targets.find(({ key }) => key !== undefined);
  return keyed === undefined ? null : `sends a key from the environment to ${new URL(keyed.url).host}`;
}

function targetsOf(engine: string, env: NodeJS.ProcessEnv): readonly UpstreamTarget[] {
  try {
    return parseUpstreams(engine, env);
  } catch (error) {
    // Not a server, or refused as such where it is opened.
    if (error instanceof UpstreamReferenceError) return [];
    throw error;
  }
}

function fileReach(path: string, folder: string): string | null {
  const inner = relative(realOf(folder), realOf(resolve(path)));
  const isOutside = inner === ".." || inner.startsWith(`..${sep}`) || isAbsolute(inner);
  return isOutside ? `writes to ${path}` : null;
}

/** Resolves links, also of a path whose end does not exist yet. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realOf(parent), basename(path));
  }
}

function isLoopback(host: string): boolean {
  return ["localhost", "::1", "[::1]"].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}
