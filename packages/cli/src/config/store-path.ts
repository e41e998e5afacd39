import { resolve } from "node:path";
import { dataFile } from "./data-folder.ts";

const ON_DISK = "disk:";

/** The file of a store on disk, as the setting `store` names it; null for one that is elsewhere. */
export function storePath(store: string): string | null {
  if (store === "disk") return dataFile("responses.db");
  return store.startsWith(ON_DISK) && store !== ON_DISK ? resolve(store.slice(ON_DISK.length)) : null;
}
