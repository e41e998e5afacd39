import { expect, test } from "vitest";
import {
  createLlamaEngine,
  createScriptEngine,
  createUpstreamEngine,
  EngineOptionError,
  type UpstreamTarget,
} from "../index.ts";

const targets: UpstreamTarget[] = [{ preset: "vllm", url: "http://127.0.0.1:1/v1" }];
const WRONG = [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY];

test.each<[string, (value: number) => unknown]>([
  ["timeouts.silence", (silence) => createUpstreamEngine({ targets, timeouts: { silence } })],
  ["limits.threads", (threads) => createUpstreamEngine({ targets, limits: { threads } })],
  ["contextLength", (contextLength) => createUpstreamEngine({ targets, contextLength })],
  ["maxThreads", (maxThreads) => createScriptEngine({ scenario: { turns: [] }, maxThreads })],
  ["maxThreads", (maxThreads) => createLlamaEngine({ models: [], maxThreads })],
  ["threads.decode", (decode) => createLlamaEngine({ models: [], threads: { decode } })],
  ["restart.delay", (delay) => createLlamaEngine({ models: [], restart: { delay } })],
  ["kvSpill.bytes", (bytes) => createLlamaEngine({ models: [], kvSpill: { directory: "kv", bytes } })],
])("an engine rejects a %s that is not a non-negative whole number, and names the option", (option, make) => {
  for (const value of WRONG) {
    expect(() => make(value)).toThrow(EngineOptionError);
    expect(() => make(value)).toThrow(
      expect.objectContaining({
        code: "option_invalid",
        option,
        message: expect.stringContaining(`${value}`),
      }),
    );
  }
});

test("an upstream engine rejects a limit of zero connections", () => {
  expect(() => createUpstreamEngine({ targets, limits: { connections: 0 } })).toThrow(
    expect.objectContaining({ option: "limits.connections", message: expect.stringContaining("at least 1") }),
  );
});

test.each([Number.NaN, -1, 0, Number.POSITIVE_INFINITY])(
  "an upstream target with weight %s is rejected",
  (weight) => {
    expect(() => createUpstreamEngine({ targets: targets.map((it) => ({ ...it, weight })) })).toThrow(
      expect.objectContaining({ code: "option_invalid", option: "targets[0].weight" }),
    );
  },
);
