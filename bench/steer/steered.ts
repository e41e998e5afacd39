import type { CreateBody, InputItem, ResponseObject } from "@flint/protocol";
import type { HttpClient, Socket } from "../client/index.ts";

export interface SteerSample {
  readonly what: "steer";
  /** From sending the steer to its `accepted` event, and to the first new text. */
  readonly accepted_ms: number;
  readonly first_token_ms: number;
  /** Tokens that the engine evaluated for it, and tokens of the steer's message including the template's. */
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
/** Bursts of an answer before it is steered, and of the next answer before that is stopped. */
const BURSTS = 16;

/** Steers a running answer, and reads equally much of the next one. */
export async function measureSteer(
  socket: Socket,
  body: CreateBody,
  wait: number,
  own_tokens: number,
): Promise<SteerSample> {
  const created = socket.next(["response.created"]);
  const underWay = socket.next(["response.output_text.delta"], BURSTS);
  socket.send({ type: "response.create", ...body });
  const { id } = (await created).frame.response;
  await underWay;
  await new Promise((resolve) => setTimeout(resolve, wait));
  const over = read(socket);
  const asked = performance.now();
  socket.send({ type: "response.steer", previous_response_id: id, input: [user(STEER)] });
  const { before, after, acceptedAt, firstAt } = await over;
  return {
    what: "steer",
    accepted_ms: acceptedAt - asked,
    first_token_ms: firstAt - asked,
    prefilled_tokens: prefilledBy(after),
    own_tokens,
    speed_before: speedOf(before),
    speed_after: speedOf(after),
  };
}

/** Reads a steered answer to its end, and the next one until it can be stopped. */
function read(socket: Socket) {
  let before: ResponseObject | null = null;
  let [successor, bursts, acceptedAt, firstAt] = ["", 0, Number.NaN, Number.NaN];
  return socket.follow((frame, at) => {
    if (frame.type === "response.steer.accepted") acceptedAt = at;
    if (frame.type === "response.created") successor = frame.response.id;
    if (frame.type === "response.incomplete") {
      if (before !== null) return { before, after: frame.response, acceptedAt, firstAt };
      before = frame.response;
    }
    if (frame.type === "response.output_text.delta" && before !== null) {
      bursts++;
      if (bursts === 1) firstAt = at;
      if (bursts === BURSTS)
        socket.send({ type: "response.interrupt", response_id: successor, mode: "discard_partial_items" });
    }
    return undefined;
  });
}

/**
 * Sends the same from scratch: the conversation, the output so far and the steer, to a server that has none of its
 * state.
 */
export async function measureFresh(
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
