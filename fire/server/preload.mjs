// node --import …/preload.mjs: extends a server under test. Its clock can be shifted, it reports its heap, and it exits
// with its parent process. Receives { shift } or { ask } messages.
import { isMainThread } from "node:worker_threads";

// The engine process and the store's thread must not load this file.
delete process.env.NODE_OPTIONS;

if (isMainThread && process.send !== undefined) {
  const RealDate = Date;
  const prototypeNames = Object.getOwnPropertyNames(Object.prototype).length;
  let offset = 0;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + offset);
      else super(...given);
    }

    static now() {
      return RealDate.now() + offset;
    }
  };
  process.on("message", ({ shift, ask }) => {
    if (shift !== undefined) offset += shift;
    if (ask === undefined) return;
    const names = Object.getOwnPropertyNames(Object.prototype).length;
    process.send({ ask, heapUsed: process.memoryUsage().heapUsed, isPolluted: names !== prototypeNames });
  });
  process.on("disconnect", () => process.exit());
  // The IPC channel alone must not keep the server running.
  process.channel.unref();
}
