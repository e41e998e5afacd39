import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { direct, load } from "./load.ts";

/** A server that says so many tokens, whatever it is asked for. */
async function sayingOnly(tokens: number): Promise<number> {
  const server = createServer((request, response) => {
    request.resume();
    response.write('data: {"choices":[{"delta":{"content":" token"}}]}\n\n');
    response.end(`data: {"usage":{"completion_tokens":${tokens},"total_tokens":9}}\n\ndata: [DONE]\n\n`);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const order = { streams: 1, rounds: 1, tokens: 8, rate: 1_000 };

test("an answer with all of its tokens counts", async () => {
  expect(await load(direct(await sayingOnly(8)), order)).toHaveLength(1);
});

test("an answer without all of its tokens fails the measurement", async () => {
  await expect(load(direct(await sayingOnly(1)), order)).rejects.toThrow("did not say all of 8 tokens");
});
