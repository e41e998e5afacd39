export { makeFolder } from "./folder.ts";
export { replaceFile } from "./replace.ts";
