export { serveCommand } from "./command.ts";
