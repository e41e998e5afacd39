import type { Random } from "../random/index.ts";
import type { Attack, RawInput } from "./attack.ts";
import { mutatedText } from "./mutate.ts";
import { FRAMES } from "./seeds.ts";

const MASK = Buffer.from([0x12, 0x34, 0x56, 0x78]);
/** Close codes that the server may send. */
const CLOSES = [1000, 1001, 1002, 1003, 1005, 1007, 1008, 1009];
const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Returns an upgrade followed by frames, most of which violate RFC 6455. */
export function rawFrames(random: Random, { port, key }: Attack): RawInput {
  const upgrade = [
    "GET /v1/responses HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    `Authorization: Bearer ${key}`,
    "\r\n",
  ].join("\r\n");
  const frames = Array.from({ length: random.between(1, 4) }, () => brokenFrame(random));
  const bytes = Buffer.concat(frames);
  // Cut at a random byte: the frames arrive in two pieces, or their end never arrives.
  const at = random.below(bytes.length);
  const pieces = random.chance(0.2) ? [bytes.subarray(0, at)] : [bytes.subarray(0, at), bytes.subarray(at)];
  return { pieces: [upgrade, ...pieces], judge };
}

function brokenFrame(random: Random): Buffer {
  const text = Buffer.from(mutatedText(random.pick(FRAMES), random)).subarray(0, 2_000);
  switch (random.below(12)) {
    case 0:
      return frame(OPCODE.text, text, { reserved: random.between(1, 7) });
    case 1:
      return frame(OPCODE.text, text, { isMasked: false });
    case 2:
      return frame(random.pick([3, 4, 5, 6, 7, 11, 15]), text);
    case 3:
      return frame(random.pick([OPCODE.close, OPCODE.ping, OPCODE.pong]), Buffer.alloc(126, 0x61));
    case 4:
      return frame(OPCODE.ping, text.subarray(0, 50), { isFinal: false });
    case 5:
      return frame(OPCODE.continuation, text);
    case 6:
      return Buffer.concat([frame(OPCODE.text, text, { isFinal: false }), frame(OPCODE.text, text)]);
    case 7: {
      const code = Buffer.alloc(2);
      code.writeUInt16BE(random.pick([0, 999, 1004, 1005, 1006, 1015, 2_999, 5_000, 65_535]));
      return frame(OPCODE.close, random.chance(0.3) ? code.subarray(0, 1) : code);
    }
    case 8:
      return frame(OPCODE.close, Buffer.from([0x03, 0xe8, 0xff, 0xfe]));
    case 9:
      return frame(OPCODE.text, text, { length: random.pick([2 ** 31, 2 ** 53, 2 ** 63]) });
    case 10:
      return frame(OPCODE.text, text, { length: text.length * 2 });
    default:
      return frame(OPCODE.text, text);
  }
}

interface FrameOptions {
  readonly isFinal?: boolean;
  readonly isMasked?: boolean;
  readonly reserved?: number;
  /** Length stated in the frame header. Default: the actual length. */
  readonly length?: number;
}

function frame(opcode: number, payload: Buffer, options: FrameOptions = {}): Buffer {
  const { isFinal = true, isMasked = true, reserved = 0, length = payload.length } = options;
  const head = Buffer.alloc(10);
  head[0] = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  head[1] = (isMasked ? 0x80 : 0) | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  if (!isMasked) return Buffer.concat([head, payload]);
  const masked = payload.map((byte, at) => byte ^ (MASK[at % 4] as number));
  return Buffer.concat([head, MASK, masked]);
}

function judge(answer: Buffer): string | null {
  const head = answer.indexOf("\r\n\r\n");
  if (!answer.toString("latin1", 0, 12).startsWith("HTTP/1.1 101")) {
    return `the upgrade was not answered: ${answer.toString("latin1", 0, 100)}`;
  }
  for (let at = head + 4; at + 2 <= answer.length; ) {
    const opcode = (answer[at] as number) & 0x0f;
    const short = answer[at + 1] as number;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    if (start > answer.length) return null;
    const length =
      short < 126
        ? short
        : short === 126
          ? answer.readUInt16BE(at + 2)
          : Number(answer.readBigUInt64BE(at + 2));
    const payload = answer.subarray(start, start + length);
    if (opcode === OPCODE.close && payload.length >= 2 && !CLOSES.includes(payload.readUInt16BE(0))) {
      return `the server closed with ${payload.readUInt16BE(0)} ${payload.subarray(2)}`;
    }
    if (opcode === OPCODE.text && /^\{"type":"error","status":5/.test(payload.toString("latin1", 0, 40))) {
      return `an internal server error: ${payload.toString("utf8").slice(0, 300)}`;
    }
    if (![OPCODE.text, OPCODE.close, OPCODE.ping, OPCODE.pong].includes(opcode as 1))
      return `unexpected opcode ${opcode}`;
    at = start + length;
  }
  return null;
}
