export { type InitializeOptions, initializeSession } from "./initialize-session.ts";
