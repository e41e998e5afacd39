export { interactiveCommand } from "./command.ts";
