import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { Workspace } from "../../packages/cli/src/e2e/flint.fixture.ts";
import { RedisServer } from "../../packages/server/src/store/valkey/redis-server.fixture.ts";

const pem = (name: string) =>
  fileURLToPath(
    new URL(`../../packages/engine/src/upstream/transport/localhost.${name}.pem`, import.meta.url),
  );
const CERTIFICATE = pem("cert");
const SCENARIO = JSON.stringify({ turns: [{ steps: [{ text: "all is well" }] }] });
const LIMIT = 60_000;

let redis: RedisServer;
let port: number;
beforeAll(async () => {
  port = await freePort();
  const files = [
    "--tls-cert-file",
    CERTIFICATE,
    "--tls-key-file",
    pem("key"),
    "--tls-ca-cert-file",
    CERTIFICATE,
  ];
  redis = await RedisServer.start("--tls-port", String(port), "--tls-auth-clients", "no", ...files);
});
afterAll(() => redis.stop());

async function workspace(): Promise<{ opened: Workspace; serve: readonly string[] }> {
  const opened = await Workspace.open();
  onTestFinished(() => opened.dispose());
  const scenario = await opened.file("scenario.json", SCENARIO);
  return { opened, serve: ["--engine", "script", "--scenario", scenario] };
}

test.each(["localhost", "127.0.0.1"])(
  "servers share a store over TLS, at %s",
  async (host) => {
    const { opened, serve } = await workspace();
    const env = { NODE_EXTRA_CA_CERTS: CERTIFICATE };
    const store = ["--store", `valkeys://${host}:${port}/0?prefix=${host}`];
    const one = await opened.serve([...serve, ...store], { env });
    const asked = { method: "POST", body: JSON.stringify({ input: "hi", store: true }) };
    const { id } = await (await fetch(`${one.url}/responses`, asked)).json();
    const two = await opened.serve([...serve, ...store, "--usage", "usage-two.json"], { env });
    expect(await (await fetch(`${two.url}/responses/${id}`)).json()).toMatchObject({
      id,
      status: "completed",
    });
  },
  LIMIT,
);

test(
  "an untrusted certificate is refused with the remedy",
  async () => {
    const { opened, serve } = await workspace();
    const store = `valkeys://localhost:${port}/0?wait=500`;
    const { code, stderr } = await opened.run(["serve", ...serve, "--port", "0", "--store", store]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/certificate .*NODE_EXTRA_CA_CERTS/);
  },
  LIMIT,
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}
