export { Editor } from "./editor.ts";
export { Keys } from "./keys.ts";
export { SessionLog } from "./session-log.ts";
