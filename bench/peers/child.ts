import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { ask, endWithThis } from "../server/index.ts";

/** A running server of another program. Disposing it ends the program. */
export interface PeerServer extends Disposable {
  readonly port: number;
}

export async function startAimock(text: string, chunk: number): Promise<PeerServer> {
  const child = fork(new URL("../../bench/peers/aimock.mjs", import.meta.url));
  const { port } = await ask<{ port: number }>(child, { text, chunk });
  return { port, [Symbol.dispose]: () => child.disconnect() };
}

/** Timeout for a llama-server to respond, and the interval between checks, in milliseconds. */
const START = 60_000;
const LOOK = 100;

/**
 * Starts the program at `path` with a model and one slot, in the setup of Flint's engine: the same context, no GPU.
 */
export async function startLlamaServer(path: string, model: string, context: number): Promise<PeerServer> {
  const port = await freePort();
  const args = ["-m", model, "-c", String(context), "-np", "1", "-ngl", "0", "--host", "127.0.0.1"];
  const child = endWithThis(spawn(path, [...args, "--port", String(port), "--jinja"], { stdio: "ignore" }));
  try {
    await untilAnswering(child, `http://127.0.0.1:${port}/health`);
  } catch (cause) {
    child.kill();
    throw cause;
  }
  return { port, [Symbol.dispose]: () => void child.kill() };
}

async function untilAnswering(child: ChildProcess, url: string): Promise<void> {
  const ended = new AbortController();
  const died = Promise.race([
    once(child, "error", { signal: ended.signal }).then(([cause]) => {
      throw new Error(`LLAMA_SERVER cannot be started: ${cause.message}`);
    }),
    once(child, "exit", { signal: ended.signal }).then(([code]) => {
      throw new Error(`LLAMA_SERVER ended with code ${code} before it answered`);
    }),
  ]);
  const until = performance.now() + START;
  try {
    while (performance.now() < until) {
      const isUp = fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
      if (await Promise.race([isUp, died])) return;
      await Promise.race([new Promise((resolve) => setTimeout(resolve, LOOK)), died]);
    }
    throw new Error(`LLAMA_SERVER has not answered within ${START / 1000} s`);
  } finally {
    died.catch(() => {});
    ended.abort();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
