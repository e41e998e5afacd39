export { openDiskShelf } from "./disk-shelf.ts";
