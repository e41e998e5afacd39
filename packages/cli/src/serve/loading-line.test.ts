import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadingLine } from "./loading-line.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function terminal(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream & PassThrough;
  return { stream, shown: () => String(stream.read() ?? "") };
}

test("a slow load shows its progress in one line", () => {
  const { stream, shown } = terminal(true);
  const tell = loadingLine(stream);
  tell({ model: "big", part: 0.01 });
  expect(shown()).toBe("");
  vi.advanceTimersByTime(1_500);
  tell({ model: "big", part: 0.437 });
  expect(shown()).toBe("\rloading big, 43 %\x1b[K");
  vi.advanceTimersByTime(10);
  tell({ model: "big", part: 0.44 });
  expect(shown()).toBe("");
  tell({ model: "big", part: 1 });
  expect(shown()).toBe("\rloaded big\x1b[K\n");
});

test("a quick load, or one without a terminal, shows nothing", () => {
  for (const isTTY of [true, false]) {
    const { stream, shown } = terminal(isTTY);
    const tell = loadingLine(stream);
    tell({ model: "small", part: 0.5 });
    vi.advanceTimersByTime(isTTY ? 900 : 9_000);
    tell({ model: "small", part: 1 });
    expect(shown()).toBe("");
  }
});
