import { type ApiErrorBody, type InputItem, newId, type SteerFrame } from "@flint/protocol";
import { FlintError } from "../error/index.ts";
import type { Acknowledgement } from "./turn.ts";
import { withResolvers } from "./with-resolvers.ts";

type Sent = "sent" | "unsupported" | "not_open";

interface Steer {
  /** By which the server knows one that is sent again. */
  readonly requestId: string;
  readonly item: InputItem;
  readonly begun: number;
  /** Runs from the sending on. */
  timer: ReturnType<typeof setTimeout> | undefined;
  resolve(acknowledgement: Acknowledgement): void;
  accepted(): void;
  reject(error: FlintError): void;
  state: "waiting" | "sent" | "accepted";
  /** The server's id of it, once accepted. */
  id: string | null;
}

/** The steers of one turn, from the call to the response that they begin. */
export class Steers {
  readonly #timeout: number;
  readonly #milliseconds: number[] = [];
  #steers: Steer[] = [];

  constructor(acknowledgementTimeout: number) {
    this.#timeout = acknowledgementTimeout;
  }

  /** How long each acknowledged steer took to be acknowledged. */
  get milliseconds(): readonly number[] {
    return this.#milliseconds;
  }

  /** What the server has accepted and not yet begun to answer. */
  get accepted(): readonly InputItem[] {
    return this.#steers.filter((steer) => steer.state === "accepted").map((steer) => steer.item);
  }

  /** `accepted` is called as soon as it is, before anything that the server says next is looked at. */
  add(text: string, accepted: () => void): Promise<Acknowledgement> {
    const { promise, resolve, reject } = withResolvers<Acknowledgement>();
    const steer: Steer = {
      requestId: newId("steer"),
      item: { type: "message", role: "user", content: [{ type: "input_text", text }] },
      begun: performance.now(),
      timer: undefined,
      resolve,
      reject,
      accepted,
      state: "waiting",
      id: null,
    };
    this.#steers.push(steer);
    return promise;
  }

  /** Hands over those that have not gone out yet, in order. */
  flush(send: (steer: { input: SteerFrame["input"]; requestId: string }) => Sent): void {
    for (const steer of this.#steers.filter(({ state }) => state === "waiting")) {
      const sent = send({ input: [steer.item], requestId: steer.requestId });
      if (sent === "sent") {
        steer.state = "sent";
        // It stays among the others: the server may have it, and go on with it later.
        steer.timer = setTimeout(() => steer.reject(unacknowledged(this.#timeout)), this.#timeout);
      } else this.#reject(steer, sent === "unsupported" ? unsupported() : notOpen());
    }
  }

  /** Acknowledgements that do not name the steer come in the order in which the steers were sent. */
  acknowledge(id: string, requestId: string | undefined): void {
    const steer = this.#sent(requestId);
    if (steer === undefined) return;
    clearTimeout(steer.timer);
    steer.state = "accepted";
    steer.id = id;
    steer.accepted();
    this.#settle(steer);
  }

  /** It is not known whether they arrived: they are sent again, and taken once. */
  recall(): void {
    for (const steer of this.#steers) {
      if (steer.state !== "sent") continue;
      clearTimeout(steer.timer);
      steer.state = "waiting";
    }
  }

  /** Returns the error if it is of a steer that had been accepted, so that nobody else can be told of it. */
  fail(id: string | undefined, requestId: string | undefined, error: ApiErrorBody): FlintError | null {
    const refusal = new FlintError("steer_failed", `the server did not accept the steer: ${error.message}`, {
      serverCode: error.code ?? "",
    });
    const accepted = id === undefined ? undefined : this.#steers.find((steer) => steer.id === id);
    if (accepted !== undefined) {
      this.#remove(accepted);
      return refusal;
    }
    const sent = this.#sent(requestId);
    if (sent !== undefined) this.#reject(sent, refusal);
    return null;
  }

  /** The accepted steers are now the input of a response, or the server keeps them for a later one. */
  settleAccepted(): void {
    this.#steers = this.#steers.filter(({ state }) => state !== "accepted");
  }

  /** Those that the server has not accepted never will be. */
  rejectOpen(error: FlintError): void {
    for (const steer of this.#steers.filter(({ state }) => state !== "accepted")) this.#reject(steer, error);
  }

  /** The steer that the server answers to. */
  #sent(requestId: string | undefined): Steer | undefined {
    return this.#steers.find(
      (steer) => steer.state === "sent" && (requestId === undefined || steer.requestId === requestId),
    );
  }

  #settle(steer: Steer): void {
    const milliseconds = performance.now() - steer.begun;
    this.#milliseconds.push(milliseconds);
    steer.resolve({ milliseconds });
  }

  #reject(steer: Steer, error: FlintError): void {
    this.#remove(steer);
    steer.reject(error);
  }

  #remove(steer: Steer): void {
    clearTimeout(steer.timer);
    this.#steers = this.#steers.filter((other) => other !== steer);
  }
}

function unacknowledged(timeout: number): FlintError {
  return new FlintError(
    "timeout",
    `the server did not acknowledge the steer within ${timeout} ms, and may still apply it: raise limits.acknowledgementTimeout, or interrupt and ask again`,
  );
}

function unsupported(): FlintError {
  return new FlintError(
    "steer_failed",
    "the server is reached over HTTP, which cannot steer: interrupt and ask again, or use a server with WebSockets",
    { serverCode: "steering_not_supported" },
  );
}

function notOpen(): FlintError {
  return new FlintError("connection_lost", "the connection was lost before the steer was sent: steer again");
}
