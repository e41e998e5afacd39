import type { Socket } from "node:net";
import type { Held, Tick } from "../../tick/index.ts";

/** Pieces of an answer that are read as they come: its head, its role, its first token. */
const FIRST_PIECES = 3;
/** Bytes that come at once of what is no token: a long list, or a whole answer in its last event. */
const MUCH = 16 * 1024;

/** What a socket is to be opened with so that it reads when it is asked to, and not on by itself. */
export const UNREAD = { highWaterMark: 1 } as const;

/**
 * Has a socket that was opened with {@link UNREAD} read at the ticks alone where this thread is busy: what came meanwhile
 * waits in the kernel and is read at once. Waking up for each token, and reading it by itself, costs several times as
 * much as what is done with it. An answer's first pieces wait for nothing, nor does what comes after much.
 */
export function pace(socket: Socket, tick: Tick): void {
  const read = socket._read.bind(socket);
  const write = socket.write.bind(socket);
  const unref = socket.unref.bind(socket);
  let pieces = 0;
  let bytes = 0;
  let isHeld = false;
  const held: Held = {
    now: () => {
      if (!isHeld) return;
      isHeld = false;
      if (!socket.destroyed) read(UNREAD.highWaterMark);
    },
  };
  socket._read = (size) => {
    if (isHeld) return;
    // It is asked for the next piece.
    pieces += 1;
    const isMuch = socket.bytesRead - bytes >= MUCH;
    bytes = socket.bytesRead;
    if (pieces <= FIRST_PIECES || isMuch || tick.waitAt(performance.now()) === 0) {
      read(size);
      return;
    }
    isHeld = true;
    tick.hold(held);
  };
  const begin = () => {
    pieces = 0;
    held.now();
  };
  // Another request: what answers it waits for nothing either.
  socket.write = new Proxy(write, {
    apply(target, self, args: Parameters<typeof write>) {
      begin();
      return Reflect.apply(target, self, args);
    },
  });
  // No request is left, which is when a connection is not to keep the process: that its server closes it is to be seen
  // before another one is sent.
  socket.unref = () => {
    begin();
    return unref();
  };
}
