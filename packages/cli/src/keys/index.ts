export { createKey, listKeys, revokeKey } from "./command.ts";
