import { dirname, resolve } from "node:path";
import { dataFile, type ServeConfig, storePath } from "../config/index.ts";
import { systemCode } from "../error/index.ts";
import { probeFolder } from "../folder/index.ts";
import { sessionsFolder } from "../history/index.ts";
import { broken, type Finding, ok, warning } from "./finding.ts";

/** A folder that Flint writes to. */
interface DataFolder {
  readonly what: string;
  readonly folder: string;
  readonly remedy: string;
  /** Whether `flint serve` fails to start without it. */
  readonly isNeeded: boolean;
}

const RIGHT = "give yourself write permission there";

/** Returns a finding for each folder of sessions, or of `flint serve` as configured, that is not writable. */
export function checkFolders(config: ServeConfig | undefined): Finding[] {
  const kept = dataFolders(config);
  const faults = kept.flatMap((one) => {
    const code = faultOf(one.folder);
    if (code === null) return [];
    const found = `${one.what} cannot be kept in ${one.folder} (${code})`;
    const make = one.isNeeded ? broken : warning;
    return [make("folders", found, `${RIGHT}, or ${one.remedy}`, { what: one.what, folder: one.folder })];
  });
  if (faults.length > 0) return faults;
  const folders = [...new Set(kept.map(({ folder }) => folder))];
  const phrases = folders.map((folder) => {
    const names = kept.filter((one) => one.folder === folder).map(({ what }) => what);
    return `${names.join(", ")} in ${folder}`;
  });
  return [ok("folders", `can be kept: ${phrases.join("; ")}`, { folders })];
}

function dataFolders(config: ServeConfig | undefined): DataFolder[] {
  const sessions = { what: "sessions", folder: sessionsFolder(), isNeeded: false };
  const home = "set FLINT_HOME to a folder of yours";
  if (config === undefined) return [{ ...sessions, remedy: home }];
  const folderOfFile = (what: string, path: string, flag: string, isNeeded = false) => ({
    ...{ what, folder: dirname(path), isNeeded },
    remedy: `name another ${flag}, or set FLINT_HOME to a folder of yours`,
  });
  const store = storePath(config.store);
  return [
    { ...sessions, remedy: home },
    folderOfFile("keys", config.keys, "file with --keys"),
    folderOfFile("the audit log", config.audit, "file with --audit"),
    ...(store === null
      ? []
      : [
          folderOfFile("the store", store, "path with --store disk:PATH", true),
          // flint serve only needs this folder if the setting was given.
          folderOfFile("usage", config.usage, "file with --usage", config.usage !== dataFile("usage.json")),
        ]),
    ...(config.kvSpill === undefined
      ? []
      : [
          {
            ...{ what: "conversations' state", folder: resolve(config.kvSpill), isNeeded: true },
            remedy: "name another folder with --kv-spill",
          },
        ]),
  ];
}

/** Returns the system's error for writing to the folder; null if it is writable. */
function faultOf(folder: string): string | null {
  try {
    probeFolder(folder);
    return null;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code;
  }
}
