import { readFileSync } from "node:fs";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { ask, asks, useEngine } from "../asking.fixture.ts";
import { useTestServer } from "../server.fixture.ts";
import { useProxy } from "./proxy.fixture.ts";

/** Made for these tests, of a host that is everybody's own. */
const read = (name: string) => readFileSync(new URL(`./localhost.${name}.pem`, import.meta.url), "utf8");

interface SecureServer {
  readonly url: string;
  /** Versions of HTTP that it was asked by. */
  readonly versions: Set<string>;
  /** Streams whose reader went away. */
  readonly reset: Promise<void>;
}

async function useSecureServer(): Promise<SecureServer> {
  const versions = new Set<string>();
  const sessions = new Set<ServerHttp2Session>();
  let wasReset: () => void = () => undefined;
  const reset = new Promise<void>((resolve) => {
    wasReset = resolve;
  });
  const server = createSecureServer(
    { key: read("key"), cert: read("cert"), allowHTTP1: true },
    (request, response) => {
      versions.add(request.httpVersion);
      if (request.method === "GET") {
        response.end(JSON.stringify({ data: [{ id: "story" }] }));
        return;
      }
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: "Once" } }] })}\n\n`);
      response.stream.on("close", () => wasReset());
    },
  );
  server.on("session", (session) => sessions.add(session));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://localhost:${port}/v1`, versions, reset };
}

test("HTTP/2 is used if offered, with a custom certificate, and the server sees an abort", async () => {
  const server = await useSecureServer();
  const engine = useEngine({ targets: [{ preset: "vllm", url: server.url }], certificates: read("cert") });
  const thread = await engine.openThread({ model: "story" });
  await thread.prefill(asks("Tell me."));
  const abort = new AbortController();
  const events: string[] = [];
  for await (const event of thread.generate({ signal: abort.signal })) {
    events.push(event.type === "burst" ? event.text : event.reason);
    abort.abort();
  }
  await server.reset;
  expect(events).toEqual(["Once", "aborted"]);
  expect([...server.versions]).toEqual(["2.0"]);
});

test("an untrusted certificate is refused and reported as such", async () => {
  const server = await useSecureServer();
  const engine = useEngine({ targets: [{ preset: "vllm", url: server.url }] });
  await expect(engine.models()).rejects.toMatchObject({
    code: "upstream_failed",
    message: expect.stringMatching(/cannot connect \((?:DEPTH_ZERO_)?SELF_SIGNED/),
  });
});

test("the proxy of the environment is used, except for hosts in NO_PROXY", async () => {
  const [server, proxy] = [await useTestServer(), await useProxy()];
  vi.stubEnv("HTTP_PROXY", proxy.url);
  vi.stubEnv("NO_PROXY", "");
  const behind = useEngine({ targets: [{ preset: "vllm", url: server.url }] });
  expect((await ask(behind)).finish.reason).toBe("stop");
  expect(proxy.asked.length).toBeGreaterThan(0);
  const before = proxy.asked.length;

  vi.stubEnv("NO_PROXY", "127.0.0.1");
  const past = useEngine({ targets: [{ preset: "vllm", url: server.url }] });
  expect((await ask(past)).finish.reason).toBe("stop");
  expect(proxy.asked.length).toBe(before);
});
