export { type ServeFlags, serveCommand } from "./command.ts";
