export { Replaying } from "./replaying.ts";
