import { readFile } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type {
  Engine,
  GenerateEvent,
  GenerateRequest,
  Prompt,
  PromptItem,
  PromptLink,
  Thread,
} from "../contract/index.ts";
import { createScriptEngine, parseScenario } from "./index.ts";

const engineFor = (scenario: object, maxThreads = 8): Engine =>
  createScriptEngine({ scenario: parseScenario(scenario), maxThreads });
const saying = (...steps: object[]): object => ({ turns: [{ steps }] });
const link = (items: PromptItem[], parent: PromptLink | null = null): PromptLink => ({ parent, items });
const user = (content: string): PromptItem => ({ role: "user", content });

async function started(engine: Engine, tip: PromptLink = link([user("Go.")])): Promise<Thread> {
  const [model] = await engine.models();
  const thread = await engine.openThread({ model: model?.id ?? "" });
  await thread.prefill({ tip, instructions: null, tools: [] });
  return thread;
}

async function events(thread: Thread, request: GenerateRequest = {}): Promise<GenerateEvent[]> {
  const all: GenerateEvent[] = [];
  for await (const event of thread.generate(request)) all.push(event);
  return all;
}

const bursts = (all: readonly GenerateEvent[]) => all.filter((event) => event.type === "burst");

/** The parts that a generation put out, whole. */
async function parts(thread: Thread, request: GenerateRequest = {}): Promise<object[]> {
  const whole: { part: object; text: string }[] = [];
  for (const { index, part, text } of bursts(await events(thread, request))) {
    whole[index] = { part, text: (whole[index]?.text ?? "") + text };
  }
  return whole;
}

describe("steps", () => {
  const agent = saying(
    { reasoning: "Look first." },
    { text: "Looking." },
    { function_call: { name: "exec_command", arguments: { cmd: "ls" }, namespace: "functions" } },
    { pause_ms: 0 },
    { function_call: { name: "broken", arguments: "{", call_id: "mine" } },
    { custom_tool_call: { name: "apply_patch", input: "*** Begin Patch\n" } },
    { custom_tool_call: { name: "empty", input: "" } },
    { repeat: 3, text: "ha " },
  );
  const said = [
    { part: { type: "reasoning" }, text: "Look first." },
    { part: { type: "text" }, text: "Looking." },
    {
      part: { type: "function_call", callId: "call_1_3", name: "exec_command", namespace: "functions" },
      text: '{"cmd":"ls"}',
    },
    { part: { type: "function_call", callId: "mine", name: "broken" }, text: "{" },
    {
      part: { type: "custom_tool_call", callId: "call_1_6", name: "apply_patch" },
      text: "*** Begin Patch\n",
    },
    { part: { type: "custom_tool_call", callId: "call_1_7", name: "empty" }, text: "" },
    { part: { type: "text" }, text: "ha ha ha " },
  ];

  test("become parts in order, whatever the burst size", async () => {
    for (const burst of [1, 3, 1000]) {
      expect(await parts(await started(engineFor({ ...agent, burst })))).toEqual(said);
    }
  });

  test("count their tokens, and those of reasoning among them", async () => {
    const all = await events(await started(engineFor(agent)));
    const tokens = bursts(all).reduce((sum, burst) => sum + burst.tokens, 0);
    expect(all.at(-1)).toEqual({ type: "finish", reason: "stop", outputTokens: tokens, reasoningTokens: 4 });
  });

  test("end at a stop sequence in text, but not in reasoning or calls", async () => {
    const thread = await started(engineFor(agent));
    expect(await parts(thread, { stop: ["Look first", '"cmd"', "a ha"] })).toEqual([
      ...said.slice(0, -1),
      { part: { type: "text" }, text: "h" },
    ]);
  });

  test("get call ids that are unique in the conversation", async () => {
    const engine = engineFor(saying({ function_call: { name: "f", arguments: {} } }));
    const [first] = bursts(await events(await started(engine)));
    const call: PromptItem = { type: "function_call", call_id: "call_1_1", name: "f", arguments: "{}" };
    const output: PromptItem = { type: "function_call_output", call_id: "call_1_1", output: "" };
    const [second] = bursts(await events(await started(engine, link([user("Go."), call, output]))));
    expect([first?.part, second?.part]).toMatchObject([{ callId: "call_1_1" }, { callId: "call_2_1" }]);
  });

  test("that are errors end the answer with that error, after the text before it", async () => {
    const failing = saying({ text: "Well" }, { error: { code: "rate_limited", message: "try again in 2s" } });
    const [burst, finish] = await events(await started(engineFor(failing)));
    expect(burst).toMatchObject({ text: "Well" });
    expect(finish).toMatchObject({
      reason: "error",
      error: { code: "rate_limited", message: "try again in 2s" },
      outputTokens: 1,
    });
  });

  test("a prompt without a matching turn can be prefilled, but its answer fails", async () => {
    const engine = engineFor({ turns: [{ when: { contains: "never" }, steps: [{ text: "x" }] }] });
    expect(await events(await started(engine))).toMatchObject([
      { type: "finish", reason: "error", error: { code: "prompt_unsupported" } },
    ]);
  });
});

describe("pace", () => {
  test("is kept from the start of the answer, even if timers are coarser than tokens", async () => {
    const engine = engineFor({ ...saying({ repeat: 250, text: "ha " }), tokens_per_second: 5000 });
    const thread = await started(engine);
    const start = performance.now();
    const all = await events(thread);
    const elapsed = performance.now() - start;
    expect(bursts(all)).toHaveLength(500);
    expect(elapsed).toBeGreaterThan(99);
    // Waiting a millisecond for each token would take five times as long.
    expect(elapsed).toBeLessThan(400);
  });

  test("a pause is ended by an abort", async () => {
    const thread = await started(
      engineFor(saying({ text: "Well" }, { pause_ms: 3_600_000 }, { text: "done" })),
    );
    const abort = new AbortController();
    const all: GenerateEvent[] = [];
    for await (const event of thread.generate({ signal: abort.signal })) {
      all.push(event);
      setTimeout(() => abort.abort(), 5);
    }
    expect(all).toMatchObject([
      { type: "burst", text: "Well" },
      { type: "finish", reason: "aborted", outputTokens: 1 },
    ]);
  });

  test("an answer without a pace still lets the event loop run", async () => {
    const thread = await started(
      engineFor({ ...saying({ repeat: 200_000, text: "ha " }), model: { contextLength: 1e9 } }),
    );
    let turns = 0;
    let running = true;
    const counting = (async () => {
      while (running) {
        await nextTurn();
        turns += 1;
      }
    })();
    const start = performance.now();
    for await (const _ of thread.generate({}));
    const elapsed = performance.now() - start;
    running = false;
    await counting;
    expect(turns).toBeGreaterThan(elapsed / 50);
  });

  test("a slow prefill reports its progress and can be aborted", async () => {
    const engine = engineFor({ ...saying({ text: "x" }), prefill_tokens_per_second: 100_000 });
    const thread = await engine.openThread({ model: "script" });
    const prompt = { tip: link([user("word ".repeat(1000))]), instructions: null, tools: [] };
    const progress: number[] = [];
    await thread.prefill(prompt, { onProgress: ({ done }) => progress.push(done) });
    expect(progress).toEqual([512, 1024, 1536, 2002]);

    const abort = new AbortController();
    const again = { ...prompt, instructions: "Other words." };
    await expect(
      thread.prefill(again, { signal: abort.signal, onProgress: () => abort.abort() }),
    ).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("reuse", () => {
  const tools = [{ type: "function" as const, name: "f" }];

  test("of links makes a continuation cost only its own tokens", async () => {
    const engine = engineFor(saying({ text: "one two three" }));
    const first = link([user("a b c")]);
    const thread = await started(engine, first);
    await events(thread);
    const answer = link([{ role: "assistant", content: "one two three" }], first);
    const tip = link([user("d")], answer);
    const { promptTokens, reusedTokens } = await thread.prefill({ tip, instructions: null, tools: [] });
    // "user", a line break and "d" are new.
    expect(promptTokens - reusedTokens).toBe(3);
  });

  test("of a history sent again in new links goes as far as its text matches", async () => {
    const engine = engineFor(saying({ text: "one two three" }));
    const thread = await started(engine, link([user("a b c")]));
    await events(thread);
    const history: PromptItem[] = [user("a b c"), { role: "assistant", content: "one two four" }, user("d")];
    const { reusedTokens } = await thread.prefill({ tip: link(history), instructions: null, tools: [] });
    expect(reusedTokens).toBe(
      ["user", "\n", "a", " ", "b", " ", "c", "assistant", "\n", "one", " ", "two", " "].length,
    );
  });

  test("ends where instructions or tools differ", async () => {
    const thread = await started(engineFor(saying({ text: "x" })));
    const tip = link([user("Go.")]);
    expect((await thread.prefill({ tip, instructions: "New.", tools: [] })).reusedTokens).toBe(0);
    expect((await thread.prefill({ tip, instructions: "New.", tools })).reusedTokens).toBe(2);
    expect((await thread.prefill({ tip, instructions: "Old.", tools })).reusedTokens).toBe(0);
  });
});

describe("speculation", () => {
  const text = "let total = 0; for (const item of items) total += item.price; return total;";

  test("makes fewer, larger bursts if the draft matches", async () => {
    const engine = engineFor(saying({ text }));
    const plain = bursts(await events(await started(engine)));
    const drafted = bursts(await events(await started(engine), { draft: text }));
    expect(drafted.length).toBeLessThan(plain.length / 4);
    expect(drafted.map((burst) => burst.text).join("")).toBe(text);
  });

  test("finds its place in the draft again after a difference", async () => {
    const engine = engineFor(saying({ text }));
    const draft = text.replace("let", "var").replace("item.price", "price");
    const all = bursts(await events(await started(engine), { draft }));
    const sum = (count: "tokens" | "drafted" | "accepted") =>
      all.reduce((total, burst) => total + burst[count], 0);
    expect(all.map((burst) => burst.text).join("")).toBe(text);
    expect(sum("accepted")).toBeGreaterThan(sum("tokens") / 2);
    expect(sum("drafted")).toBeGreaterThan(sum("accepted"));
  });
});

describe("limits", () => {
  test("end an answer with `length` when the context is full", async () => {
    const engine = engineFor({ ...saying({ repeat: 100, text: "ha " }), model: { contextLength: 20 } });
    const all = await events(await started(engine));
    // The prompt is "user", a line break, "Go" and ".".
    expect(all.at(-1)).toMatchObject({ reason: "length", outputTokens: 16 });
  });

  test("reject a prompt that leaves no room for an answer, with the number of tokens over", async () => {
    const engine = engineFor({ ...saying({ text: "x" }), model: { contextLength: 4 } });
    await expect(started(engine)).rejects.toMatchObject({
      code: "context_length_exceeded",
      message:
        "script's maximum context length is 4 tokens with an answer, and the prompt used 4 tokens, 1 too many: send less",
    });
  });

  test("reject threads and forks beyond maxThreads until one is released", async () => {
    const engine = engineFor(saying({ text: "x" }), 2);
    const thread = await started(engine);
    const fork = await thread.fork();
    await expect(thread.fork()).rejects.toMatchObject({ code: "engine_busy" });
    await expect(engine.openThread({ model: "script" })).rejects.toMatchObject({ code: "engine_busy" });
    fork.release();
    await expect(engine.openThread({ model: "script" })).resolves.toBeDefined();
  });
});

test("the documentation's example runs a command, applies a patch and answers", async () => {
  const page = await readFile(new URL("../../../../docs/scenarios.md", import.meta.url), "utf8");
  const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? "";
  const engine = engineFor({ ...JSON.parse(example), tokens_per_second: null });

  const asked = link(
    [user("Create hello.txt.")],
    link([{ role: "developer", content: "You are a coding agent." }]),
  );
  const command = await parts(await started(engine, asked));
  expect(command.at(-1)).toMatchObject({ part: { name: "exec_command" }, text: '{"cmd":"ls -a"}' });

  const called: PromptItem = {
    type: "function_call",
    call_id: "call_1_3",
    name: "exec_command",
    arguments: "{}",
  };
  const listed = link(
    [{ type: "function_call_output", call_id: "call_1_3", output: "." }],
    link([{ type: "reasoning", summary: [] }, called], asked),
  );
  expect(await parts(await started(engine, listed))).toMatchObject([
    { part: { type: "custom_tool_call", name: "apply_patch" } },
  ]);

  const patch: PromptItem = { type: "custom_tool_call", call_id: "call_2_1", name: "apply_patch", input: "" };
  const patched = link(
    [{ type: "custom_tool_call_output", call_id: "call_2_1", output: "Success." }],
    link([patch], listed),
  );
  expect(await parts(await started(engine, patched))).toEqual([
    { part: { type: "text" }, text: "Done: hello.txt says hello." },
  ]);
});

test("an answer without parallel calls plays only the turn's first call", async () => {
  const call = (name: string) => ({ function_call: { name, arguments: {} } });
  const engine = engineFor(saying({ text: "well" }, call("a"), { text: "then" }, call("b")));
  const thread = await engine.openThread({ model: "script" });
  const calls = async (own: Partial<Prompt>) => {
    await thread.prefill({ tip: link([user("Go.")]), instructions: null, tools: [], ...own });
    const said: string[] = [];
    for await (const event of thread.generate({})) {
      if (event.type === "burst" && event.part.type === "function_call") said.push(event.part.name);
      if (event.type === "finish") said.push(event.reason);
    }
    return said;
  };
  expect(new Set(await calls({}))).toEqual(new Set(["a", "b", "stop"]));
  expect(new Set(await calls({ parallelToolCalls: false }))).toEqual(new Set(["a", "stop"]));
});
