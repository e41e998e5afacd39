import { expect, test } from "vitest";
import { unknownPath } from "./unknown-path.ts";

test("OpenAI paths that Flint lacks are answered with what to use instead", () => {
  const instead = new Map([
    ["/v1/conversations", "continue a response with `previous_response_id`"],
    ["/v1/conversations/conv_1/items", "continue a response with `previous_response_id`"],
    ["/v1/completions", "use /v1/responses or /v1/chat/completions"],
    ["/v1/chat/completions/chatcmpl-1", "completions are not stored: use /v1/responses"],
    ["/v1/files", "send the text itself as input"],
    ["/v1/threads/t/runs", "use /v1/responses"],
  ]);
  for (const [path, remedy] of instead) {
    const { status, code, message } = unknownPath(path);
    expect({ status, code, message }).toEqual({
      status: 404,
      code: "not_found",
      message: `there is no ${path} here: ${remedy}`,
    });
  }
});

test("any other unknown path is answered with the paths that exist", () => {
  for (const path of ["/v1/embeddings", "/v1/filesystem", "/v2/responses"]) {
    expect(unknownPath(path).message).toMatch(/ here: there are \/v1\/responses, .*\/metrics$/);
  }
});
