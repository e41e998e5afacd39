import assert from "node:assert/strict";
import { test } from "node:test";
import { parseIni } from "./solution.js";

test("keys go into their section", () => {
  assert.deepEqual(parseIni("root = 1\n[server]\nport = 80\nhost = \"h\"\n\n[client]\nretry = true\n"), {
    root: 1,
    server: { port: 80, host: "h" },
    client: { retry: true },
  });
});

test("a section that comes again goes on", () => {
  assert.deepEqual(parseIni("[a]\nx=1\n[b]\n[a]\ny=2"), { a: { x: 1, y: 2 }, b: {} });
});

test("comments and errors as before", () => {
  assert.deepEqual(parseIni("; c\n# d\n[a]\n; e\nk = a=b"), { a: { k: "a=b" } });
  assert.throws(() => parseIni("[a]\nnonsense"), (e) => e instanceof SyntaxError && /line 2/.test(e.message));
  assert.throws(() => parseIni("\n[open"), /line 2/);
  assert.deepEqual(parseIni("a = -1.5\nb=off"), { a: -1.5, b: "off" });
});
