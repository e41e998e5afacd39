import type { CreateBody, InputItem } from "@flint/protocol";
import { type Answer, HttpClient, Socket } from "../client/index.ts";
import type { BenchServer } from "../server/index.ts";

export interface Question {
  readonly model: string;
  /** What nobody has read yet. */
  readonly text: string;
}

export interface Measured {
  /** From the request, or the opening of its connection, to the first text. */
  readonly first_token_ms: number;
  readonly prompt_tokens: number;
  /** Of those, what the engine had to read. */
  readonly prefilled_tokens: number;
}

/** Of an answer: what comes first is what counts. */
const TOKENS = 4;

/** Connects, and asks what nobody has asked. */
export async function cold(server: BenchServer, question: Question): Promise<Measured> {
  const start = performance.now();
  using socket = await Socket.open(server.port);
  return measured(start, await socket.answer(asked(question)));
}

/** The same on a connection that has been used. */
export async function warmConnection(server: BenchServer, question: Question): Promise<Measured> {
  using socket = await Socket.open(server.port);
  await socket.answer(asked({ ...question, text: "Hello." }));
  const start = performance.now();
  return measured(start, await socket.answer(asked(question)));
}

/** The text has been read by a warm-up: a question about it, and another one after its answer. */
export async function warmSession(
  server: BenchServer,
  question: Question,
): Promise<{ warm: Measured; continued: Measured }> {
  using socket = await Socket.open(server.port);
  const { id } = await socket.warmUp(asked(question));
  await server.settled();
  const { model } = question;
  const ask = async (text: string, previous_response_id: string) => {
    const start = performance.now();
    const answer = await socket.answer({ ...asked({ model, text }), previous_response_id });
    return { id: answer.response.id, measured: measured(start, answer) };
  };
  const warm = await ask("Which of these orders are paid?", id);
  const continued = await ask("And which are not?", warm.id);
  return { warm: warm.measured, continued: continued.measured };
}

/** Over HTTP with server-sent events: a new connection, and then the whole conversation once more on the same one. */
export async function overHttp(
  server: BenchServer,
  question: Question,
): Promise<{ cold: Measured; continued: Measured }> {
  using client = new HttpClient(server.port);
  // What has been read is found again by the key: the whole text is sent, and compared.
  const settings = { ...asked(question), prompt_cache_key: question.text.slice(0, 40) };
  const first: InputItem = { type: "message", role: "user", content: question.text };
  const start = performance.now();
  const answer = await client.answer({ ...settings, input: [first] });
  const history = [first, ...answer.response.output, user("Which of these orders are paid?")];
  const again = performance.now();
  const continued = measured(again, await client.answer({ ...settings, input: history as InputItem[] }));
  return { cold: measured(start, answer), continued };
}

function user(content: string): InputItem {
  return { type: "message", role: "user", content };
}

function asked({ model, text }: Question): CreateBody {
  return { model, input: text, store: false, max_output_tokens: TOKENS };
}

function measured(start: number, { first, response }: Answer): Measured {
  const { prompt_tokens = 0, reused_tokens = 0 } = response.flint?.timings ?? {};
  return { first_token_ms: first - start, prompt_tokens, prefilled_tokens: prompt_tokens - reused_tokens };
}
