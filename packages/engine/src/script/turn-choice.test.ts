import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PromptItem, PromptLink } from "../contract/index.ts";
import { parseScenario, type ScenarioTurn, type TurnCondition } from "./index.ts";
import { TurnChoice } from "./turn-choice.ts";

const user = (content = "go on"): PromptItem => ({ role: "user", content });
const answer: PromptItem = { role: "assistant", content: "an answer" };
const call: PromptItem = { type: "function_call", call_id: "c", name: "f", arguments: "{}" };
const output = (text = "ok"): PromptItem => ({ type: "function_call_output", call_id: "c", output: text });
const customOutput: PromptItem = { type: "custom_tool_call_output", call_id: "c", output: "ok" };

const turns = (...conditions: (TurnCondition | null)[]): readonly ScenarioTurn[] =>
  parseScenario({
    turns: conditions.map((when, place) => ({ ...(when && { when }), steps: [{ text: `turn ${place}` }] })),
  }).turns;

/** Makes a link of each list of items. */
function chain(...links: PromptItem[][]): PromptLink {
  const tip = links.reduce<PromptLink | null>((parent, items) => ({ parent, items }), null);
  if (!tip) throw new Error("a chain has a link");
  return tip;
}

/** The place of the turn that answers; -1 where none fits. */
function played(scenario: readonly ScenarioTurn[], tip: PromptLink): number {
  const chosen = new TurnChoice(scenario).at(tip);
  return chosen instanceof Error ? -1 : scenario.indexOf(chosen.turn);
}

describe("turns without a condition", () => {
  test("are played in order, and the last one repeatedly", () => {
    const scenario = turns(null, null, null);
    const links: PromptItem[][] = [];
    const places = [0, 1, 2, 3, 4].map(() => {
      links.push([user()]);
      const place = played(scenario, chain(...links));
      links.push([answer]);
      return place;
    });
    expect(places).toEqual([0, 1, 2, 2, 2]);
  });

  test("are not advanced by a warm-up's input, or by each item of an answer", () => {
    const warmup: PromptItem[] = [{ role: "developer", content: "rules" }];
    expect(played(turns(null, null), chain(warmup, [user()]))).toBe(0);
    expect(played(turns(null, null, null), chain(warmup, [user()], [answer, call], [output()]))).toBe(1);
  });

  test("answer a continuation without new input", () => {
    expect(played(turns(null, null, null), chain([user()], [answer], [answer]))).toBe(2);
  });
});

describe("conditions", () => {
  test("apply only to the conversation's last item", () => {
    const scenario = turns(null, { contains: "stop" });
    expect(played(scenario, chain([user("please stop")]))).toBe(1);
    expect(played(scenario, chain([user("please stop"), user("no, go on")]))).toBe(0);
    expect(played(turns({ last: "message" }), chain([user()], [answer]))).toBe(-1);
  });

  test("that are more specific win, wherever they stand", () => {
    const scenario = turns(
      null,
      { last: "function_call_output" },
      { contains: "error" },
      { last: "function_call_output", contains: "error" },
    );
    expect(played(scenario, chain([output("fine")]))).toBe(1);
    expect(played(scenario, chain([user("an error")]))).toBe(2);
    expect(played(scenario, chain([output("an error")]))).toBe(3);
    expect(played(scenario, chain([customOutput]))).toBe(0);
  });

  test("that are equal have their turns played in order", () => {
    const scenario = turns(null, { last: "function_call_output" }, { last: "function_call_output" });
    const first = [[user()], [call], [output()]];
    expect(played(scenario, chain(...first))).toBe(1);
    expect(played(scenario, chain(...first, [call], [output()]))).toBe(2);
    expect(played(scenario, chain(...first, [call], [output()], [call], [output()]))).toBe(2);
  });

  test("that all fail give an error that says what the conversation ends with", () => {
    const choice = new TurnChoice(turns({ contains: "x" }));
    expect(choice.at(chain([output()]))).toMatchObject({
      code: "prompt_unsupported",
      message:
        "the scenario has no turn for a conversation that ends with a function_call_output: add a turn without `when`",
    });
    expect(choice.at(chain([user()], [answer]))).toMatchObject({
      message: expect.stringContaining("an answer"),
    });
  });
});

test("a history in one link gets the same turn as the same history link by link", () => {
  const exchange = fc.tuple(
    fc.constantFrom(user(), user("stop"), output(), output("stop"), customOutput),
    fc.subarray([answer, call], { minLength: 1 }),
  );
  const scenario = turns(null, { last: "message" }, { contains: "stop" }, null, {
    last: "function_call_output",
  });
  fc.assert(
    fc.property(fc.array(exchange), (exchanges) => {
      const links = [...exchanges.flatMap(([input, items]) => [[input], items]), [user()]];
      expect(played(scenario, chain(links.flat()))).toBe(played(scenario, chain(...links)));
    }),
  );
});

test("two forks of a conversation get their own turns", () => {
  const choice = new TurnChoice(turns(null, null, { contains: "left" }));
  const parent = chain([user()], [answer]);
  const left = choice.at({ parent, items: [user("left")] });
  const right = choice.at({ parent, items: [user("right")] });
  expect([left, right].map((chosen) => ("turn" in chosen ? chosen.turn.steps : chosen))).toEqual([
    [{ text: "turn 2" }],
    [{ text: "turn 1" }],
  ]);
});
