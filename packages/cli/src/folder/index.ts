export { makeFolder, probeFolder } from "./folder.ts";
