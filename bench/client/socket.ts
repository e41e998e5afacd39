import { once } from "node:events";
import { type CreateBody, decodeServerFrame, type ResponseObject, type ServerFrame } from "@flint/protocol";
import { WebSocket } from "ws";

/** A received frame, and when it arrived (`performance.now()`). */
export interface Arrived<Frame = ServerFrame> {
  readonly frame: Frame;
  readonly at: number;
}

export interface Answer {
  readonly response: ResponseObject;
  /** When its first text arrived (`performance.now()`). */
  readonly first: number;
  readonly ended: number;
}

/** The frames that may have one of these types. */
type Typed<Type, Frame = ServerFrame> = Frame extends { type: infer Own }
  ? Extract<Type, Own> extends never
    ? never
    : Frame
  : never;

interface Waiter {
  readonly types: readonly string[];
  /** Frames of these types still to arrive. */
  left: number;
  resolve(arrived: Arrived<never>): void;
  reject(cause: Error): void;
}

interface Follower {
  read(frame: ServerFrame, at: number): void;
  reject(cause: Error): void;
}

/** Frames that no benchmark expects. */
const FAILURES = ["error", "response.failed", "response.steer.failed", "response.interrupt.failed"];

/** A WebSocket client for one response at a time. Parses every frame, like a client that displays it. */
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

  /**
   * Resolves to the next frame of these types, or the nth from now. Rejects on a failure, or if the socket closes.
   */
  next<Type extends ServerFrame["type"]>(types: readonly Type[], nth = 1): Promise<Arrived<Typed<Type>>> {
    return new Promise((resolve, reject) => {
      if (this.#failure === null) this.#waiters.push({ types, left: nth, resolve, reject });
      else reject(this.#failure);
    });
  }

  /**
   * Passes each frame from now on to `read`, until that returns a result. For frames that arrive together: all of
   * them are read before any awaiting code continues.
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

  /** Sends a request, and reads the response to its end. */
  async answer(body: CreateBody): Promise<Answer> {
    const first = this.next(["response.output_text.delta"]);
    const end = this.next(["response.completed", "response.incomplete"]);
    this.send({ type: "response.create", ...body });
    const [{ at }, { frame, at: ended }] = await Promise.all([first, end]);
    return { response: frame.response, first: at, ended };
  }

  /** Prefills a prompt without generating. The response arrives at once, before the prefill has finished. */
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

  /** Fails this and every later wait: frames that follow could be mistaken for others. */
  #fail(cause: Error): void {
    this.#failure ??= cause;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of [...waiters, ...this.#followers]) waiter.reject(cause);
    this.#followers.clear();
  }
}
