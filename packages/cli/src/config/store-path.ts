import { resolve } from "node:path";
import { dataFile } from "./data-folder.ts";

const ON_DISK = "disk:";

/** Returns the file of a disk store named by the setting `store`; null for other stores. */
export function storePath(store: string): string | null {
  if (store === "disk") return dataFile("responses.db");
  return store.startsWith(ON_DISK) && store !== ON_DISK ? resolve(store.slice(ON_DISK.length)) : null;
}
