export { dial, HandshakeRefused } from "./dial.ts";
export { SocketAnswer } from "./socket-answer.ts";
export { type Conversation, Sockets, type SocketsOptions } from "./sockets.ts";
