export { makeFolder, probeFolder } from "./folder.ts";
export { replaceFile } from "./replace.ts";
