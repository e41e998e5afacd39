export { type Found, filesOf, type Place, placesOf } from "./list-files.ts";
export { FileSearch, type Looking } from "./search.ts";
