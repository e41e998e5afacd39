// The server of the stream benchmark, in a separate process to measure its CPU time. Its engine outputs tokens at a
// fixed pace for any number of threads; each token is the time of its output. The model's name sets the pace:
// `1000-8` is 1,000 tokens per second in bursts of 8; `max-8` outputs them as fast as they are read. First sends the
// ports of the server and of a bare one, which outputs the same at the same pace but only writes each burst to its
// socket. Replies to {} with the CPU time so far.
import { once } from "node:events";
import { createServer } from "node:net";
import { startServer } from "@flint/server";

/** Milliseconds between two checks for due tokens, for all threads together. */
const TICK_MS = 1;
/** Bytes of a frame's head with a two-byte length and a mask of zeros. */
const HEAD_OF_REQUEST = 8;
/** As long as those of Flint's events. */
const FIELDS_OF_A_DELTA = `"item_id":"msg_${"0".repeat(40)}","output_index":0,"content_index":0,"logprobs":[],"sequence_number":100`;
const MODELS = ["1000-1", "1000-8", "max-1", "max-8"];

process.on("disconnect", () => process.exit());
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1000 });
});

/** Generations that wait until tokens are due. */
const waiting = new Set();
let timer = null;

const model = (id) => ({
  id,
  contextLength: 1 << 30,
  created: 0,
  ownedBy: "bench",
  capabilities: { tools: false, reasoning: false },
});

const engine = {
  id: "metronome",
  models: async () => MODELS.map(model),
  openThread: async (options) => thread(options.model),
  countTokens: async () => 1,
  close: async () => {},
};

const server = await startServer({
  engine,
  limits: { connections: 1024, idleThreads: 1024, unreadBytes: 1 << 30 },
});
const bare = createServer({ noDelay: true }, (socket) => {
  socket.on("error", () => socket.destroy());
  socket.once("data", () => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    socket.once(
      "data",
      (frame) => void sayBarely(socket, JSON.parse(String(frame.subarray(HEAD_OF_REQUEST)))),
    );
  });
});
await once(bare.listen(0, "127.0.0.1"), "listening");
process.send({ port: server.port, barePort: bare.address().port });

function thread(id) {
  const [rate, burst] = id.split("-");
  return {
    model: model(id),
    prefill: async () => ({ promptTokens: 1, reusedTokens: 0, elapsed: 0 }),
    generate: (request) => new Generation(rate === "max" ? null : Number(rate), Number(burst), request),
    fork: async () => thread(id),
    release: () => {},
  };
}

async function sayBarely(socket, request) {
  const generation = thread(request.model).generate({ maxTokens: request.max_output_tokens });
  for (;;) {
    const { value } = await generation.next();
    if (value.type === "finish") break;
    const text = `{"type":"response.output_text.delta",${FIELDS_OF_A_DELTA},"delta":"${value.text}"}`;
    socket.write(headOf(text) + text, "latin1");
  }
  const end = '{"type":"response.incomplete"}';
  socket.write(headOf(end) + end, "latin1");
}

/** Returns the head of an unmasked text frame (RFC 6455 §5.2). */
function headOf({ length }) {
  const bytes = length < 126 ? [0x81, length] : [0x81, 126, length >> 8, length & 0xff];
  return String.fromCharCode(...bytes);
}

/** A hand-written iterator: an async generator would cost more than everything measured. */
class Generation {
  #rate;
  #burst;
  #limit;
  #signal;
  #start = now();
  #said = 0;
  #resolve = null;
  #isOver = false;

  constructor(rate, burst, { maxTokens, signal }) {
    this.#rate = rate;
    this.#burst = burst;
    this.#limit = maxTokens;
    this.#signal = signal;
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  next() {
    if (this.#isOver) return Promise.resolve({ done: true, value: undefined });
    if (this.#said >= this.#limit || this.#signal?.aborted) return Promise.resolve(this.#finish());
    if (this.#rate === null)
      return this.#said % 512 === 0 ? breath().then(() => this.#speak()) : Promise.resolve(this.#speak());
    if (this.isDue(now())) return Promise.resolve(this.#speak());
    return new Promise((resolve) => {
      this.#resolve = resolve;
      waiting.add(this);
      timer ??= setInterval(tick, TICK_MS);
    });
  }

  return() {
    waiting.delete(this);
    this.#isOver = true;
    return Promise.resolve({ done: true, value: undefined });
  }

  isDue(time) {
    return this.#signal?.aborted || ((time - this.#start) / 1e6) * this.#rate >= this.#said + this.#burst;
  }

  wake() {
    waiting.delete(this);
    const resolve = this.#resolve;
    this.#resolve = null;
    resolve(this.#signal?.aborted ? this.#finish() : this.#speak());
  }

  #speak() {
    const tokens = Math.min(this.#burst, this.#limit - this.#said);
    this.#said += tokens;
    // All tokens of a burst have the same time.
    const text = `${now()} `.repeat(tokens);
    return {
      done: false,
      value: { type: "burst", index: 0, part: { type: "text" }, text, tokens, drafted: 0, accepted: 0 },
    };
  }

  #finish() {
    this.#isOver = true;
    const reason = this.#signal?.aborted ? "aborted" : "length";
    return {
      done: false,
      value: { type: "finish", reason, outputTokens: this.#said, reasoningTokens: 0 },
    };
  }
}

function tick() {
  if (waiting.size === 0) {
    clearInterval(timer);
    timer = null;
    return;
  }
  const time = now();
  for (const generation of waiting) if (generation.isDue(time)) generation.wake();
}

/** Returns microseconds of a clock that all processes of this machine share. */
function now() {
  return Number(process.hrtime.bigint() / 1000n);
}

function breath() {
  return new Promise((resolve) => setImmediate(resolve));
}
