import { expect, test } from "vitest";
import type { PromptItem } from "../contract/index.ts";
import { ToolSet } from "./tools/index.ts";
import { conversationOf, extendConversation } from "./turns.ts";

const tools = new ToolSet([], ".");
const called = (id: string): PromptItem => ({
  type: "function_call",
  id: `fc_${id}`,
  status: "completed",
  call_id: id,
  name: "look",
  arguments: "{}",
});
const prompt = (items: readonly PromptItem[]) => ({
  tip: { parent: null, items },
  instructions: null,
  tools: [],
});
const callIds = (conversation: ReturnType<typeof conversationOf>) =>
  conversation.turns.map((turn) => (turn.role === "assistant" ? turn.calls.map(({ id }) => id) : turn.role));

test("any number of calls of one answer make one turn", () => {
  const ids = Array.from({ length: 40_000 }, (_, at) => `call_${at}`);
  expect(callIds(conversationOf(prompt(ids.map(called)), tools))).toEqual([ids]);
});

test("extending a conversation leaves the earlier one unchanged", () => {
  const earlier = conversationOf(prompt([{ role: "user", content: "go" }, called("a"), called("b")]), tools);
  const one = extendConversation(earlier, [called("c"), called("d")], tools);
  const other = extendConversation(earlier, [called("e")], tools);
  expect(callIds(earlier)).toEqual(["user", ["a", "b"]]);
  expect(callIds(one)).toEqual(["user", ["a", "b", "c", "d"]]);
  expect(callIds(other)).toEqual(["user", ["a", "b", "e"]]);
});
