export { dial, HandshakeRefused } from "./dial.ts";
export { SocketAnswer, type SocketAnswerOptions } from "./socket-answer.ts";
export { type Conversation, Sockets, type SocketsOptions } from "./sockets.ts";
