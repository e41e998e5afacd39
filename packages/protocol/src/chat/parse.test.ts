import { describe, expect, test } from "vitest";
import { parseChatRequest } from "./index.ts";

const hello = [{ role: "user", content: "hi" }];

function refusal(body: unknown) {
  const result = parseChatRequest(body);
  if (result.ok) throw new Error("expected a refusal");
  const { status, code, param } = result.error;
  return { status, code, param };
}

describe("a chat request", () => {
  test("keeps the known fields and drops the rest", () => {
    const body = { model: "m", messages: hello, stop: ["a"], user: "me", presence_penalty: 1 };
    expect(parseChatRequest(body)).toEqual({
      ok: true,
      value: { model: "m", messages: hello, stop: ["a"] },
    });
  });

  test.each([
    [undefined, "missing_required_parameter", null],
    [[], "invalid_type", null],
    [{}, "missing_required_parameter", "messages"],
    [{ messages: [] }, "invalid_value", "messages"],
    [{ messages: "hello" }, "invalid_type", "messages"],
    [{ messages: ["hi"] }, "invalid_type", "messages[0]"],
    [{ messages: [{ role: "robot", content: "" }] }, "invalid_value", "messages[0].role"],
    [{ messages: [{ role: "toString", content: "" }] }, "invalid_value", "messages[0].role"],
    [{ messages: [{ role: "user", content: 5 }] }, "invalid_type", "messages[0].content"],
    [
      { messages: [{ role: "user", content: [{ type: "video" }] }] },
      "invalid_value",
      "messages[0].content[0].type",
    ],
    [{ messages: [{ role: "tool", content: "" }] }, "missing_required_parameter", "messages[0].tool_call_id"],
    [
      {
        messages: [
          { role: "assistant", tool_calls: [{ id: "c", type: "function", function: { name: "f" } }] },
        ],
      },
      "missing_required_parameter",
      "messages[0].tool_calls[0].function.arguments",
    ],
    [{ messages: hello, temperature: 3 }, "invalid_value", "temperature"],
    [{ messages: hello, max_completion_tokens: 0 }, "invalid_value", "max_completion_tokens"],
    [{ messages: hello, stop: 5 }, "invalid_type", "stop"],
    [{ messages: hello, stop: Array(17).fill("a") }, "array_above_max_length", "stop"],
    [
      { messages: hello, tools: [{ type: "function", name: "flat" }] },
      "missing_required_parameter",
      "tools[0].function",
    ],
    [{ messages: hello, tool_choice: "maybe" }, "invalid_value", "tool_choice"],
    [{ messages: hello, response_format: { type: "yaml" } }, "invalid_value", "response_format.type"],
    [{ messages: hello, n: 2 }, "unsupported_parameter", "n"],
    [{ messages: hello, logprobs: true }, "unsupported_parameter", "logprobs"],
    [{ messages: hello, modalities: ["text", "audio"] }, "unsupported_parameter", "modalities"],
    [{ messages: hello, functions: [{ name: "f" }] }, "unsupported_parameter", "functions"],
  ])("%j is refused with %s at %s", (body, code, param) => {
    expect(refusal(body)).toEqual({ status: 400, code, param });
  });
});
