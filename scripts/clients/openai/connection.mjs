import assert from "node:assert/strict";
import { ResponsesWebSocketSession } from "openai/lib/responses/responses-websocket-session";
import { ResponsesWS } from "openai/resources/responses/ws";
import { MODEL } from "./scenario.mjs";

const MEBI = 1024 * 1024;

/**
 * Opens a socket with the package, and its helper for lanes. The signal closes it.
 * @param {import("openai").OpenAI} client
 * @param {AbortSignal} signal
 */
export async function connect(client, signal, options) {
  const socket = new ResponsesWS(client, options);
  signal.addEventListener("abort", () => socket.close(), { once: true });
  await new Promise((resolve, reject) => {
    socket.socket.on("open", resolve);
    socket.on("error", reject);
  });
  const session = () =>
    new ResponsesWebSocketSession(socket, {
      maxLanes: 64,
      maxBufferedEvents: 20_000,
      maxBufferedBytes: 64 * MEBI,
    });
  let lanes = session();
  return {
    socket,
    /** Returns the reader of a lane; without a name, of the default lane. */
    lane: (name) => new LaneReader(lanes.lane(name), signal),
    /** Creates new lanes after a reconnect: lanes are bound to their connection. */
    startAnew() {
      lanes.close();
      lanes = session();
    },
    steer: (id, text) => socket.send(steerFrame(id, text)),
    interrupt: (id) =>
      socket.sendRaw(
        JSON.stringify({ type: "response.interrupt", response_id: id, mode: "discard_partial_items" }),
      ),
    sendRaw: (frame) => socket.sendRaw(typeof frame === "string" ? frame : JSON.stringify(frame)),
  };
}

export function steerFrame(id, text) {
  return {
    type: "response.steer",
    previous_response_id: id,
    input: [{ type: "message", role: "user", content: text }],
  };
}

/** Resolves at the socket's next event of this name. */
export function happens({ socket }, name, signal) {
  return new Promise((resolve, reject) => {
    socket.once(name, resolve);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Reads a lane of the package's helper event by event. */
class LaneReader {
  #lane;
  #signal;

  constructor(lane, signal) {
    this.#lane = lane;
    this.#signal = signal;
  }

  create(fields) {
    this.#lane.create({ model: MODEL, store: false, ...fields });
  }

  next() {
    return this.#lane.receive({ signal: this.#signal });
  }

  /** Reads up to an event of this type. Resolves to it, with the text and the events before it. */
  async until(type) {
    const before = [];
    let text = "";
    for (;;) {
      const event = await this.next();
      if (event.type === "response.output_text.delta") text += event.delta;
      if (event.type === type) return { event, response: event.response, text, before };
      assert.ok(
        !/^(error|response\.failed|response\.steer\.failed)$/.test(event.type),
        `while waiting for ${type}: ${JSON.stringify(event)}`,
      );
      before.push(event);
    }
  }

  /** Reads a whole response with the helper's own function. */
  final() {
    return this.#lane.finalResponse({ signal: this.#signal });
  }

  /** Creates a response and waits for its end. */
  async answer(fields) {
    this.create(fields);
    return this.final();
  }

  /** Creates a response and waits for the first piece of its text. */
  async begin(fields) {
    this.create(fields);
    const { response } = await this.until("response.created");
    await this.until("response.output_text.delta");
    return response;
  }
}
