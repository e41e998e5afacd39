/** Chat Completions, translated to and from the Responses API. */
export { ChatChunks } from "./chunks.ts";
export { chatCompletion } from "./completion.ts";
export { responseRequest, type TranslatedRequest } from "./request.ts";
export { whyStopped } from "./why-stopped.ts";
