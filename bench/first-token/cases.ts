import type { CreateBody, InputItem } from "@flint/protocol";
import { type Answer, HttpClient, Socket } from "../client/index.ts";
import type { BenchServer } from "../server/index.ts";

export interface Question {
  readonly model: string;
  /** Text that the engine has not evaluated before. */
  readonly text: string;
}

export interface Measured {
  /** From the request, or from opening its connection, to the first text. */
  readonly first_token_ms: number;
  readonly prompt_tokens: number;
  /** Prompt tokens that the engine had to evaluate. */
  readonly prefilled_tokens: number;
}

/** Most tokens of an answer: only the first one matters. */
const TOKENS = 4;

/** Measures a new connection with a new prompt. */
export async function cold(server: BenchServer, question: Question): Promise<Measured> {
  const start = performance.now();
  using socket = await Socket.open(server.port);
  return measuredFrom(start, await socket.answer(bodyOf(question)));
}

/** Measures a new prompt on a connection that was used before. */
export async function warmConnection(server: BenchServer, question: Question): Promise<Measured> {
  using socket = await Socket.open(server.port);
  await socket.answer(bodyOf({ ...question, text: "Hello." }));
  const start = performance.now();
  return measuredFrom(start, await socket.answer(bodyOf(question)));
}

/** Measures a question about text prefilled by a warm-up, and another one after its answer. */
export async function warmSession(
  server: BenchServer,
  question: Question,
): Promise<{ warm: Measured; continued: Measured }> {
  using socket = await Socket.open(server.port);
  const { id } = await socket.warmUp(bodyOf(question));
  await server.untilIdle();
  const { model } = question;
  const ask = async (text: string, previous_response_id: string) => {
    const start = performance.now();
    const answer = await socket.answer({ ...bodyOf({ model, text }), previous_response_id });
    return { id: answer.response.id, measured: measuredFrom(start, answer) };
  };
  const warm = await ask("Which of these orders are paid?", id);
  const continued = await ask("And which are not?", warm.id);
  return { warm: warm.measured, continued: continued.measured };
}

/** Measures HTTP with server-sent events: a new connection, and then the whole conversation resent on it. */
export async function overHttp(
  server: BenchServer,
  question: Question,
): Promise<{ cold: Measured; continued: Measured }> {
  using client = new HttpClient(server.port);
  // With this key the server finds the evaluated prompt: the whole text is sent, and compared.
  const settings = { ...bodyOf(question), prompt_cache_key: question.text.slice(0, 40) };
  const first: InputItem = { type: "message", role: "user", content: question.text };
  const start = performance.now();
  const answer = await client.answer({ ...settings, input: [first] });
  const history = [first, ...answer.response.output, user("Which of these orders are paid?")];
  const again = performance.now();
  const continued = measuredFrom(again, await client.answer({ ...settings, input: history as InputItem[] }));
  return { cold: measuredFrom(start, answer), continued };
}

function user(content: string): InputItem {
  return { type: "message", role: "user", content };
}

function bodyOf({ model, text }: Question): CreateBody {
  return { model, input: text, store: false, max_output_tokens: TOKENS };
}

function measuredFrom(start: number, { first, response }: Answer): Measured {
  const { prompt_tokens = 0, reused_tokens = 0 } = response.flint?.timings ?? {};
  return { first_token_ms: first - start, prompt_tokens, prefilled_tokens: prompt_tokens - reused_tokens };
}
