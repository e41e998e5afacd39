import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadScenario, parseScenario } from "./index.ts";

const steps = [{ text: "Hi." }];
const turns = [{ steps }];

describe("an invalid scenario is rejected with its file, the place and what was expected", () => {
  test.each([
    [[], "expected an object"],
    [{}, "expected the field turns"],
    [{ turns: [] }, "turns: expected a list of at least one turn"],
    [{ turns: [{}] }, "turns[0]: expected the field steps"],
    [{ turns: [{ steps }, { steps: [] }] }, "turns[1].steps: expected a list of at least one step"],
    [
      { turns, speed: 1 },
      "speed: expected no field but model, tokens_per_second, burst, prefill_tokens_per_second, turns",
    ],
    [{ turns, tokens_per_second: 0 }, "tokens_per_second: expected a number above 0, or null for no limit"],
    [{ turns, burst: 1.5 }, "burst: expected a whole number of at least 1"],
    [{ turns, model: { id: "" } }, "model.id: expected a string that is not empty"],
    [
      { turns: [{ when: { last: "reasoning" }, steps }] },
      "turns[0].when.last: expected one of message, function_call_output, custom_tool_call_output",
    ],
    [
      { turns: [{ steps: ["Hi."] }] },
      "turns[0].steps[0]: expected an object with one of text, repeat, reasoning, refusal, function_call, custom_tool_call, error, pause_ms",
    ],
    [{ turns: [{ steps: [{ text: 1 }] }] }, "turns[0].steps[0].text: expected a string"],
    [{ turns: [{ steps: [{ repeat: 2 }] }] }, "turns[0].steps[0]: expected the field text"],
    [
      { turns: [{ steps: [{ text: "", reasoning: "" }] }] },
      "turns[0].steps[0].reasoning: expected no field but text",
    ],
    [
      { turns: [{ steps: [{ function_call: { name: "f", arguments: 1 } }] }] },
      "turns[0].steps[0].function_call.arguments: expected a string or an object",
    ],
    [
      { turns: [{ steps: [{ pause_ms: -1 }] }] },
      "turns[0].steps[0].pause_ms: expected a number of milliseconds of at least 0",
    ],
  ])("%j", (scenario, message) => {
    expect(() => parseScenario(scenario, "demo.json")).toThrow(
      expect.objectContaining({
        name: "ScenarioError",
        code: "scenario_invalid",
        message: `demo.json: ${message}`,
      }),
    );
  });

  test("an unknown error code is rejected with the valid ones", () => {
    const scenario = { turns: [{ steps: [{ error: { code: "oops", message: "x" } }] }] };
    expect(() => parseScenario(scenario)).toThrow(
      /^scenario: turns\[0\]\.steps\[0\]\.error\.code: expected one of model_/,
    );
  });
});

describe("a scenario file", () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "flint-scenario-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("is read", async () => {
    await writeFile(file("good.json"), JSON.stringify({ turns }));
    expect(await loadScenario(file("good.json"))).toEqual({ turns });
  });

  test("that is missing, a folder, not JSON or too large is rejected", async () => {
    await expect(loadScenario(file("none.json"))).rejects.toMatchObject({
      code: "scenario_unreadable",
      message: `${file("none.json")}: no such file: give the path of a scenario file`,
    });
    await expect(loadScenario(folder)).rejects.toMatchObject({ message: expect.stringContaining("EISDIR") });

    await writeFile(file("broken.json"), '{\n  "turns" []\n}');
    await expect(loadScenario(file("broken.json"))).rejects.toMatchObject({
      code: "scenario_unreadable",
      message: expect.stringMatching(/broken\.json: not JSON: [^\n]*line 2 column 11/),
    });
    await expect(loadScenario(file("broken.json"), { maxBytes: 10 })).rejects.toMatchObject({
      code: "scenario_unreadable",
      message: expect.stringContaining("6 over the limit"),
    });
  });
});
