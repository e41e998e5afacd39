import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test("control characters and those that turn the direction of text are shown as pictures", () => {
  expect(printable("a\u001b[2Jb\u0007\u007f\u202ec\u200bd\u0085")).toBe("a␛[2Jb␇␡•c•d•");
});

test("tabs, other scripts and wide characters stay", () => {
  expect(printable("\tשלום 你好 é 👍")).toBe("\tשלום 你好 é 👍");
});
