import type { ApiErrorBody, InputItem, SteerFrame } from "@flint/protocol";
import { newId } from "@flint/protocol/wire";
import { FlintError } from "../error/index.ts";
import type { Acknowledgement } from "./turn.ts";
import { withResolvers } from "./with-resolvers.ts";

type SendOutcome = "sent" | "unsupported" | "not_open";

interface Steer {
  /** Identifies the steer to the server if it is sent again. */
  readonly requestId: string;
  readonly item: InputItem;
  readonly begun: number;
  /** Set when the steer is sent. */
  timer: ReturnType<typeof setTimeout> | undefined;
  resolve(acknowledgement: Acknowledgement): void;
  accepted(): void;
  reject(error: FlintError): void;
  state: "waiting" | "sent" | "accepted";
  /** The server's id for the steer, once accepted. */
  id: string | null;
}

/** The steers of a turn, each from the call to the response that it begins. */
export class Steers {
  readonly #timeout: number;
  readonly #milliseconds: number[] = [];
  #steers: Steer[] = [];

  constructor(acknowledgementTimeout: number) {
    this.#timeout = acknowledgementTimeout;
  }

  /** The time to acknowledge each steer, in milliseconds. */
  get milliseconds(): readonly number[] {
    return this.#milliseconds;
  }

  /** The steers that the server has accepted and not begun to answer. */
  get accepted(): readonly InputItem[] {
    return this.#steers.filter((steer) => steer.state === "accepted").map((steer) => steer.item);
  }

  /** Adds a steer. `accepted` is called as soon as the server accepts it, before its next frame is processed. */
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

  /** Sends the waiting steers in order. */
  flush(send: (steer: { input: SteerFrame["input"]; requestId: string }) => SendOutcome): void {
    for (const steer of this.#steers.filter(({ state }) => state === "waiting")) {
      const sent = send({ input: [steer.item], requestId: steer.requestId });
      if (sent === "sent") {
        steer.state = "sent";
        // Keep it after the timeout: the server may have it and apply it later.
        steer.timer = setTimeout(() => steer.reject(unacknowledgedError(this.#timeout)), this.#timeout);
      } else this.#reject(steer, sent === "unsupported" ? unsupportedError() : notSentError());
    }
  }

  /** Acknowledges a steer. Servers that do not name the steer acknowledge them in the order of sending. */
  acknowledge(id: string, requestId: string | undefined): void {
    const steer = this.#findSent(requestId);
    if (steer === undefined) return;
    clearTimeout(steer.timer);
    steer.state = "accepted";
    steer.id = id;
    steer.accepted();
    this.#settle(steer);
  }

  /** Marks unacknowledged steers to be sent again after a lost connection; the server accepts each only once. */
  requeueSent(): void {
    for (const steer of this.#steers) {
      if (steer.state !== "sent") continue;
      clearTimeout(steer.timer);
      steer.state = "waiting";
    }
  }

  /** Fails a steer. Returns the error if the steer was already accepted: its promise can no longer report it. */
  fail(id: string | undefined, requestId: string | undefined, error: ApiErrorBody): FlintError | null {
    const refusal = new FlintError("steer_failed", `the server did not accept the steer: ${error.message}`, {
      serverCode: error.code ?? "",
    });
    const accepted = id === undefined ? undefined : this.#steers.find((steer) => steer.id === id);
    if (accepted !== undefined) {
      this.#remove(accepted);
      return refusal;
    }
    const sent = this.#findSent(requestId);
    if (sent !== undefined) this.#reject(sent, refusal);
    return null;
  }

  /** Forgets the accepted steers: they are now part of a response's input, or the server keeps them for a later one. */
  dropAccepted(): void {
    this.#steers = this.#steers.filter(({ state }) => state !== "accepted");
  }

  /** Rejects the steers that were not accepted, which will not be any more. */
  rejectUnaccepted(error: FlintError): void {
    for (const steer of this.#steers.filter(({ state }) => state !== "accepted")) this.#reject(steer, error);
  }

  /** Returns the steer that a reply of the server is for. */
  #findSent(requestId: string | undefined): Steer | undefined {
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

function unacknowledgedError(timeout: number): FlintError {
  return new FlintError(
    "timeout",
    `the server did not acknowledge the steer within ${timeout} ms, and may still apply it: raise limits.acknowledgementTimeout, or interrupt and ask again`,
  );
}

function unsupportedError(): FlintError {
  return new FlintError(
    "steer_failed",
    "the server is reached over HTTP, which cannot steer: interrupt and ask again, or use a server with WebSockets",
    { serverCode: "steering_not_supported" },
  );
}

function notSentError(): FlintError {
  return new FlintError("connection_lost", "the connection was lost before the steer was sent: steer again");
}
