import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";
import { Random } from "../random/index.ts";
import type { Attack } from "./attack.ts";
import { mutatedText } from "./mutate.ts";
import { FRAMES } from "./seeds.ts";

const BATCH = 64;
/** Batches per socket: a connection limits its number of lane names. */
const BATCHES_PER_SOCKET = 8;
const AT_ONCE = 4;
/** Milliseconds to wait for the responses to one batch. */
const PATIENCE = 60_000;
/** Milliseconds before a retry if a socket could not be opened. */
const PAUSE = 100;
/** Event types of which exactly one answers each frame. */
const ANSWER = /^(error|response\.(created|steer\.(failed|accepted)|interrupt\.(failed|accepted)))$/;
/** Close codes that the protocol allows for a malformed frame: protocol error, not text, invalid UTF-8, too large. */
const BY_PROTOCOL = [1002, 1003, 1007, 1009];

/** Sends malformed frames over WebSockets and checks that each gets exactly one response. */
export async function attackByFrames(attack: Attack, count: number): Promise<void> {
  const batches = Math.ceil(count / BATCH);
  let next = 0;
  const one = async () => {
    while (next < batches && !attack.signal.aborted) {
      const socket = new WebSocket(`${attack.url.replace("http", "ws")}/responses`, {
        headers: { authorization: `Bearer ${attack.key}` },
      });
      socket.on("error", () => undefined);
      await untilOpen(socket);
      if (socket.readyState !== WebSocket.OPEN) {
        attack.ledger.recordBroken("a socket could not be opened during malformed frames");
        await pause(PAUSE);
        continue;
      }
      for (let nth = 0; nth < BATCHES_PER_SOCKET && next < batches && !attack.signal.aborted; nth++) {
        const batch = next++;
        const sent = await sendBatch(attack, socket, batch, Math.min(BATCH, count - batch * BATCH));
        attack.ledger.inputs += sent;
        attack.progress(sent);
        if (socket.readyState !== WebSocket.OPEN) break;
      }
      socket.terminate();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Returns the number of frames sent. */
async function sendBatch(attack: Attack, socket: WebSocket, batch: number, size: number): Promise<number> {
  const { ledger, seed } = attack;
  const random = Random.of(seed, "frames", batch);
  const name = `batch ${batch} of the frames`;
  let answers = 0;
  const result = await new Promise<"answered" | "closed" | "late">((resolve) => {
    const timer = setTimeout(() => leave("late"), PATIENCE);
    const leave = (how: "answered" | "closed" | "late") => {
      clearTimeout(timer);
      socket.removeAllListeners("message").off("close", close);
      resolve(how);
    };
    const close = (code: number, reason: Buffer) => {
      if (!BY_PROTOCOL.includes(code))
        ledger.recordBroken(`${name}: the socket closed with ${code} ${reason}`);
      leave("closed");
    };
    socket.on("close", close);
    socket.on("message", (data) => {
      const fault = faultOf(String(data));
      if (fault !== null) ledger.recordBroken(`${name}: ${fault}`);
      if (isAnswer(String(data)) && ++answers === size) leave("answered");
    });
    for (let nth = 0; nth < size; nth++) sendOne(socket, random);
  });
  if (result === "late") ledger.recordBroken(`${name}: ${size - answers} of ${size} frames had no answer`);
  if (result === "answered") await assertSilent(attack, socket, name);
  return size;
}

function sendOne(socket: WebSocket, random: Random): void {
  const text = mutatedText(random.pick(FRAMES), random);
  switch (random.below(50)) {
    case 0:
      socket.send(Buffer.from(text), { binary: true });
      break;
    case 1: {
      const bytes = Buffer.from(text);
      bytes[random.below(Math.max(1, bytes.length))] = random.pick([0xff, 0xc0, 0x80, 0xed]);
      socket.send(bytes, { binary: false });
      break;
    }
    case 2:
      socket.send("");
      break;
    default:
      socket.send(text);
  }
}

/** Resolves when the socket is open or has failed to open. */
function untilOpen(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => socket.once("open", resolve).once("close", resolve));
}

/** Checks that no frame is answered twice. */
async function assertSilent({ ledger }: Attack, socket: WebSocket, name: string): Promise<void> {
  let more = 0;
  const count = (data: WebSocket.RawData) => {
    if (isAnswer(String(data))) more++;
  };
  socket.on("message", count);
  await new Promise<void>((resolve) => {
    const leave = () => {
      socket.off("pong", leave).off("close", leave);
      resolve();
    };
    socket.on("pong", leave).on("close", leave);
    socket.ping();
  });
  socket.off("message", count);
  if (more > 0) ledger.recordBroken(`${name}: ${more} more answers than frames`);
}

const TYPE = /^\{"type":"([^"]+)"/;

function isAnswer(text: string): boolean {
  return ANSWER.test(TYPE.exec(text)?.[1] ?? "");
}

/** Returns what is wrong with a frame from the server; null if nothing is. */
function faultOf(text: string): string | null {
  const type = TYPE.exec(text)?.[1];
  if (type === undefined) return `a frame without a type arrived: ${text.slice(0, 100)}`;
  if (type === "response.failed") return `a response failed: ${text.slice(-300)}`;
  if (type !== "error") return null;
  const { status, error } = JSON.parse(text);
  const isShaped =
    Number.isInteger(status) && typeof error?.type === "string" && typeof error.message === "string";
  if (!isShaped) return `a malformed error arrived: ${text.slice(0, 200)}`;
  return status >= 500 ? `an internal server error: ${text.slice(0, 300)}` : null;
}
