import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test("control and direction characters are replaced by visible symbols", () => {
  expect(printable("a\u001b[2Jb\u0007\u007f\u202ec\u200bd\u0085")).toBe("a␛[2Jb␇␡•c•d•");
});

test("tabs, other scripts and wide characters are kept", () => {
  expect(printable("\tשלום 你好 é 👍")).toBe("\tשלום 你好 é 👍");
});
