import { once } from "node:events";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { createScriptEngine } from "@flint/engine";
import { expect, it, onTestFinished } from "vitest";
import { type FlintServer, startServer } from "../index.ts";
import type { ServerLimits } from "../limits.ts";

async function serve(limits: Partial<ServerLimits> = {}): Promise<FlintServer> {
  const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "hello" }] }] } });
  const server = await startServer({ engine, port: 0, limits });
  onTestFinished(() => server.close());
  return server;
}

/** All that comes back on one connection until the server closes it. */
async function raw(server: FlintServer, ...pieces: (string | Buffer)[]): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let answer = "";
  socket.setEncoding("utf8").on("data", (text) => {
    answer += text;
  });
  for (const piece of pieces) socket.write(piece);
  await once(socket, "close");
  return answer;
}

function statuses(answer: string): string[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status ?? "");
}

const head = (...lines: string[]) =>
  ["POST /v1/responses HTTP/1.1", "Host: localhost", ...lines, "", ""].join("\r\n");
const SMUGGLED = "GET /v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

it.each([
  ["two lengths", head("Content-Length: 5", "Content-Length: 0") + SMUGGLED],
  ["a length and chunks", `${head("Content-Length: 4", "Transfer-Encoding: chunked")}0\r\n\r\n${SMUGGLED}`],
  ["chunks under another name", `${head("Transfer-Encoding: xchunked")}0\r\n\r\n${SMUGGLED}`],
  ["a space before the colon", head("Content-Length : 0") + SMUGGLED],
  ["a header that goes on in the next line", head("X-A: b", " Content-Length: 5") + SMUGGLED],
  ["a length that is no number", `${head("Content-Length: +5")}hello${SMUGGLED}`],
  ["chunks of a broken size", `${head("Transfer-Encoding: chunked")}5x\r\nhello\r\n0\r\n\r\n${SMUGGLED}`],
  ["a line break within a header", head("X-A: b\rContent-Length: 5") + SMUGGLED],
])("a request with %s is refused once, and the bytes after it are not read as a request", async (_, text) => {
  const answer = await raw(await serve(), text);
  expect(statuses(answer)).toEqual(["400"]);
  expect(answer).not.toContain('"object":"list"');
});

it("headers that are too large are refused in the API's error shape", async () => {
  const answer = await raw(await serve(), head(`X-Large: ${"a".repeat(40_000)}`));
  expect(statuses(answer)).toEqual(["431"]);
  expect(answer).toContain('"code":"headers_too_large"');
});

function upgrade(...headers: string[]): string {
  const lines = ["GET /v1/responses HTTP/1.1", "Host: localhost", "Connection: Upgrade", ...headers];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

it.each([
  ["no host", "POST /v1/responses HTTP/1.1\r\nConnection: close\r\n\r\n"],
  [
    "no host and an upgrade",
    "GET /v1/responses HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
  ],
  ["an upgrade without a key", upgrade("Upgrade: websocket", "Sec-WebSocket-Version: 13")],
  [
    "an upgrade to an old version",
    upgrade("Upgrade: websocket", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version: 1"),
  ],
  ["an expectation that nobody can meet", head("Expect: a miracle", "Connection: close")],
])("a request with %s is refused in the API's error shape", async (_, text) => {
  const answer = await raw(await serve(), text);
  expect(statuses(answer)).toHaveLength(1);
  expect(answer).toMatch(
    /^HTTP\/1\.1 40[03] [\s\S]*\{"error":\{[\s\S]*"code":"(bad_request|host_not_allowed)"/,
  );
});

const UPGRADE = upgrade(
  "Upgrade: websocket",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
  "Sec-WebSocket-Version: 13",
);
const REQUEST = '{"input":"hi","store":false}';

it.each([
  ["an upgrade", UPGRADE],
  ["one that is refused", upgrade("Upgrade: websocket")],
])("an unanswered request followed by %s: the connection closes without any answer", async (_, text) => {
  const server = await serve();
  const answer = await raw(server, `${head(`Content-Length: ${REQUEST.length}`)}${REQUEST}${text}`);
  expect(answer).toBe("");
});

it("an upgrade after an answered request on the same connection is accepted", async () => {
  const socket = connect((await serve()).port, "127.0.0.1").setEncoding("utf8");
  onTestFinished(() => void socket.destroy());
  let answer = "";
  socket.on("data", (text) => {
    answer += text;
  });
  socket.write(`${head(`Content-Length: ${REQUEST.length}`)}${REQUEST}`);
  while (!answer.includes('"text":"hello"')) await once(socket, "data");
  socket.write(UPGRADE);
  while (!answer.includes("101 Switching Protocols")) await once(socket, "data");
});

const H2C = [
  "Connection: Upgrade, HTTP2-Settings",
  "Upgrade: h2c",
  "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
];

it.each([
  ["at once", (text: string) => [text]],
  ["in pieces", (text: string) => [text.slice(0, -5), text.slice(-5)]],
])("an offer of HTTP/2 is ignored and the request answered (sent %s)", async (_, pieces) => {
  const post = `${head(...H2C, `Content-Length: ${REQUEST.length}`)}${REQUEST}`;
  const server = await serve();
  const socket = connect(server.port, "127.0.0.1").setEncoding("utf8");
  onTestFinished(() => void socket.destroy());
  for (const piece of pieces(post)) socket.write(piece);
  let answer = "";
  socket.on("data", (text) => {
    answer += text;
  });
  while (!answer.includes('"text":"hello"')) await once(socket, "data");
  // The connection goes on.
  answer = "";
  socket.write(`GET /healthz HTTP/1.1\r\nHost: localhost\r\n${H2C.join("\r\n")}\r\n\r\n`);
  while (!answer.includes("\r\n\r\n")) await once(socket, "data");
  expect(answer).toContain("HTTP/1.1 200 OK");
});

it("a request head that does not arrive times out with 408, and others are served meanwhile", async () => {
  const server = await serve({ headArrival: 100 });
  const slow = raw(server, "POST /v1/responses HTTP/1.1\r\nHost: loc");
  const models = await fetch(`http://127.0.0.1:${server.port}/v1/models`);
  expect(models.status).toBe(200);
  const answer = await slow;
  expect(statuses(answer)).toEqual(["408"]);
  expect(answer).toContain('"code":"request_timeout"');
});

it("a request body that does not arrive times out with 408", async () => {
  const server = await serve({ headArrival: 100, requestArrival: 200 });
  const answer = await raw(
    server,
    head("Content-Length: 1000", "Content-Type: application/json"),
    '{"input":',
  );
  expect(statuses(answer)).toEqual(["408"]);
});

it("an idle connection is kept for 65 seconds by default, and closed after its limit", async () => {
  const kept = await fetch(`http://127.0.0.1:${(await serve()).port}/v1/models`);
  expect(kept.headers.get("keep-alive")).toBe("timeout=65");
  const server = await serve({ idleConnection: 1 });
  const answer = await raw(server, "GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(statuses(answer)).toEqual(["200"]);
});

it("a compressed body is refused without being unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024, 0x20));
  const { port } = await serve();
  const response = await fetch(`http://127.0.0.1:${port}/v1/responses`, {
    method: "POST",
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: new Uint8Array(bomb),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "invalid_json" } });
});

it("a body with prototype names does not pollute the server's prototypes", async () => {
  const { port } = await serve();
  const body =
    '{"input":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"metadata":{"__proto__":"x"}}';
  const response = await fetch(`http://127.0.0.1:${port}/v1/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  expect([200, 400]).toContain(response.status);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});
