import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { Random } from "../random/index.ts";
import type { Attack } from "./attack.ts";
import { mutatedText } from "./mutate.ts";
import { BODIES } from "./seeds.ts";

const AT_ONCE = 4;
const BOMB = gzipSync(Buffer.alloc(8 * 1024 * 1024, 0x20));
const METHODS = ["POST", "POST", "POST", "POST", "POST", "GET", "DELETE", "PUT", "PATCH", "OPTIONS"];
const IDS = [
  "resp_1",
  "%00",
  "..%2f..%2fetc%2fpasswd",
  "a".repeat(5_000),
  "%ff",
  "__proto__",
  "resp_%F0%9F%92%A5",
];
const QUERIES = [
  "",
  "?stream=true",
  "?stream=true&starting_after=-5",
  "?starting_after=1e99",
  "?limit=-1",
  "?a=%",
];
const TAILS = ["", "/cancel", "/input_items", "/../../keys.json", "//"];

interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Sends malformed bodies and odd paths over HTTP. */
export async function attackByBodies(attack: Attack, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let next = 0;
  const one = async () => {
    while (next < count && !attack.signal.aborted) {
      const nth = next++;
      const asked = randomRequest(Random.of(attack.seed, "bodies", nth));
      const fault = await send(attack, agent, asked).then(faultOf, (cause) => `no answer: ${cause}`);
      if (fault !== null)
        attack.ledger.recordBroken(`body ${nth} (${asked.method} ${asked.path.slice(0, 60)}): ${fault}`);
      attack.ledger.inputs++;
      attack.progress(1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  agent.destroy();
}

function randomRequest(random: Random): HostileRequest {
  const { path, body } = random.pick(BODIES);
  const text = mutatedText(body, random);
  const json = { "content-type": "application/json" };
  switch (random.below(12)) {
    case 0: {
      const odd = `/v1/responses/${random.pick(IDS)}${random.pick(TAILS)}${random.pick(QUERIES)}`;
      return { method: random.pick(METHODS), path: odd, headers: json, body: text };
    }
    case 1:
      return { method: random.pick(METHODS), path, headers: { "content-type": "text/plain" }, body: text };
    case 2: {
      const isBomb = random.chance(0.02);
      const packed = isBomb ? BOMB : gzipSync(text);
      return { method: "POST", path, headers: { ...json, "content-encoding": "gzip" }, body: packed };
    }
    case 3:
      return {
        method: "POST",
        path,
        headers: { ...json, [`x-${"a".repeat(random.between(1, 200))}`]: "\u00ff" },
        body: text,
      };
    default:
      return { method: "POST", path, headers: json, body: text };
  }
}

interface ReceivedResponse {
  readonly method: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const watched = new WeakSet<Socket>();

function send(
  { port, key }: Attack,
  agent: Agent,
  { method, path, headers, body }: HostileRequest,
): Promise<ReceivedResponse> {
  return new Promise((resolve, reject) => {
    const length = { "content-length": Buffer.byteLength(body) };
    const sent = request(
      {
        port,
        host: "127.0.0.1",
        agent,
        method,
        path,
        headers: { authorization: `Bearer ${key}`, ...length, ...headers },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          resolve({ method, status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      },
    );
    const began = performance.now();
    sent.on("error", (cause) => {
      const which = sent.reusedSocket ? "kept" : "new";
      reject(
        new Error(`${cause.message} on a ${which} connection, after ${performance.now() - began} ms`, {
          cause,
        }),
      );
    });
    // A server may close the connection after its response, before it has read the whole body. By then no request
    // handles the socket's errors.
    sent.once("socket", (socket) => {
      if (!watched.has(socket)) socket.on("error", () => undefined);
      watched.add(socket);
    });
    sent.end(body);
  });
}

function faultOf({ status, headers, text }: ReceivedResponse): string | null {
  if (status >= 500) return `an internal server error: ${status} ${text.slice(0, 300)}`;
  if (text.includes("root:x:0")) return "the answer contains a file of this machine";
  if (status < 400) return null;
  if (!headers["content-type"]?.startsWith("application/json"))
    return `${status} without JSON: ${text.slice(0, 100)}`;
  return isShaped(text) ? null : `${status} with a malformed error: ${text.slice(0, 200)}`;
}

function isShaped(text: string): boolean {
  try {
    const { error } = JSON.parse(text);
    return typeof error?.message === "string" && typeof error.type === "string";
  } catch {
    return false;
  }
}
