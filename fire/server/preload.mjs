// node --import …/preload.mjs: what a server under fire has besides. Its clock can be shifted, it tells of its heap,
// and it ends with the process that started it. Takes { shift } or { ask }.
import { isMainThread } from "node:worker_threads";

// Neither for the engine's process nor for the store's thread.
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
  // Alone it keeps no server from ending.
  process.channel.unref();
}
