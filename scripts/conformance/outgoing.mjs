import { ServerResponse } from "node:http";
import { Receiver, WebSocket } from "ws";

const EVENT = /^(response\.|error$|keepalive$)/;

/** Most short valid texts to remember: a response that is resumed repeatedly sends the same ones. */
const CONFORMING_TEXTS = 10_000;
const CONFORMING_LENGTH = 1_024;

/**
 * Validates everything that this process's servers send against the API's schemas: events over WebSocket, events of
 * streams, and Response objects. No test can bypass it: it hooks into the network layer.
 * @param {(fault: Error) => void} onFault
 * @returns {() => Promise<void>} resolves when everything sent has been checked
 */
export function watchOutgoing(onFault) {
  let checks = Promise.resolve();
  let conformance = null;
  const conforming = new Set();
  const check = (text) => {
    if (conforming.has(text)) return;
    // Loaded on demand, since the schemas take a while and many programs send nothing. By path: the package does not
    // export them.
    conformance ??= import("../../packages/protocol/dist/conformance/index.js");
    checks = checks
      .then(() => conformance)
      .then((loaded) => checkJson(text, loaded))
      .then(() => {
        if (text.length > CONFORMING_LENGTH) return;
        if (conforming.size === CONFORMING_TEXTS) conforming.clear();
        conforming.add(text);
      })
      .catch((cause) => {
        if (!(cause instanceof SyntaxError)) onFault(cause);
      });
  };
  watchSockets(check, onFault);
  watchResponses(check);
  return () => checks;
}

/**
 * Reads the raw socket data, since not everything is sent with the library's `send`.
 * @param {(text: string) => void} check
 * @param {(fault: Error) => void} onFault
 */
function watchSockets(check, onFault) {
  const { setSocket } = WebSocket.prototype;
  WebSocket.prototype.setSocket = function (socket, ...rest) {
    setSocket.call(this, socket, ...rest);
    if (!this._isServer) return;
    const receiver = new Receiver({
      isServer: false,
      allowSynchronousEvents: true,
      skipUTF8Validation: true,
    });
    receiver.on("message", (data) => check(String(data)));
    receiver.on("error", (cause) => onFault(new Error("a frame is broken", { cause })));
    const { write } = socket;
    socket.write = function (chunk, ...more) {
      receiver.write(typeof chunk === "string" ? Buffer.from(chunk, encodingIn(more)) : chunk);
      return write.call(this, chunk, ...more);
    };
  };
}

/** Returns the encoding among the arguments of `write` after its chunk. */
function encodingIn([encoding]) {
  return typeof encoding === "string" ? encoding : "utf8";
}

/** @param {(text: string) => void} check */
function watchResponses(check) {
  /** @type {WeakMap<ServerResponse, Body>} */
  const bodies = new WeakMap();
  const { writeHead, write, end } = ServerResponse.prototype;
  const bodyOf = (response) => {
    const known = bodies.get(response) ?? new Body(check);
    bodies.set(response, known);
    return known;
  };
  ServerResponse.prototype.writeHead = function (...args) {
    bodyOf(this).type ||= typeIn(args.at(-1));
    return writeHead.apply(this, args);
  };
  ServerResponse.prototype.write = function (chunk, ...rest) {
    bodyOf(this).add(this, chunk);
    return write.call(this, chunk, ...rest);
  };
  ServerResponse.prototype.end = function (chunk, ...rest) {
    const body = bodyOf(this);
    if (typeof chunk !== "function") body.add(this, chunk);
    body.end();
    return end.call(this, chunk, ...rest);
  };
}

/** The body of one HTTP response while it is being written. */
class Body {
  type = "";
  #text = "";
  #decoder = new TextDecoder();
  #check;

  constructor(check) {
    this.#check = check;
  }

  add(response, chunk) {
    if (chunk === undefined || chunk === null) return;
    this.type ||= String(response.getHeader("content-type") ?? "");
    this.#text += typeof chunk === "string" ? chunk : this.#decoder.decode(chunk, { stream: true });
    if (!this.type.includes("text/event-stream")) return;
    const messages = this.#text.split("\n\n");
    this.#text = messages.pop() ?? "";
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data !== undefined) this.#check(data);
    }
  }

  end() {
    if (this.type.includes("application/json")) this.#check(this.#text);
    this.#text = "";
  }
}

/** Returns the content type from the headers passed to `writeHead`: an object, or a list of names and values. */
function typeIn(headers) {
  if (typeof headers !== "object" || headers === null) return "";
  const entries = Array.isArray(headers)
    ? headers.map((name, at) => [name, headers[at + 1]]).filter((_, at) => at % 2 === 0)
    : Object.entries(headers);
  return String(entries.find(([name]) => String(name).toLowerCase() === "content-type")?.[1] ?? "");
}

function checkJson(text, { assertConforms, assertResponseConforms, assertCompactionConforms }) {
  const value = JSON.parse(text);
  if (typeof value !== "object" || value === null) return;
  if (typeof value.type === "string" && EVENT.test(value.type)) assertConforms(value);
  else if (value.object === "response" && value.status !== undefined) assertResponseConforms(value);
  else if (value.object === "response.compaction") assertCompactionConforms(value);
}
