import { connect } from "node:net";
import { Random } from "../random/index.ts";
import type { Attack } from "./attack.ts";
import { rawFrames } from "./raw-frames.ts";
import { rawRequest } from "./raw-requests.ts";

const AT_ONCE = 16;
/** Milliseconds of silence after which the client ends its side of the connection. */
const SILENCE = 100;
/** Further milliseconds of silence within which the server must close it, too. */
const PATIENCE = 60_000;

/** Opens connections that violate HTTP or the WebSocket protocol. */
export async function attackByRawSockets(attack: Attack, count: number): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count && !attack.signal.aborted) {
      const nth = next++;
      const random = Random.of(attack.seed, "raw", nth);
      const input = random.chance(0.5) ? rawRequest(random, attack) : rawFrames(random, attack);
      const answer = await exchange(attack.port, input.pieces);
      const fault = answer === null ? "the server keeps the connection open" : input.judge(answer);
      if (fault !== null) attack.ledger.recordBroken(`raw connection ${nth}: ${fault}`);
      attack.ledger.inputs++;
      attack.progress(1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Returns all bytes received until the server closes the connection; null if it does not. */
function exchange(port: number, pieces: readonly (string | Buffer)[]): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    const parts: Buffer[] = [];
    const leave = (answer: Buffer | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(SILENCE, () => {
      if (socket.writableEnded) leave(null);
      socket.setTimeout(PATIENCE);
      socket.end();
    });
    socket.on("data", (part) => parts.push(part));
    // The server may close the connection while the client is still sending.
    socket.on("error", () => leave(Buffer.concat(parts)));
    socket.on("end", () => leave(Buffer.concat(parts)));
    socket.on("close", () => leave(Buffer.concat(parts)));
    for (const piece of pieces) socket.write(piece, "latin1");
  });
}
