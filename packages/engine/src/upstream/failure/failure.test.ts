import { expect, test } from "vitest";
import { failureOf, statusWithin } from "./index.ts";
import { retryAfterOf } from "./retry-after.ts";

const ASKED = { server: "gpu:8000", model: "m", path: "/responses", hasKey: true, keyVariable: "KEY" };
const told = (status: number, body: unknown, headers = {}) => failureOf({ status, headers, body }, ASKED);

test.each([
  [{ "retry-after": "2" }, 2_000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after": "Thu, 01 Jan 1970 00:01:00 GMT" }, 50_000],
  [{ "retry-after": "2", "retry-after-ms": "30" }, 30],
  [{ "retry-after": "soon" }, null],
  [{ "retry-after": "-1" }, null],
  [{}, null],
])("%j means a wait of %s ms", (headers, wait) => {
  expect(retryAfterOf(headers, 10_000)).toBe(wait);
});

test.each([
  ["OpenAI's", { error: { message: "Why", code: "context_length_exceeded" } }, "context_length_exceeded"],
  [
    "vLLM's older",
    { object: "error", message: "maximum context length is 10", code: 400 },
    "context_length_exceeded",
  ],
  [
    "llama-server's",
    { error: { code: 400, message: "the request exceeds the available context size" } },
    "context_length_exceeded",
  ],
  [
    "FastAPI's",
    { detail: [{ loc: ["body", "seed"], msg: "Extra inputs are not permitted" }] },
    "prompt_unsupported",
  ],
  ["Ollama's", { error: "model 'm' not found" }, "prompt_unsupported"],
  ["a proxy's page", "<html> <b>Bad</b> Request", "prompt_unsupported"],
])("%s error body is classified", (_, body, code) => {
  expect(told(400, body).error.code).toBe(code);
});

test.each([
  [{ detail: [{ loc: ["body", "seed"], msg: "Extra inputs are not permitted" }] }, "seed", "name"],
  [{ error: { message: "no", param: "prediction.content" } }, "prediction.content", "value"],
  [{ error: { message: "'top_p' is not supported" } }, "top_p", "name"],
  [{ error: { message: "body.seed: property 'body.seed' is unsupported" } }, "seed", "name"],
  [{ error: { message: "Unrecognized request argument supplied: seed", param: "seed" } }, "seed", "name"],
  [{ error: { message: "no", param: "seed", code: "unknown_parameter" } }, "seed", "name"],
  [
    {
      error: {
        message: "Unsupported value: 'xhigh' is not supported with this model.",
        param: "reasoning.effort",
      },
    },
    "reasoning.effort",
    "value",
  ],
  [
    { error: { message: "max_tokens is too large: 5000", param: "max_tokens", code: "invalid_value" } },
    "max_tokens",
    "value",
  ],
  [
    { detail: [{ loc: ["body", "response_format", "json_schema", "schema"], msg: "Field required" }] },
    "response_format.json_schema.schema",
    "value",
  ],
  [
    {
      error: {
        message:
          "1 validation error:\n  {'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), 'msg': \"Input should be 'low', 'medium' or 'high'\"}",
        param: null,
      },
    },
    "reasoning_effort",
    "value",
  ],
  [
    { error: { message: "[{'type': 'extra_forbidden', 'loc': ('body', 'seed'), 'msg': 'Extra inputs'}]" } },
    "seed",
    "name",
  ],
])("%j refuses %s by its %s", (body, path, by) => {
  expect(told(400, body).refusedField).toEqual({ path, by });
});

test("quoted words that refuse nothing name no field", () => {
  expect(told(400, { error: { message: "the 'roles' must alternate" } }).refusedField).toBeNull();
});

test.each([
  ["Assistant response prefill is incompatible with enable_thinking.", true],
  ["continue_final_message is set but the final message does not appear in the chat", true],
  ["Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant", true],
  ["roles must alternate", false],
])("%s: read as a refused prefill: %s", (message, refusesPrefill) => {
  expect(told(400, { error: { message } })).toMatchObject({ refusesPrefill });
});

test("a used-up account is not retried, a rate limit is", () => {
  expect(told(429, { error: { code: "insufficient_quota", message: "pay" } })).toMatchObject({
    retryable: false,
  });
  expect(told(429, { error: { message: "slow" } })).toMatchObject({ retryable: true, unwell: false });
  expect(told(503, "busy")).toMatchObject({ retryable: true, unwell: true });
});

test("a code named like a member of every object is no sign of a stale conversation", () => {
  expect(told(400, { error: { code: "constructor", message: "no" } }).stale).toBeNull();
  expect(told(400, { error: { code: "previous_response_not_found", message: "no" } }).stale).toBe("chain");
});

test("a long error message is cut short", () => {
  expect(told(500, "x".repeat(10_000)).message.length).toBeLessThan(400);
});

test.each([
  ["https://user:pass@other.example/v1?key=sk-1234#part", "https://other.example/v1"],
  ["/v2/responses?key=sk-1234", "/v2/responses"],
  ["//other.example/v1?key=sk-1234", "//other.example/v1"],
  [undefined, "another place"],
])("the location of a redirect is reported without secrets: %s", (location, place) => {
  const { error } = told(308, "", { location });
  expect(error.message).toContain(`has moved to ${place} (308)`);
  expect(error.message).not.toMatch(/pass|sk-1234/);
});

test("control characters in an error message are replaced", () => {
  expect(told(500, "boom \x1b]0;PWN\x07\u202e").message).toContain("boom \ufffd]0;PWN\ufffd\ufffd");
});

test.each([
  [{ code: 429 }, 429],
  [{ code: "503" }, 503],
  [{ type: "BadRequestError" }, 400],
  [{ code: "rate_limit_exceeded" }, 429],
  ["what", 0],
])("an error within a stream, %j, has the status %i", (error, status) => {
  expect(statusWithin(error)).toBe(status);
});
