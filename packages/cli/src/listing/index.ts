export { listFiles } from "./list-files.ts";
export { FileSearch, type Matches } from "./search.ts";
