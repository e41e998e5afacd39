/** Chat Completions, as another way to say what the Responses API says. */
export { ChatChunks } from "./chunks.ts";
export { chatCompletion } from "./completion.ts";
export { responseRequest, type TranslatedRequest } from "./request.ts";
export { whyStopped } from "./why-stopped.ts";
