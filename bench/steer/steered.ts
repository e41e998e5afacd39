import type { CreateBody, InputItem, ResponseObject } from "@flint/protocol";
import type { HttpClient, Socket } from "../client/index.ts";

export interface SteerSample {
  readonly what: "steer";
  /** From the sending of the steer to its `accepted`, and to the first new text. */
  readonly accepted_ms: number;
  readonly first_token_ms: number;
  /** What the engine read for it, and how many tokens the steer has, its place in the conversation included. */
  readonly prefilled_tokens: number;
  readonly own_tokens: number;
  readonly speed_before: number;
  readonly speed_after: number;
}

export interface FreshSample {
  readonly what: "fresh";
  readonly first_token_ms: number;
  readonly prefilled_tokens: number;
}

export const STEER = "No, use a loop instead, and keep the name as it is.";
/** Bursts of an answer before it is steered, and of the one that follows before that is stopped. */
const BURSTS = 16;

/** Steers an answer under way, and reads as much of the one that follows it. */
export async function steered(
  socket: Socket,
  body: CreateBody,
  wait: number,
  own_tokens: number,
): Promise<SteerSample> {
  const created = socket.next(["response.created"]);
  const underWay = socket.next(["response.output_text.delta"], BURSTS);
  const stopped = socket.next(["response.incomplete"]);
  const accepted = socket.next(["response.steer.accepted"]);
  socket.send({ type: "response.create", ...body });
  const { id } = (await created).frame.response;
  await underWay;
  await new Promise((resolve) => setTimeout(resolve, wait));
  const asked = performance.now();
  socket.send({ type: "response.steer", previous_response_id: id, input: [user(STEER)] });
  const before = (await stopped).frame.response;
  // Asked for after the steered answer's last text: what follows takes the engine a step at least.
  const next = socket.next(["response.created"]);
  const first = socket.next(["response.output_text.delta"]);
  const goesOn = socket.next(["response.output_text.delta"], BURSTS);
  const end = socket.next(["response.incomplete"]);
  const [{ at: acceptedAt }, { at: firstAt }] = await Promise.all([accepted, first]);
  await goesOn;
  const successor = (await next).frame.response.id;
  socket.send({ type: "response.interrupt", response_id: successor, mode: "discard_partial_items" });
  const { frame } = await end;
  return {
    what: "steer",
    accepted_ms: acceptedAt - asked,
    first_token_ms: firstAt - asked,
    prefilled_tokens: prefilledBy(frame.response),
    own_tokens,
    speed_before: speedOf(before),
    speed_after: speedOf(frame.response),
  };
}

/** The same told anew: the conversation so far, what had been said, and the steer, to a server that knows none of it. */
export async function fresh(
  client: HttpClient,
  body: CreateBody,
  text: string,
  said: string,
): Promise<FreshSample> {
  const input: InputItem[] = [
    user(text),
    { type: "message", role: "assistant", content: [{ type: "output_text", text: said }] },
    user(STEER),
  ];
  const start = performance.now();
  const { first, response } = await client.answer({ ...body, input });
  return { what: "fresh", first_token_ms: first - start, prefilled_tokens: prefilledBy(response) };
}

export function user(content: string): InputItem {
  return { type: "message", role: "user", content };
}

function prefilledBy({ flint }: ResponseObject): number {
  const { prompt_tokens = 0, reused_tokens = 0 } = flint?.timings ?? {};
  return prompt_tokens - reused_tokens;
}

function speedOf({ flint }: ResponseObject): number {
  return flint?.timings?.tokens_per_second ?? Number.NaN;
}
