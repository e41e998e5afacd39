import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";
import { ANSWERS, ask } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { generous, ServerProcess } from "../server/index.ts";

const MIB = 1024 * 1024;
/** Bytes that the server may buffer for a reader. */
const UNREAD = 1 * MIB;
/** Other memory held by a response of some megabytes until it ends: its text and events. */
const PER_READER = 24 * MIB;
const COMMON = 192 * MIB;
const BYTES_PER_SECOND = 1024;
const FAST = 10;
/** Turns of each fast reader before the slow readers connect. */
const TURNS_BEFORE = 50;
/** Milliseconds within which the slow readers must be cut. */
const PATIENCE = 300_000;
/** Limit for the fast readers' 99th percentile beside slow readers: `FACTOR` times the one without, plus `MORE` ms. */
const FACTOR = 5;
const MORE = 250;
const KIND = "slow reader cut";
const REASONS = ["a socket reads too slowly", "a stream is read too slowly"];

export const slowReaders: Phase = {
  name: "slow-readers",
  description:
    "readers of 1 KB/s beside fast ones: they are disconnected with a reason, and the others are not affected",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, counts, signal, report } = context;
  const { file, key } = await secrets.key(folder);
  // Slow readers do not answer pings. On a busy machine, a ping timeout would cut them first, without one of the
  // expected reasons in the log.
  const limits = [`unreadBytes=${UNREAD}`, "httpResponses=1000", `pingInterval=${2 * PATIENCE}`];
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 60_000, burst: 1_024 },
    flags: [...limits.flatMap((limit) => ["--limit", limit]), "--keys", file, ...generous],
  });
  const fast = await Promise.all(Array.from({ length: FAST }, () => FastReader.open(server.url, key)));
  const input = ask("short", secrets.canary);
  const turns = async (more: (nth: number) => boolean) => {
    const times: number[] = [];
    const one = async (reader: FastReader) => {
      for (let nth = 0; more(nth) && !signal.aborted; nth++) {
        times.push(await reader.turn(input, ledger));
        await pause(5);
      }
    };
    await Promise.all(fast.map(one));
    return times;
  };
  const before = await turns((nth) => nth < TURNS_BEFORE);
  const rssBefore = server.resources().rss;
  let rssMost = rssBefore;
  let cut = 0;
  const slow = Array.from({ length: counts.slowReaders }, (_, nth) => slowReader(server, key, nth % 2 === 0));
  const start = performance.now();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      if (!server.isRunning || signal.aborted || performance.now() - start > PATIENCE) break;
      rssMost = Math.max(rssMost, server.resources().rss);
      cut = countOf(server.logText());
      report(`${cut} of ${counts.slowReaders} cut, ${Math.round(rssMost / MIB)} MiB`);
      if (cut >= counts.slowReaders) break;
      await pause(250);
    }
    isOver = true;
  })();
  const during = await turns(() => !isOver);
  await watching;
  const ends = await Promise.all(slow.map((one) => one.drain()));
  for (const reader of fast) reader.close();
  ledger.recordCrashes(server.crashes);
  if (signal.aborted) return;
  ledger.recordFault(KIND, cut);
  if (cut !== counts.slowReaders)
    ledger.recordBroken(`${cut} of ${counts.slowReaders} slow readers were cut, with a reason in the log`);
  const open = ends.filter((end) => end === "open").length;
  if (open > 0)
    ledger.recordBroken(`${open} slow readers are still connected although the log says that they were cut`);
  const grown = rssMost - rssBefore;
  if (grown > COMMON + counts.slowReaders * (UNREAD + PER_READER))
    ledger.recordBroken(`slow readers took ${Math.round(grown / MIB)} MiB`);
  const [alone, beside] = [p99(before), p99(during)];
  if (beside > alone * FACTOR + MORE) {
    ledger.recordBroken(
      `a turn takes ${beside.toFixed(0)} ms (p99) beside slow readers and ${alone.toFixed(0)} ms without them`,
    );
  }
  ledger.recordFigure(
    "slow readers that also read the reason (close 1013)",
    ends.filter((end) => end === 1013).length,
  );
  ledger.recordFigure(
    "turns of fast readers, p99 alone and with slow readers (ms)",
    `${alone.toFixed(1)}, ${beside.toFixed(1)}`,
  );
  ledger.recordFigure(
    "server memory before, and peak (MiB)",
    `${Math.round(rssBefore / MIB)}, ${Math.round(rssMost / MIB)}`,
  );
}

function countOf(log: string): number {
  return REASONS.reduce((sum, reason) => sum + log.split(reason).length - 1, 0);
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

class FastReader {
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async open(url: string, key: string): Promise<FastReader> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/responses`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await once(socket, "open");
    return new FastReader(socket);
  }

  /** Runs one turn and returns its duration in milliseconds. */
  async turn(input: string, ledger: Ledger): Promise<number> {
    const socket = this.#socket;
    const begun = performance.now();
    let text = "";
    const end = await new Promise<string>((resolve) => {
      const close = (code: number) => leave(`closed with ${code}`);
      const leave = (how: string) => {
        socket.off("message", hear).off("close", close);
        resolve(how);
      };
      const hear = (data: WebSocket.RawData) => {
        const event = JSON.parse(String(data));
        if (event.type === "response.output_text.delta") text += event.delta;
        else if (/^(error|response\.(completed|incomplete|failed))$/.test(event.type)) leave(event.type);
      };
      socket.on("message", hear).on("close", close);
      socket.send(JSON.stringify({ type: "response.create", input, store: false }));
    });
    if (end !== "response.completed") ledger.recordBroken(`a turn beside slow readers failed: ${end}`);
    else ledger.recordAnswer(ANSWERS.short, text);
    return performance.now() - begun;
  }

  close(): void {
    this.#socket.terminate();
  }
}

interface SlowReader {
  /** Reads the rest. Returns the close code if there was one, "gone" if the connection closed without, else "open". */
  drain(): Promise<number | "gone" | "open">;
}

function slowReader(server: ServerProcess, key: string, isSocket: boolean): SlowReader {
  const socket: Socket = connect({ port: server.port, host: "127.0.0.1" });
  let isGone = false;
  socket
    .on("error", () => undefined)
    .on("close", () => {
      isGone = true;
    });
  socket.write(isSocket ? overSocket(server.port, key) : overHttp(server.port, key));
  const reading = setInterval(() => socket.read(BYTES_PER_SECOND) ?? socket.read(), 1_000);
  return {
    async drain() {
      clearInterval(reading);
      let tail: Buffer = Buffer.alloc(0);
      socket.on("data", (data) => {
        tail = Buffer.concat([tail, data]).subarray(-64);
      });
      const until = performance.now() + 30_000;
      while (!isGone && performance.now() < until) await pause(20);
      const end = isGone ? (closeCodeIn(tail) ?? "gone") : "open";
      socket.destroy();
      return end;
    },
  };
}

/** Returns the code of a close frame at the very end of the data; null if there is none. */
function closeCodeIn(tail: Buffer): number | null {
  const at = tail.lastIndexOf(0x88);
  if (at === -1 || at + 4 > tail.length || at + 2 + (tail[at + 1] as number) !== tail.length) return null;
  return tail.readUInt16BE(at + 2);
}

const MUCH = { input: "say much.", store: false };

function overHttp(port: number, key: string): string {
  const body = JSON.stringify({ ...MUCH, stream: true });
  return [
    "POST /v1/responses HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${key}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    `\r\n${body}`,
  ].join("\r\n");
}

/** Returns an upgrade followed directly by a create frame. Its mask is all zeros, which leaves the text unchanged. */
function overSocket(port: number, key: string): Buffer {
  const text = Buffer.from(JSON.stringify({ type: "response.create", ...MUCH }));
  const upgrade = [
    "GET /v1/responses HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${key}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "\r\n",
  ].join("\r\n");
  const head = Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from(upgrade), head, text]);
}
