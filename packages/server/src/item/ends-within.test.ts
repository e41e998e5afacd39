import { expect, test } from "vitest";
import { endsWithin } from "./ends-within.ts";

test.each(["{", '{"a": "b', '{"a": "}', '{"a": "\\"', '{"a": ["b"', '{"a": {"b": 1}', '"a', '{"a": "b\\'])(
  "%s ends within",
  (json) => {
    expect(endsWithin(json)).toBe(true);
  },
);

test.each(["", "{}", '{"a": "{["}', '{"a": "\\""}', "12", '{"a": b}', "}", '{"a": [1, {"b": "\\\\"}]}'])(
  "%s does not end within",
  (json) => {
    expect(endsWithin(json)).toBe(false);
  },
);
