import assert from "node:assert/strict";
import { APIError } from "openai";

/** Holds that a request is refused with an error of the API, and answers the error. */
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

/** The text of a response as it stands on the wire. */
export function textOf({ output }) {
  return output
    .flatMap(({ content }) => content ?? [])
    .filter(({ type }) => type === "output_text")
    .map(({ text }) => text)
    .join("");
}

/** The events of a stream, to its end. */
export async function readAll(events) {
  const seen = [];
  for await (const event of events) seen.push(event);
  return seen;
}
