import { expect, test } from "vitest";
import { namesUpstream, parseUpstreams } from "./index.ts";

test.each([
  ["vllm=http://gpu:8000/v1", [{ preset: "vllm", url: "http://gpu:8000/v1" }]],
  [
    "vllm:3=http://a/v1/,sglang=http://b:1/v1",
    [
      { preset: "vllm", url: "http://a/v1", weight: 3 },
      { preset: "sglang", url: "http://b:1/v1" },
    ],
  ],
  ["ollama", [{ preset: "ollama", url: "http://127.0.0.1:11434/v1" }]],
  ["https://host/a,b/v1", [{ preset: "openai-compatible", url: "https://host/a,b/v1" }]],
  [
    "http://a/v1,http://b/v1",
    [
      { preset: "openai-compatible", url: "http://a/v1" },
      { preset: "openai-compatible", url: "http://b/v1" },
    ],
  ],
])("parses %s", (text, targets) => {
  expect(parseUpstreams(text, {})).toEqual(targets);
});

test("keys come from the preset's variable, or else from the common one", () => {
  const env = { OPENAI_API_KEY: "sk-1", FLINT_UPSTREAM_KEY: "common" };
  expect(parseUpstreams("openai", env)).toMatchObject([{ key: "sk-1" }]);
  expect(parseUpstreams("sglang", env)).toMatchObject([{ key: "common" }]);
});

test.each([
  ["nvidia=http://a/v1", "unknown_upstream"],
  ["vllm=gpu:8000", "bad_url"],
  ["vllm=ftp://gpu/v1", "bad_url"],
  ["vllm=http://gpu/v1?key=secret", "bad_url"],
  ["openai-compatible", "url_missing"],
  ["vllm:0=http://a/v1", "bad_weight"],
  ["vllm:many=http://a/v1", "bad_weight"],
  ["openai", "key_missing"],
])("%s is refused with %s", (text, code) => {
  expect(() => parseUpstreams(text, {})).toThrowError(expect.objectContaining({ code }));
});

test("WebSockets can be switched off", () => {
  const env = { FLINT_UPSTREAM_WEBSOCKET: "off" };
  expect(parseUpstreams("flint", env)).toMatchObject([{ webSocket: false }]);
  expect(parseUpstreams("flint", { FLINT_UPSTREAM_WEBSOCKET: "on" })[0]).not.toHaveProperty("webSocket");
  expect(() => parseUpstreams("flint", { FLINT_UPSTREAM_WEBSOCKET: "no" })).toThrowError(
    expect.objectContaining({ code: "bad_switch", message: expect.stringContaining("on or off") }),
  );
});

test("a key in a URL is refused without repeating it", () => {
  const text = "openai-compatible=https://user:sk-secret@host/v1";
  expect(() => parseUpstreams(text, {})).toThrowError(/key in it: set FLINT_UPSTREAM_KEY/);
  expect(() => parseUpstreams(text, {})).not.toThrowError(/sk-secret/);
});

test("the local engines are not taken for upstreams", () => {
  expect(
    ["llama", "script", "vllm", "vllm:2=http://a", "http://a", "what=http://a"].map(namesUpstream),
  ).toEqual([false, false, true, true, true, true]);
});
