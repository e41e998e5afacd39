import assert from "node:assert/strict";
import { APIError } from "openai";

/** Asserts that a request is rejected with an API error, and resolves to the error. */
export async function throwsApiError(request, status, code) {
  const error = await request.then(
    () => assert.fail(`expected status ${status}, and it was answered`),
    (cause) => cause,
  );
  if (!(error instanceof APIError)) throw error;
  assert.equal(error.status, status);
  if (code !== undefined) assert.equal(error.code, code);
  assert.ok(error.error?.message, "the error has no message of the API's shape");
  return error;
}

/** Returns the text of a response in its wire format. */
export function textOf({ output }) {
  return output
    .flatMap(({ content }) => content ?? [])
    .filter(({ type }) => type === "output_text")
    .map(({ text }) => text)
    .join("");
}

/** Resolves to all events of a stream. */
export async function readAll(events) {
  const seen = [];
  for await (const event of events) seen.push(event);
  return seen;
}
