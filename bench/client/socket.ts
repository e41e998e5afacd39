import { once } from "node:events";
import { type CreateBody, decodeServerFrame, type ResponseObject, type ServerFrame } from "@flint/protocol";
import { WebSocket } from "ws";

/** What came, and when by `performance.now()`. */
export interface Arrived<Frame = ServerFrame> {
  readonly frame: Frame;
  readonly at: number;
}

export interface Answer {
  readonly response: ResponseObject;
  /** When its first text came, by `performance.now()`. */
  readonly first: number;
  readonly ended: number;
}

/** The frames whose type may be one of these. */
type Typed<Type, Frame = ServerFrame> = Frame extends { type: infer Own }
  ? Extract<Type, Own> extends never
    ? never
    : Frame
  : never;

interface Waiter {
  readonly types: readonly string[];
  /** Frames of these types that are still to come. */
  left: number;
  resolve(arrived: Arrived<never>): void;
  reject(cause: Error): void;
}

interface Follower {
  read(frame: ServerFrame, at: number): void;
  reject(cause: Error): void;
}

/** What no benchmark asks for. */
const FAILURES = ["error", "response.failed", "response.steer.failed", "response.interrupt.failed"];

/** A WebSocket on which one response runs at a time. Every frame is parsed, as a client that shows it does. */
export class Socket implements Disposable {
  readonly #socket: WebSocket;
  readonly #followers = new Set<Follower>();
  #waiters: Waiter[] = [];
  #failure: Error | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => this.#receive(String(data)));
    socket.on("close", (code) => this.#fail(new Error(`the server closed the socket with ${code}`)));
  }

  static async open(port: number): Promise<Socket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/responses`, { perMessageDeflate: false });
    await once(socket, "open");
    return new Socket(socket);
  }

  send(frame: object): void {
    this.#socket.send(JSON.stringify(frame));
  }

  /** The next frame of these types, or the n-th from now. Rejects if something fails, or the socket closes. */
  next<Type extends ServerFrame["type"]>(types: readonly Type[], nth = 1): Promise<Arrived<Typed<Type>>> {
    return new Promise((resolve, reject) => {
      if (this.#failure === null) this.#waiters.push({ types, left: nth, resolve, reject });
      else reject(this.#failure);
    });
  }

  /**
   * Gives each frame from now on to `read`, until that returns something. For what comes close together: frames that arrive
   * in one piece are all read before any promise goes on.
   */
  follow<Result>(read: (frame: ServerFrame, at: number) => Result | undefined): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      const follower: Follower = {
        reject,
        read: (frame, at) => {
          const result = read(frame, at);
          if (result === undefined) return;
          this.#followers.delete(follower);
          resolve(result);
        },
      };
      this.#followers.add(follower);
    });
  }

  /** Asks, and reads the answer to its end. */
  async answer(body: CreateBody): Promise<Answer> {
    const first = this.next(["response.output_text.delta"]);
    const end = this.next(["response.completed", "response.incomplete"]);
    this.send({ type: "response.create", ...body });
    const [{ at }, { frame, at: ended }] = await Promise.all([first, end]);
    return { response: frame.response, first: at, ended };
  }

  /** Has the prompt read and nothing said. The response comes at once, the reading goes on. */
  async warmUp(body: CreateBody): Promise<ResponseObject> {
    const end = this.next(["response.completed"]);
    this.send({ type: "response.create", generate: false, ...body });
    return (await end).frame.response;
  }

  [Symbol.dispose](): void {
    this.#waiters = [];
    this.#followers.clear();
    this.#socket.terminate();
  }

  #receive(text: string): void {
    const at = performance.now();
    const frame = decodeServerFrame(text);
    if (frame === null) return;
    if (FAILURES.includes(frame.type)) {
      this.#fail(new Error(text));
      return;
    }
    for (const follower of this.#followers) follower.read(frame, at);
    const due: Waiter[] = [];
    for (const waiter of this.#waiters)
      if (waiter.types.includes(frame.type) && --waiter.left === 0) due.push(waiter);
    if (due.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => !due.includes(waiter));
    for (const waiter of due) waiter.resolve({ frame, at } as Arrived<never>);
  }

  /** For good: what comes after it would be taken for something else. */
  #fail(cause: Error): void {
    this.#failure ??= cause;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of [...waiters, ...this.#followers]) waiter.reject(cause);
    this.#followers.clear();
  }
}
