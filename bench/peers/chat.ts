import { SseDecoder } from "@flint/protocol";

export interface ChatMessage {
  readonly role: "user" | "assistant";
  readonly content: string;
}

export interface ChatAnswer {
  /** From the request to the first and to the last text, in milliseconds. */
  readonly first_ms: number;
  readonly last_ms: number;
  readonly text: string;
}

/** Requests a streamed chat completion, which every OpenAI-compatible server supports. `url` includes `/v1`. */
export async function chat(
  url: string,
  model: string,
  messages: readonly ChatMessage[],
  tokens: number,
): Promise<ChatAnswer> {
  const start = performance.now();
  const reply = await fetch(`${url}/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${process.env.OPENAI_API_KEY ?? "none"}`,
    },
    body: JSON.stringify({ model, messages, max_tokens: tokens, temperature: 0, stream: true }),
  });
  if (!reply.ok || reply.body === null)
    throw new Error(`${url} answered with status ${reply.status}: ${await reply.text()}`);
  const decoder = new SseDecoder();
  const texts = new TextDecoder();
  let [first, last, text] = [Number.NaN, Number.NaN, ""];
  const reader = reply.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const now = performance.now() - start;
    for (const { data } of decoder.push(texts.decode(piece.value, { stream: true }))) {
      const said: unknown = JSON.parse(data).choices?.[0]?.delta?.content;
      if (typeof said !== "string" || said === "") continue;
      if (text === "") first = now;
      last = now;
      text += said;
    }
  }
  if (text === "") throw new Error(`${url} gave an answer without text`);
  return { first_ms: first, last_ms: last, text };
}

/** Resolves to the first model that a server lists. */
export async function firstModel(url: string): Promise<string> {
  const headers = { authorization: `Bearer ${process.env.OPENAI_API_KEY ?? "none"}` };
  const reply = await fetch(`${url}/models`, { headers });
  if (!reply.ok) throw new Error(`${url}/models was answered with status ${reply.status}`);
  const { data } = (await reply.json()) as { data?: readonly { id: string }[] };
  const id = data?.[0]?.id;
  if (id === undefined) throw new Error(`${url}/models lists no model`);
  return id;
}
