import { setMaxListeners } from "node:events";
import { connect } from "node:net";
import type { Attack } from "./attack.ts";

/** Milliseconds between two bytes. */
const PAUSE = 200;
/** Milliseconds within which the server must give up on a request head. Its limit is set to two seconds. */
const PATIENCE = 60_000;

/** Opens connections whose requests arrive byte by byte and never end, until the server closes them. */
export function slowHeads({ port, ledger, signal }: Attack, count: number): Promise<void> {
  const over = new AbortController();
  setMaxListeners(count, over.signal);
  const stop = () => over.abort();
  signal.addEventListener("abort", stop, { once: true });
  return Promise.all(Array.from({ length: count }, () => one(port, over.signal))).then((results) => {
    signal.removeEventListener("abort", stop);
    ledger.inputs += count;
    const open = results.filter((isClosed) => !isClosed).length;
    if (open > 0 && !signal.aborted)
      ledger.recordBroken(`${open} of ${count} slow senders were still connected after ${PATIENCE} ms`);
    ledger.recordFault("slow senders (slowloris)", count - open);
  });
}

function one(port: number, signal: AbortSignal): Promise<boolean> {
  const text = `POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${"a".repeat(10_000)}`;
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    let at = 0;
    const timer = setInterval(() => socket.write(text[at++] ?? "a"), PAUSE);
    const give = setTimeout(() => leave(false), PATIENCE);
    const leave = (isClosed: boolean) => {
      clearInterval(timer);
      clearTimeout(give);
      socket.destroy();
      resolve(isClosed);
    };
    socket.resume().once("close", () => leave(true));
    signal.addEventListener("abort", () => leave(false), { once: true });
  });
}
