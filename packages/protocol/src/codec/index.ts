export { deltaEncoder, type EncodeEvent, lifecycleEncoder, type ResponseEcho } from "./event.ts";
export { decodeServerFrame, encodeFrame } from "./frame.ts";
export { encodeSse, SSE_DONE, SseDecoder, type SseDecoderOptions, type SseMessage } from "./sse.ts";
