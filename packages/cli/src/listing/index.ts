export { type Found, filesOf, MAX_FILES, type Place, placesOf } from "./list-files.ts";
export { FileSearch, type RunningSearch } from "./search.ts";
