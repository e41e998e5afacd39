export { Editor } from "./editor.ts";
export { Keys } from "./keys.ts";
export { messageOf } from "./open-file.ts";
export { SessionLog } from "./session-log.ts";
