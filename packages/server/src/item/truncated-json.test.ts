import { expect, test } from "vitest";
import { isTruncatedJson } from "./truncated-json.ts";

test.each(["{", '{"a": "b', '{"a": "}', '{"a": "\\"', '{"a": ["b"', '{"a": {"b": 1}', '"a', '{"a": "b\\'])(
  "%s ends inside a JSON value",
  (json) => {
    expect(isTruncatedJson(json)).toBe(true);
  },
);

test.each(["", "{}", '{"a": "{["}', '{"a": "\\""}', "12", '{"a": b}', "}", '{"a": [1, {"b": "\\\\"}]}'])(
  "%s does not end inside a JSON value",
  (json) => {
    expect(isTruncatedJson(json)).toBe(false);
  },
);
