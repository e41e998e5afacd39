export { slowReaders } from "./slow-readers.ts";
