import { randomUUID } from "node:crypto";
import type { PromptResponse, SessionUpdate } from "@agentclientprotocol/sdk";
import type { Session, Turn, TurnEvent, TurnResult } from "@flint/client";

export interface QuestionOptions {
  readonly session: Session;
  readonly question: string;
  readonly model: string | null;
  readonly previousResponseId: string | null;
  readonly history: readonly ChatMessage[];
  readonly onTurn: (turn: Turn<TurnResult, TurnEvent>) => void;
  readonly send: (update: SessionUpdate) => Promise<void>;
}

export interface QuestionAnswer {
  readonly stopReason: PromptResponse["stopReason"];
  readonly text: string;
  readonly responseId: string | null;
}

/** A message in the API's form. */
interface ChatMessage {
  readonly role: "user" | "assistant";
  readonly content: string;
}

/** How many characters of a resumed session's conversation are resent; the latest are kept. */
const MOST_HISTORY = 40_000;

/** Streams an answer in words. */
export async function answerQuestion(options: QuestionOptions): Promise<QuestionAnswer> {
  const { session, question, model, previousResponseId, history, send } = options;
  const turn = session.respond({
    input: [...history, { role: "user", content: question } as const],
    previousResponseId,
    ...(model !== null && { model }),
  });
  options.onTurn(turn);
  // Text discarded by a steer cannot be retracted, so the answer continues as a new message.
  let messageId = randomUUID();
  for await (const event of turn) {
    if (event.type === "restart") messageId = randomUUID();
    if (event.type !== "text" && event.type !== "reasoning") continue;
    await send({
      sessionUpdate: event.type === "text" ? "agent_message_chunk" : "agent_thought_chunk",
      messageId,
      content: { type: "text", text: event.text },
    });
  }
  const { status, text, refusal, responseId } = await turn;
  if (refusal !== null)
    await send({
      sessionUpdate: "agent_message_chunk",
      messageId: randomUUID(),
      content: { type: "text", text: refusal },
    });
  const said = [text, refusal ?? ""].filter((part) => part !== "").join("\n\n");
  return { stopReason: STOP_REASONS[status], text: said, responseId };
}

const STOP_REASONS = { completed: "end_turn", incomplete: "max_tokens", interrupted: "cancelled" } as const;

/** Returns the session's messages so far, without the question being asked. */
export function historyOf(updates: readonly SessionUpdate[]): ChatMessage[] {
  const said: { role: "user" | "assistant"; content: string }[] = [];
  const last = updates.findLastIndex(({ sessionUpdate }) => sessionUpdate === "agent_message_chunk");
  for (const update of updates.slice(0, last + 1)) {
    if (update.sessionUpdate !== "user_message_chunk" && update.sessionUpdate !== "agent_message_chunk")
      continue;
    if (update.content.type !== "text") continue;
    const role = update.sessionUpdate === "user_message_chunk" ? "user" : "assistant";
    const before = said.at(-1);
    if (before?.role === role) before.content += update.content.text;
    else said.push({ role, content: update.content.text });
  }
  return latest(said);
}

function latest(said: readonly ChatMessage[]): ChatMessage[] {
  let characters = 0;
  let start = said.length;
  while (start > 0) {
    characters += (said[start - 1] as ChatMessage).content.length;
    if (characters > MOST_HISTORY) break;
    start--;
  }
  return said.slice(start);
}
