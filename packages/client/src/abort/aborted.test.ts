import { expect, test } from "vitest";
import { abortedError } from "./aborted.ts";

test("what a signal gave up says why where the signal does", () => {
  const reason = new Error("the window was closed\nby its user");
  const error = abortedError("turn", AbortSignal.abort(reason));
  expect(error).toMatchObject({ code: "aborted", cause: reason });
  expect(error.message).toBe("the turn was aborted by its signal: the window was closed");
});

test("a timeout is told as one", () => {
  const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
  expect(abortedError("turn", AbortSignal.abort(reason)).message).toMatch(
    /by its signal: .* due to timeout$/,
  );
});

test("a signal without a reason of its own adds nothing, and neither does one that is no error", () => {
  for (const signal of [AbortSignal.abort(), AbortSignal.abort("stop"), AbortSignal.abort(new Error(""))]) {
    expect(abortedError("edit", signal).message).toBe("the edit was aborted by its signal");
  }
});
