import {
  createScriptEngine,
  type PromptItem,
  type PromptLink,
  type Scenario,
  type Thread,
} from "@flint/engine";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ItemBurst } from "../item/index.ts";
import { Seal } from "../seal/index.ts";
import { digestOf } from "./digest.ts";
import { compactingThread, itemsOf, keptMessages, readableTip, UnreadableCompaction } from "./index.ts";

const seal = Seal.fromSecret("a secret for this test");
const reading = { seal, contextLength: 131_072 };
const user = (content: string): PromptItem => ({ type: "message", role: "user", content });
const assistant = (content: string): PromptItem => ({ type: "message", role: "assistant", content });
const compaction = (summary: string): PromptItem => ({
  type: "compaction",
  encrypted_content: seal.close("compaction", summary),
});
const trigger: PromptItem = { type: "compaction_trigger" };

function chain(...links: PromptItem[][]): PromptLink {
  return links.reduce<PromptLink | null>((parent, items) => ({ parent, items }), null) as PromptLink;
}

async function threadOf(scenario: Scenario): Promise<Thread> {
  const engine = createScriptEngine({ scenario });
  onTestFinished(() => engine.close());
  return engine.openThread({ model: "script" });
}

/** The summary that a thread's compaction of a conversation holds, and how it finished. */
async function compact(thread: Thread, tip: PromptLink, summaryTokens = 1000) {
  const compacting = compactingThread(thread, summaryTokens, seal);
  await compacting.prefill({ tip, instructions: null, tools: [] });
  const bursts: ItemBurst[] = [];
  for await (const event of compacting.generate({})) {
    if (event.type === "finish")
      return { summary: seal.open("compaction", bursts[0]?.text ?? ""), finish: event };
    bursts.push(event);
  }
  throw new Error("no finish came");
}

describe("what a model reads", () => {
  it("is the conversation itself if nothing was compacted", () => {
    const tip = chain([user("a")], [assistant("b")], [user("c")]);
    expect(readableTip(tip, reading)).toBe(tip);
  });

  it("contains the summary of a compaction in the input, after the messages kept with it", () => {
    const tip = chain([user("kept"), compaction("the summary"), user("next")]);
    const read = itemsOf(readableTip(tip, reading));
    expect(read).toMatchObject([{ content: "kept" }, { role: "user" }, { content: "next" }]);
    expect(JSON.stringify(read[1])).toContain("the summary");
  });

  it("starts anew at a requested compaction, with the user messages from before it", () => {
    const tip = chain([user("one")], [assistant("two")], [trigger], [compaction("short")], [user("three")]);
    const text = JSON.stringify(itemsOf(readableTip(tip, reading)));
    expect(text).toContain("one");
    expect(text).not.toContain("two");
    expect(text).toMatch(/short.*three/);
  });

  it("starts anew at the latest requested compaction, even if its links were stored as one", () => {
    const tip = chain(
      [user("zero"), trigger, compaction("shorter"), user("one"), assistant("two"), trigger],
      [compaction("short"), user("three"), assistant("four")],
      [user("five")],
    );
    const stored = itemsOf(tip);
    for (const conversation of [tip, chain(stored), chain(stored.slice(0, 3), stored.slice(3))]) {
      const text = JSON.stringify(itemsOf(readableTip(conversation, reading)));
      expect(text).toMatch(/zero.*one.*short.*three.*four.*five/);
      expect(text).not.toMatch(/shorter|two/);
    }
  });

  it("is the same link object on each read, and shared by forks", () => {
    const shared = chain([user("one"), compaction("short")]);
    const forks = [user("left"), user("right")].map((item) =>
      readableTip({ parent: shared, items: [item] }, reading),
    );
    expect(readableTip(shared, reading)).toBe(forks[0]?.parent);
    expect(forks[0]?.parent).toBe(forks[1]?.parent);
  });
});

it("a compaction sealed under another secret is rejected as unreadable", () => {
  const tip = chain([user("one"), compaction("short")], [user("two")]);
  expect(() => readableTip(tip, { ...reading, seal: Seal.fromSecret("another secret for it") })).toThrowError(
    UnreadableCompaction,
  );
});

describe("messages kept beside a summary", () => {
  it("are the latest user messages, each kept whole", () => {
    const big = "x".repeat(40_000);
    const kept = keptMessages([user(big), assistant("no"), user(`${big}!`), user("last")], 131_072);
    expect(kept.map(({ role }) => role)).toEqual(["user", "user"]);
    expect(kept[1]).toMatchObject({ status: "completed", content: [{ type: "input_text", text: "last" }] });
    expect(kept.every(({ id }) => id.startsWith("msg_"))).toBe(true);
  });

  it("leave most of a short context free", () => {
    const kept = keptMessages([user("x".repeat(40_000)), user("y".repeat(5_000)), user("last")], 8_192);
    expect(kept).toHaveLength(2);
    expect(keptMessages([user("x".repeat(40_000))], 8_192)).toEqual([]);
  });

  it("are limited by the context of the model that reads them", () => {
    const tip = chain([user("x".repeat(20_000))], [trigger], [compaction("short")]);
    const read = (contextLength: number) => itemsOf(readableTip(tip, { seal, contextLength }));
    expect(read(131_072)).toHaveLength(2);
    expect(read(8_192)).toHaveLength(1);
    expect(readableTip(tip, reading)).toBe(readableTip(tip, reading));
  });
});

describe("a summary", () => {
  const tooLong = { code: "context_length_exceeded" as const, message: "the prompt has too many tokens" };

  it("is what the model writes", async () => {
    const thread = await threadOf({
      turns: [
        { when: { contains: "summary" }, steps: [{ reasoning: "hm" }, { text: "we spoke of sums" }] },
        { steps: [{ text: "an answer" }] },
      ],
    });
    const { summary, finish } = await compact(thread, chain([user("what is a sum?")]));
    expect(summary).toBe("we spoke of sums");
    expect(finish).toMatchObject({ reason: "stop" });
    expect(finish.reasoningTokens).toBeGreaterThan(0);
  });

  it("has no more tokens than the limit", async () => {
    const thread = await threadOf({ turns: [{ steps: [{ repeat: 100, text: "word " }] }] });
    const { summary, finish } = await compact(thread, chain([user("a")]), 10);
    expect(finish).toMatchObject({ reason: "stop", outputTokens: 10 });
    expect(summary).toBe("word word word word word");
  });

  it.each<[string, Scenario]>([
    ["takes no tools", { model: { capabilities: { tools: false } }, turns: [{ steps: [{ text: "no" }] }] }],
    ["has no room left", { model: { contextLength: 80 }, turns: [{ steps: [{ text: "no" }] }] }],
    ["finds only on its way that it has no room left", { turns: [{ steps: [{ error: tooLong }] }] }],
    ["says nothing", { turns: [{ steps: [{ text: "" }] }] }],
    ["calls a tool instead", { turns: [{ steps: [{ function_call: { name: "f", arguments: "{}" } }] }] }],
  ])("is made from the latest messages when the model %s", async (_, scenario) => {
    const call: PromptItem = { type: "function_call", call_id: "c", name: "run", arguments: "{}" };
    const output: PromptItem = { type: "function_call_output", call_id: "c", output: "done" };
    const tip = chain([user("run it")], [call], [output], [assistant("it ran")]);
    const { summary } = await compact(await threadOf(scenario), tip);
    expect(summary).toBe("user: run it\n\ncalled run: {}\n\noutput: done\n\nassistant: it ran");
  });

  it.each<[string, Scenario]>([
    [
      "the context ends",
      { model: { contextLength: 480 }, turns: [{ steps: [{ repeat: 100, text: "word " }] }] },
    ],
    ["the server behind the model gives up", { turns: [{ steps: [{ text: "word " }, { error: tooLong }] }] }],
  ])("is completed from the latest messages when %s halfway through", async (_, scenario) => {
    const tip = chain([user("run it")], [assistant("it ran ".repeat(70))], [user("well done")]);
    const { summary, finish } = await compact(await threadOf(scenario), tip);
    expect(summary).toMatch(/^(word )+\[…\]\n\n/);
    expect(summary).toMatch(/user: well done$/);
    expect(finish).toMatchObject({ reason: "stop" });
    expect(finish.error).toBeUndefined();
  });

  it("takes at most a quarter of the context", async () => {
    const scenario = { model: { contextLength: 400 }, turns: [{ steps: [{ repeat: 200, text: "word " }] }] };
    const { finish } = await compact(await threadOf(scenario), chain([user("a")]));
    expect(finish).toMatchObject({ reason: "stop", outputTokens: 100 });
  });

  it("that is made without the model leaves most of a short context free", async () => {
    const scenario = { model: { contextLength: 400 }, turns: [{ steps: [{ text: "no" }] }] };
    const tip = chain([user("first")], [user("ünd ".repeat(2000))], [user("last")]);
    const { summary } = await compact(await threadOf(scenario), tip);
    expect(summary).toMatch(/^\[…\]\n\nuser: ünd .*\[…\]\n\nuser: last$/s);
    expect(Buffer.byteLength(summary ?? "")).toBeLessThan(400);
  });

  it("that is made without the model stays small", () => {
    const digest = digestOf(Array.from({ length: 500 }, (_, at) => user(`${at} ${"x".repeat(5000)}`)));
    expect(digest.length).toBeLessThan(20_000);
    expect(digest).toContain("499 xxx");
  });

  it("is not made when the engine fails", async () => {
    const thread = await threadOf({
      turns: [{ steps: [{ error: { code: "engine_crashed", message: "it died" } }] }],
    });
    const { summary, finish } = await compact(thread, chain([user("a")]));
    expect(summary).toBeNull();
    expect(finish).toMatchObject({ reason: "error", error: { code: "engine_crashed" } });
  });
});
