import { expect, test, vi } from "vitest";
import { warn } from "./warning.ts";

test("a warning is one line, with its control characters made visible", () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    warn("gpu:8000 is down: boom \x1b]0;PWN\x07\nall is well");
    expect(write.mock.calls).toEqual([["warning: gpu:8000 is down: boom ␛]0;PWN␇␊all is well\n"]]);
  } finally {
    write.mockRestore();
  }
});
