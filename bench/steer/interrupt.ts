import type { CreateBody } from "@flint/protocol";
import type { Socket } from "../client/index.ts";

export interface StopSample {
  readonly what: "interrupt";
  /** From sending the interrupt to the end of the response, after which no output follows. */
  readonly stop_ms: number;
  /** One step of the engine, derived from the speed of this answer. */
  readonly step_ms: number;
}

/** Bursts of an answer before it is interrupted. */
const BURSTS = 12;

/** Interrupts a running answer, at a time independent of the engine's steps. */
export async function measureInterrupt(socket: Socket, body: CreateBody, wait: number): Promise<StopSample> {
  const created = socket.next(["response.created"]);
  const under_way = socket.next(["response.output_text.delta"], BURSTS);
  const end = socket.next(["response.incomplete"]);
  socket.send({ type: "response.create", ...body });
  const { id } = (await created).frame.response;
  await under_way;
  await new Promise((resolve) => setTimeout(resolve, wait));
  const asked = performance.now();
  socket.send({ type: "response.interrupt", response_id: id, mode: "discard_partial_items" });
  const { at, frame } = await end;
  const pace = frame.response.flint?.timings?.tokens_per_second ?? Number.NaN;
  return { what: "interrupt", stop_ms: at - asked, step_ms: 1000 / pace };
}
