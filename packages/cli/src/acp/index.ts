export { type AcpFlags, acpCommand } from "./command.ts";
