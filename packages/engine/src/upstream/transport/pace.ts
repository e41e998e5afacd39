import type { Socket } from "node:net";
import type { Held, Tick } from "../../tick/index.ts";

/** Number of initial pieces that are read at once: headers, role and first token. */
const FIRST_PIECES = 3;
/** A read of this many bytes is more than tokens, such as a long list, or a whole answer in its last event. */
const MUCH = 16 * 1024;

/** Socket options that prevent reading ahead. */
export const UNREAD = { highWaterMark: 1 } as const;

/**
 * On a busy thread, limits a socket opened with {@link UNREAD} to reading at ticks: data accumulates in the kernel and is
 * read together. Waking up to read each token costs several times as much as processing it. An answer's first pieces
 * and large transfers are not delayed.
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
    // Called to read the next piece.
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
  // A new request: its first pieces are not delayed either.
  socket.write = new Proxy(write, {
    apply(target, self, args: Parameters<typeof write>) {
      begin();
      return Reflect.apply(target, self, args);
    },
  });
  // No request is left: resume reading, to notice if the server closes the connection before the next request.
  socket.unref = () => {
    begin();
    return unref();
  };
}
