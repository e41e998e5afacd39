import { expect, test } from "vitest";
import { FlintError } from "./flint-error.ts";

test("an error's JSON has its message and details, but not its cause", () => {
  const error = new FlintError("connection_failed", "cannot reach it", {
    status: 401,
    cause: new Error("x"),
  });
  const state = { status: "failed", error };
  expect(JSON.parse(JSON.stringify(state))).toEqual({
    status: "failed",
    error: {
      name: "FlintError",
      code: "connection_failed",
      message: "cannot reach it",
      status: 401,
      param: null,
      serverCode: null,
      responseId: null,
      retryAfter: null,
    },
  });
});
