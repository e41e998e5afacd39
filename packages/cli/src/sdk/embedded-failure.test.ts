import * as client from "@flint/client";
import { expect, test } from "vitest";
import * as flint from "../index.ts";

test.each([
  ["a model that is not here", { model: "nope" }, "model_not_found", 'unknown model "nope"'],
  ["a model to pull first", { model: "hf:user/repo:Q4" }, "model_not_found", "flint pull hf:user/repo:Q4"],
  ["a server of no kind", { engine: "nope" }, "bad_option", 'there is no server "nope": name one such as'],
  ["a server without an address", { engine: "vllm=gpu" }, "bad_url", "not a URL"],
])("%s is a FlintError with the remedy", async (_, options, serverCode, message) => {
  const failure = await flint.initializeSession(options).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(flint.FlintError);
  expect(failure).toMatchObject({
    code: "invalid_argument",
    serverCode,
    message: expect.stringContaining(message),
  });
  // Flags are the command line's.
  expect(failure).not.toMatchObject({ message: expect.stringContaining("--") });
});

test.each([
  [null, "the options must be an object"],
  ["http://127.0.0.1:8787", "the options must be an object"],
  [{ model: 5 }, "model must be a string, not number"],
  [{ model: null, url: "http://127.0.0.1:1" }, "model must be a string, not null"],
  [{ engine: {} }, "engine must be a string, not object"],
  [{ onClose: 5 }, "onClose must be a function, not number"],
  [{ engin: "vllm=http://gpu:8000/v1" }, "there is no option engin: did you mean engine?"],
  [{ api_key: "k", url: "http://127.0.0.1:1" }, "there is no option api_key: did you mean apiKey?"],
  [{ prompt: "x" }, "there is no option prompt: the names are apiKey, engine, limits, model,"],
  [
    { url: "http://127.0.0.1:1", limits: { gracee: 1 } },
    "there is no option limits.gracee: did you mean limits.grace?",
  ],
])("the invalid options %j are refused with the reason", async (options, message) => {
  await expect(flint.initializeSession(options as never)).rejects.toMatchObject({
    name: "FlintError",
    code: "invalid_argument",
    message: expect.stringContaining(message),
  });
});

test("flint exports all that its client exports", () => {
  expect(flint).toMatchObject({ ...client, initializeSession: expect.any(Function) });
  expect(flint.initializeSession).not.toBe(client.initializeSession);
});
