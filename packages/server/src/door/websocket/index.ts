export { openWebSocketDoor, type WebSocketDoor } from "./upgrade.ts";
