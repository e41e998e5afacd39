import { expect, test } from "vitest";
import type { Burst } from "../../contract/index.ts";
import type { FromProcess } from "../messages.ts";
import { Outbox } from "./outbox.ts";

const burst = (text: string, index = 0): Burst => ({
  type: "burst",
  index,
  part: { type: "text" },
  text,
  tokens: 1,
  drafted: 0,
  accepted: 0,
});

function outbox() {
  const sent: FromProcess[] = [];
  const taken: (() => void)[] = [];
  const box = new Outbox({
    burstInterval: 4,
    send: (message, done) => {
      sent.push(message);
      taken.push(done);
    },
  });
  return { box, sent, taken };
}

const texts = (sent: readonly FromProcess[]) =>
  sent.map((message) => (message.type === "bursts" ? message.bursts.map(({ text }) => text) : message.type));

test("the first burst is sent with its step, and those soon after it together", () => {
  const { box, sent } = outbox();
  box.bursts(1, [burst("a")]);
  box.stepped(100);
  box.bursts(1, [burst("b")]);
  box.stepped(101);
  box.bursts(1, [burst("c")]);
  box.stepped(105);
  expect(texts(sent)).toEqual([["a"], ["bc"]]);
});

test("bursts of different parts are not merged", () => {
  const { box, sent } = outbox();
  box.bursts(1, [burst("a", 0), burst("b", 1), burst("c", 1)]);
  box.stepped(0);
  expect(texts(sent)).toEqual([["a", "bc"]]);
});

test("the end of a call is sent after its waiting bursts", () => {
  const { box, sent } = outbox();
  box.stepped(0);
  box.bursts(1, [burst("a")]);
  box.post({ type: "done", call: 1, result: null });
  expect(texts(sent)).toEqual([["a"], "done"]);
});

test("while the channel is slow, waiting bursts are merged and none is lost", () => {
  const { box, sent, taken } = outbox();
  for (let step = 0; step < 50; step++) {
    box.bursts(1, [burst("x")]);
    box.stepped(step * 10);
  }
  expect(sent.length).toBeLessThan(6);
  for (const done of taken) done();
  expect(texts(sent).flat().join("")).toBe("x".repeat(50));
});
