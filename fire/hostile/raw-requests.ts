import type { Random } from "../random/index.ts";
import type { Attack, RawInput } from "./attack.ts";

const END = "\r\n\r\n";
const BODY = '{"input":"say short.","store":false}';

/** A smuggled request: if the server took it for a request, it would send the list of models. */
const smuggledRequest = (key: string) =>
  `GET /v1/models HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\nConnection: close${END}`;

const LINES = [
  "POST /v1/responses HTTP/1.1",
  "GET /v1/models HTTP/1.1",
  "GET /v1/responses HTTP/1.0",
  "GET /../../etc/passwd HTTP/1.1",
  "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
  "GET /..%5c..%5cetc/passwd HTTP/1.1",
  "GET //etc/passwd HTTP/1.1",
  "GET /assets/../../../../etc/passwd%00.js HTTP/1.1",
  "GET http://evil.example/v1/models HTTP/1.1",
  "GET /v1/models?key=flint_x HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "CONNECT localhost:22 HTTP/1.1",
  "TRACE / HTTP/1.1",
  "PRI * HTTP/2.0",
  "GET /",
  "DANCE /v1/responses HTTP/1.1",
  "POST /v1/responses HTTP/9.9",
];
const HEADERS = [
  "Host: localhost",
  "Host: evil.example",
  "Host: localhost\r\nHost: evil.example",
  "Content-Type: application/json",
  "Content-Length: 36",
  "Content-Length: 5",
  "Content-Length: -1",
  "Content-Length: 99999999999999999999",
  "Content-Length : 0",
  "Content-Length: 0\r\nContent-Length: 36",
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: xchunked",
  "Transfer-Encoding: chunked, identity",
  "Transfer-Encoding:\tchunked",
  "Transfer-Encoding\r\n : chunked",
  "Expect: 100-continue",
  "Expect: a miracle",
  "Connection: Upgrade\r\nUpgrade: websocket",
  "Connection: Upgrade\r\nUpgrade: h2c",
  "Sec-WebSocket-Version: 99",
  "Sec-WebSocket-Key: short",
  "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99",
  "Origin: https://evil.example",
  "X-A: b\rContent-Length: 36",
  "X-A: b\n Content-Length: 36",
  "X-A: \u0000",
  ": nameless",
  "no colon",
  `X-Large: ${"a".repeat(40_000)}`,
  Array.from({ length: 300 }, (_, n) => `X-${n}: y`).join("\r\n"),
];
const BODIES = [
  "",
  BODY,
  `0${END}`,
  `24\r\n${BODY}\r\n0${END}`,
  `5x\r\nhello\r\n0${END}`,
  `ffffffffffffffff\r\nhello`,
  `5;${"x".repeat(20_000)}\r\nhello\r\n0${END}`,
];
/** Bytes that are not HTTP at all. */
const NOISE = [
  Buffer.from("16030100c8010000c40303", "hex"),
  Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from("\r\n\r\n\r\n"),
];

/** Returns a request with contradictory parts, sometimes followed by a smuggled request. */
export function rawRequest(random: Random, { key }: Attack): RawInput {
  if (random.chance(0.05)) return { pieces: [random.pick(NOISE)], judge: (answer) => faultOf(answer, false) };
  const headers = Array.from({ length: random.between(1, 6) }, () => random.pick(HEADERS));
  if (random.chance(0.7)) headers.push(`Authorization: Bearer ${key}`);
  const isAmbiguous = random.chance(0.3);
  // The lengths disagree, so the server must not read any further request from this connection.
  if (isAmbiguous) headers.push("Content-Length: 4", "Transfer-Encoding: chunked");
  const text = [random.pick(LINES), ...headers].join("\r\n") + END + random.pick(BODIES);
  const whole = isAmbiguous ? text + smuggledRequest(key) : text;
  const at = random.below(whole.length);
  const pieces = random.chance(0.3) ? [whole.slice(0, at)] : [whole.slice(0, at), whole.slice(at)];
  return { pieces, judge: (answer) => faultOf(answer, isAmbiguous && pieces.length > 1) };
}

function faultOf(answer: Buffer, hidesOne: boolean): string | null {
  const text = answer.toString("latin1");
  if (text === "") return null;
  if (!text.startsWith("HTTP/1.1 ")) return `the answer is not HTTP: ${text.slice(0, 100)}`;
  if (text.includes("root:x:0")) return "the answer contains a file of this machine";
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
  if (statuses.some((status) => status >= 500)) return `an internal server error: ${text.slice(0, 300)}`;
  if (hidesOne && text.includes('"object":"list"')) return "a request hidden in another one was answered";
  const isRefused = statuses.some((status) => status >= 400);
  return isRefused && !text.includes('"error"') ? `a malformed refusal: ${text.slice(0, 300)}` : null;
}
