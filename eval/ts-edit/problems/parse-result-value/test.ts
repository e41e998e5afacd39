import assert from "node:assert/strict";
import { test } from "node:test";
import { type ConfigResult, DEFAULTS, loadConfig, parseConfig } from "./solution.ts";

test("what is right", () => {
  const result: ConfigResult = parseConfig('{"port": 1, "hosts": ["a"]}');
  assert.deepEqual(result, { ok: true, config: { port: 1, hosts: ["a"] } });
  assert.deepEqual(parseConfig("{}"), { ok: true, config: DEFAULTS });
});

test("what is wrong", () => {
  const error = (text: string) => {
    const result = parseConfig(text);
    assert.equal(result.ok, false);
    return result.ok ? "" : result.error;
  };
  assert.match(error("{"), /^not JSON: ./);
  assert.equal(error("null"), "the configuration must be an object");
  assert.equal(error("5"), "the configuration must be an object");
  assert.equal(error('{"port": 1.5}'), "port must be a whole number");
  assert.equal(error('{"hosts": []}'), "hosts must be a list that is not empty");
});

test("loading falls back", () => {
  assert.deepEqual(loadConfig('{"port": 1}'), { port: 1, hosts: ["localhost"] });
  for (const text of ["", "{", '{"port": "x"}']) assert.equal(loadConfig(text), DEFAULTS);
});
