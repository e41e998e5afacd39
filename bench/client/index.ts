export { HttpClient } from "./http.ts";
export { type Answer, type Arrived, Socket } from "./socket.ts";
export { textOf } from "./text.ts";
