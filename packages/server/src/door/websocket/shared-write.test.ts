import { Duplex } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { SharedWrite } from "./shared-write.ts";

/** A stream that notes what reaches it in one write. */
class Wire extends Duplex {
  readonly writes: string[] = [];

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.writes.push(chunks.map(({ chunk }) => String(chunk)).join(""));
    done();
  }
}

it("sends what comes in one turn of the event loop in one write, promises included", async () => {
  const wire = new Wire();
  const shared = new SharedWrite(wire);
  const send = (text: string) => {
    shared.hold();
    wire.write(text);
  };
  send("a");
  send("b");
  await nextTurn();
  expect(wire.writes).toEqual(["ab"]);

  // As a response does: begun by a frame, gone on with by promises.
  await Promise.resolve();
  send("c");
  await Promise.resolve();
  send("d");
  await nextTurn();
  send("e");
  await nextTurn();
  expect(wire.writes).toEqual(["ab", "cd", "e"]);
});
