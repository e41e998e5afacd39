import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { EngineError } from "./engine-error.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

class Maker {
  readonly load = new Array(10).fill("of no use to the error");

  make(): EngineError {
    return new EngineError("aborted", `after ${this.load.length} steps`);
  }
}

test("a kept error does not retain the object that created it, and still has its stack", async () => {
  const made = () => {
    const maker = new Maker();
    return { error: maker.make(), maker: new WeakRef(maker) };
  };
  const { error, maker } = made();
  // A weak reference holds what it was made of until the turn of the event loop is over.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(maker.deref()).toBeUndefined();
  expect(error.stack).toContain("engine-error.test.ts");
});
