import { expect, test } from "vitest";
import { abortedError } from "./aborted.ts";

test("an abort error gives the signal's reason in its message and as its cause", () => {
  const reason = new Error("the window was closed\nby its user");
  const error = abortedError("turn", AbortSignal.abort(reason));
  expect(error).toMatchObject({ code: "aborted", cause: reason });
  expect(error.message).toBe("the turn was aborted by its signal: the window was closed");
});

test("an abort error names a timeout as the reason", () => {
  const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
  expect(abortedError("turn", AbortSignal.abort(reason)).message).toMatch(
    /by its signal: .* due to timeout$/,
  );
});

test("an abort error says nothing of a default reason, or of one that is not an error with a message", () => {
  for (const signal of [AbortSignal.abort(), AbortSignal.abort("stop"), AbortSignal.abort(new Error(""))]) {
    expect(abortedError("edit", signal).message).toBe("the edit was aborted by its signal");
  }
});
