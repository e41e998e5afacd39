import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { Tick } from "../../tick/index.ts";
import { pace, UNREAD } from "./pace.ts";

const WAIT = 24;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  return () => {
    vi.useRealTimers();
  };
});

interface Pair {
  readonly client: Socket;
  /** What the client has read, piece by piece. */
  readonly pieces: string[];
  /** Says it, and waits until all that a reader would have read by then has been read. */
  say(text: string): Promise<void>;
}

/** A connection whose client is read on a thread that is that busy. */
async function usePair(load: number): Promise<Pair> {
  const server = createServer({ noDelay: true });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const open = async (highWaterMark?: number) => {
    const client = connect({
      port,
      host: "127.0.0.1",
      ...(highWaterMark !== undefined && { highWaterMark }),
    });
    const [[peer]] = await Promise.all([once(server, "connection"), once(client, "connect")]);
    return { client, peer: peer as Socket };
  };
  const [paced, other] = [await open(UNREAD.highWaterMark), await open()];
  onTestFinished(() => {
    for (const { client, peer } of [paced, other]) for (const one of [client, peer]) one.destroy();
    server.close();
  });
  const tick = new Tick({ least: 0, most: WAIT }, () => load);
  vi.advanceTimersByTime(1_000);
  pace(paced.client, tick);
  const pieces: string[] = [];
  paced.client.on("readable", () => {
    for (let piece = paced.client.read(); piece !== null; piece = paced.client.read())
      pieces.push(String(piece));
  });
  paced.client.write("a request");
  const settle = async () => {
    for (let nth = 0; nth < 3; nth++) {
      other.peer.write("?");
      await once(other.client, "data");
    }
  };
  const say = async (text: string) => {
    await new Promise((resolve) => paced.peer.write(text, resolve));
    await settle();
  };
  await settle();
  return { client: paced.client, pieces, say };
}

test("each piece is read as it arrives if the thread is not busy", async () => {
  const { pieces, say } = await usePair(0.1);
  for (const letter of "abcdef") await say(letter);
  expect(pieces).toEqual([..."abcdef"]);
});

test("an answer's first pieces are read as they arrive on a busy thread, and later ones together", async () => {
  const { pieces, say } = await usePair(1);
  for (const letter of "abcdefgh") await say(letter);
  const early = pieces.length;
  expect(early).toBeGreaterThanOrEqual(3);
  expect(pieces).toEqual([..."abcdefgh"].slice(0, early));
  expect(early).toBeLessThan(6);
  vi.advanceTimersByTime(WAIT);
  await say("");
  await vi.waitFor(() => expect(pieces.slice(early)).toEqual(["abcdefgh".slice(early)]));
});

test("what follows a large piece does not wait on a busy thread", async () => {
  const { pieces, say } = await usePair(1);
  for (const letter of ["a", "b", "c", "d", "e", "x".repeat(32 * 1024)]) await say(letter);
  vi.advanceTimersByTime(WAIT);
  await say("");
  const before = pieces.length;
  await say("y");
  expect(pieces.slice(before)).toEqual(["y"]);
});

test("another request on a connection ends its wait", async () => {
  const { client, pieces, say } = await usePair(1);
  for (const letter of "abcdefgh") await say(letter);
  const early = pieces.length;
  client.write("another");
  await vi.waitFor(() => expect(pieces.slice(early).join("")).toBe("abcdefgh".slice(early)));
  const before = pieces.length;
  for (const letter of "xyz") await say(letter);
  expect(pieces.slice(before)).toEqual([..."xyz"]);
});

test("a connection that breaks while it waits is not read again", async () => {
  const { client, say } = await usePair(1);
  for (const letter of "abcdefgh") await say(letter);
  client.destroy();
  vi.advanceTimersByTime(WAIT);
  expect(client.listenerCount("connect")).toBe(0);
});
