import { stat } from "node:fs";

/** Keeps this process busy for so many milliseconds; then, as something that came meanwhile, `arrived` is called: after the timers that are due. */
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
