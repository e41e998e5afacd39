import type { CreateBody } from "@flint/protocol";
import { Socket } from "../client/index.ts";

/** Items of a session's conversation, half of them questions. */
export const ITEMS = 20;

export const MODEL = "scripted";
/** Typical lengths of a request to an agent, and of its report. */
const QUESTION =
  "Please look at how orders are counted in src/orders/count.ts: some of them seem to be counted twice when they are paid in two parts. Change as little as you can.";
export const ANSWER =
  "I have changed count.ts so that an order is looked up by its id before it is counted, and added a test with an order that is paid in two parts. The other tests pass as before, and no other file needed a change.";

/** A connection with an idle conversation. */
export class IdleSession implements Disposable {
  readonly #socket: Socket;
  #previous: string;

  private constructor(socket: Socket, previous: string) {
    this.#socket = socket;
    this.#previous = previous;
  }

  static async open(port: number): Promise<IdleSession> {
    const socket = await Socket.open(port);
    const first = await socket.answer(bodyOf(1));
    const session = new IdleSession(socket, first.response.id);
    for (let turn = 2; turn <= ITEMS / 2; turn++) await session.#turn(turn);
    return session;
  }

  /** Sends another request. Resolves to the milliseconds until the first text. */
  async wake(): Promise<number> {
    const start = performance.now();
    return (await this.#turn(ITEMS)) - start;
  }

  async #turn(turn: number): Promise<number> {
    const { response, first } = await this.#socket.answer({
      ...bodyOf(turn),
      previous_response_id: this.#previous,
    });
    this.#previous = response.id;
    return first;
  }

  [Symbol.dispose](): void {
    this.#socket[Symbol.dispose]();
  }
}

function bodyOf(turn: number): CreateBody {
  return { model: MODEL, store: false, input: `${turn}. ${QUESTION}` };
}
