import { stat } from "node:fs";

/**
 * Blocks this process for so many milliseconds. Then `arrived` is called, like a handler of input that came meanwhile:
 * after the timers that are due.
 */
export function whileBusy(milliseconds: number, arrived: () => void): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      stat(".", () => {
        arrived();
        resolve();
      });
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    });
  });
}
