export { makeEdit } from "./making.ts";
