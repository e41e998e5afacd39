import { expect, test, vi } from "vitest";
import { dial } from "./dial.ts";
import { useSocketServer } from "./socket-server.fixture.ts";

const PLAIN = { headers: {}, timeout: 1_000, messageBytes: 1_000 };

test.each([
  ["a proxy that is not a URL", { HTTP_PROXY: "nowhere" }, /Invalid URL/],
  ["a proxy that is not there", { HTTP_PROXY: "http://127.0.0.1:9" }, /by the proxy 127\.0\.0\.1:9/],
])("%s is a failed connection", async (_, env, message) => {
  const { url } = await useSocketServer();
  for (const [name, value] of Object.entries({ NO_PROXY: "", ...env })) vi.stubEnv(name, value);
  await expect(dial({ ...PLAIN, url: new URL(`${url}/responses`) })).rejects.toMatchObject({
    name: "ExchangeFault",
    kind: "connect",
    message: expect.stringMatching(message),
  });
});

test("invalid certificates and an unreachable server are failed connections too", async () => {
  const { url } = await useSocketServer();
  const certificates = "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----";
  const secure = new URL(url.replace("http:", "https:"));
  await expect(dial({ ...PLAIN, url: secure, certificates })).rejects.toMatchObject({ kind: "connect" });
  await expect(dial({ ...PLAIN, url: new URL("http://127.0.0.1:9/v1") })).rejects.toMatchObject({
    kind: "connect",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});
