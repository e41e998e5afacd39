import { apiError } from "@flint/protocol";
import { expect, it } from "vitest";
import { EndedTurn } from "./ended-turn.ts";
import type { TurnEvent } from "./turn-event.ts";

function overTurn(status: "completed" | "incomplete") {
  const sent: { event: TurnEvent["event"]; lane: string | undefined }[] = [];
  const turn = new EndedTurn({
    ...{ id: "resp_1", lane: "a", status, sequence: 7 },
    send: ({ event }, lane) => void sent.push({ event, lane }),
  });
  return { turn, sent };
}

const input = [{ role: "user" as const, content: "no, use a loop" }];

it("continues its response's numbering on the same lane", () => {
  const { turn, sent } = overTurn("completed");
  turn.steer({ input, requestId: undefined });
  turn.interrupt();
  turn.refuse(input, apiError("invalid_input", "no"));
  expect(sent.map(({ event, lane }) => [event.type, event.sequence_number, lane])).toEqual([
    ["response.steer.failed", 7, "a"],
    ["response.interrupt.failed", 8, "a"],
    ["response.steer.failed", 9, "a"],
  ]);
});

it.each([
  ["completed", "response_already_completed"],
  ["incomplete", "response_not_active"],
] as const)("gives a steer back if the response is %s", (status, code) => {
  const { turn, sent } = overTurn(status);
  turn.steer({ input, requestId: "my-steer" });
  expect(sent[0]?.event).toMatchObject({
    steer: { previous_response_id: "resp_1", input },
    error: { code },
  });
});

it("fails an interrupt as late, or as one of an unknown mode", () => {
  const { turn, sent } = overTurn("completed");
  turn.interrupt();
  turn.interrupt("keep");
  expect(sent.map(({ event }) => event)).toMatchObject([
    { error: { code: "response_not_active" } },
    { error: { code: "interrupt_not_supported" } },
  ]);
});
