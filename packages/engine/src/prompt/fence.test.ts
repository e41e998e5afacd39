import { expect, test } from "vitest";
import { splitFence } from "./fence.ts";

test.each([
  ["```js\nx\n```", { code: "x", language: "js", rest: "" }],
  ["~~~ ts strict\nx\n~~~", { code: "x", language: "ts", rest: "" }],
  ["a\n```\nx\n```\nb", { code: "x", language: "", rest: "a\nb" }],
  ["````\n```\nx\n```\n````", { code: "```\nx\n```", language: "", rest: "" }],
  ["```\nx\n````", { code: "x", language: "", rest: "" }],
  ["```\nx\n~~~\n```", { code: "x\n~~~", language: "", rest: "" }],
  ["```\nx\ny", { code: "x\ny", language: "", rest: "" }],
  ["```\n\n  x\n\n```", { code: "\n  x\n", language: "", rest: "" }],
  ["  ```\n  x\n    y\n  ```", { code: "x\n  y", language: "", rest: "" }],
  ["```\r\nx\r\n```\r\nb", { code: "x", language: "", rest: "b" }],
  ["```\n```", { code: "", language: "", rest: "" }],
])("finds the fenced code in %j", (text, fenced) => {
  expect(splitFence(text)).toEqual(fenced);
});

test.each(["", "x", "`x`", "``` x ```", "    ```\n    x\n    ```", "``\nx\n``"])(
  "finds no fenced code in %j",
  (text) => {
    expect(splitFence(text)).toBeNull();
  },
);
