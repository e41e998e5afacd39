import { aiSdk } from "./ai-sdk.mjs";
import { codexCli } from "./codex/codex.mjs";
import { langchain } from "./langchain.mjs";
import { openaiChat } from "./openai/chat.mjs";
import { openaiHttp } from "./openai/http.mjs";
import { openaiSteering } from "./openai/steering.mjs";
import { openaiWebSocket } from "./openai/websocket.mjs";
import { openaiAgents } from "./openai-agents.mjs";

/**
 * All clients, by their name on the command line.
 * @type {Readonly<Record<string, import("./check.mjs").Check<any>>>}
 */
export const clients = {
  openai: openaiHttp,
  chat: openaiChat,
  websocket: openaiWebSocket,
  steering: openaiSteering,
  ai: aiSdk,
  agents: openaiAgents,
  langchain,
  codex: codexCli,
};
