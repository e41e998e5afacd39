import { createRequire } from "node:module";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerLink, ask, continuation, read } from "../conformance/answer.ts";
import { type Engine, EngineError, type PrefillResult, type Prompt, type Thread } from "../contract/index.ts";
import { chat, ModelFolder, user } from "./chat-model.fixture.ts";
import { createLlamaEngine, type LlamaEngineOptions, type LlamaModelSource } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const TOKENS = 24;

let folder: ModelFolder;
let models: LlamaModelSource[] = [];
let engine: Engine;
beforeAll(async () => {
  folder = await ModelFolder.make();
  models = [await folder.write("chat"), { id: "nano", path: NANO }];
  engine = start({ sequences: 3 });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

/** Without flash attention a token comes out the same, however its prompt was cut. */
function start(options: Partial<LlamaEngineOptions> = {}): Engine {
  return createLlamaEngine({ models, burstInterval: 0, flashAttention: false, ...options });
}

const question = (text: string) => chat(user(`Tell me about ${text}.`));

function edit(name: string): Prompt {
  const code = `function ${name}(items) {\n  var total = 0;\n  for (var i = 0; i < items.length; i++) total += items[i];\n  return total;\n}`;
  return chat(user(`\`\`\`js\n${code}\n\`\`\`\nuse const and let instead of var`));
}

/** What each model answers to a prompt on a thread of its own, asked once. */
class Answers {
  readonly #model: string;
  readonly #known = new Map<string, Promise<string>>();

  constructor(model: string) {
    this.#model = model;
  }

  to(prompt: Prompt): Promise<string> {
    const key = JSON.stringify(prompt);
    const known =
      this.#known.get(key) ?? ask(engine, this.#model, prompt, { maxTokens: 96 }).then((it) => it.text);
    this.#known.set(key, known);
    return known;
  }
}

/** A thread, and what it has said to its prompt. */
interface Subject {
  readonly thread: Thread;
  readonly prompt: Prompt;
  readonly said: string;
  readonly isOver: boolean;
}

type Kind = "ask" | "steer" | "generate" | "stop" | "fork" | "release";

const action = fc.record({
  subject: fc.nat(4),
  kind: fc.constantFrom<Kind>("ask", "ask", "steer", "generate", "generate", "stop", "fork", "release"),
  number: fc.integer({ min: 1, max: 8 }),
});

describe.each(["nano", "chat"])("threads of %s", (model) => {
  const answers = new Answers(model);
  const ask = (number: number) => (model === "nano" ? edit(`sum${number}`) : question(`topic ${number}`));

  test("answer as they would alone, however they are prompted, stopped, steered, forked and released", {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        async (rounds) => {
          const subjects: Subject[] = [await begin(ask(0))];
          try {
            for (const round of rounds) {
              // What comes for different threads comes at one time.
              const todo = new Map(round.map((one) => [one.subject % subjects.length, one]));
              const done = await Promise.all(
                [...todo].map(async ([place, { kind, number }]) => ({
                  place,
                  ...(await act(subjects[place] as Subject, kind, number)),
                })),
              );
              for (const { place, next } of done) if (next) subjects[place] = next;
              for (const { fork } of done) if (fork) subjects.push(fork);
              for (const { place, next } of done.sort((a, b) => b.place - a.place))
                if (!next) subjects.splice(place, 1);
              if (subjects.length === 0) subjects.push(await begin(ask(0)));
            }
          } finally {
            for (const { thread } of subjects) thread.release();
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  async function begin(prompt: Prompt): Promise<Subject> {
    const thread = await engine.openThread({ model });
    await thread.prefill(prompt);
    return { thread, prompt, said: "", isOver: false };
  }

  async function act(
    subject: Subject,
    kind: Kind,
    number: number,
  ): Promise<{ next: Subject | null; fork?: Subject }> {
    const { thread, prompt, said } = subject;
    switch (kind) {
      case "ask":
        return { next: await stand(subject, ask(number)) };
      case "steer": {
        const tip = said === "" ? prompt.tip : answerLink(prompt.tip, said);
        return { next: await stand(subject, continuation(tip, ask(number))) };
      }
      case "generate":
      case "stop":
        return { next: subject.isOver ? subject : await say(subject, kind, number) };
      case "fork":
        return { next: subject, ...(await forked(subject)) };
      case "release":
        thread.release();
        return { next: null };
    }
  }

  /** None where every sequence is at work just then, which is told; the thread itself goes on. */
  async function forked(subject: Subject): Promise<{ fork?: Subject }> {
    try {
      return { fork: { ...subject, thread: await subject.thread.fork() } };
    } catch (cause) {
      if (cause instanceof EngineError && cause.code === "engine_busy") return {};
      throw cause;
    }
  }

  async function stand({ thread }: Subject, prompt: Prompt): Promise<Subject> {
    // A prompt that has grown too long stays as it was.
    if ((await engine.countTokens(model, prompt)) > 600) return begin(ask(0)).finally(() => thread.release());
    await thread.prefill(prompt);
    return { thread, prompt, said: "", isOver: false };
  }

  async function say(subject: Subject, kind: Kind, number: number): Promise<Subject> {
    const stop = new AbortController();
    const limit = kind === "stop" ? TOKENS : number;
    const { text, finish } = await read(
      subject.thread,
      { signal: stop.signal, maxTokens: limit },
      (_, ordinal) => {
        if (kind === "stop" && ordinal === number) stop.abort();
      },
    );
    const said = subject.said + text;
    const whole = await answers.to(subject.prompt);
    expect(said.slice(0, whole.length)).toBe(whole.slice(0, said.length));
    return { ...subject, said, isOver: finish.reason === "stop" || said.length > 60 };
  }
});

describe("a thread whose state was evicted", () => {
  test("continues with the same answer, and reports the eviction with the next prompt", async () => {
    const small = start({ sequences: 1 });
    try {
      const prompts = [1, 2, 3].map((number) => question(`topic ${number}`));
      const threads: Thread[] = [];
      const parts: string[] = [];
      const other = await small.openThread({ model: "chat" });
      for (const prompt of prompts) {
        const thread = await small.openThread({ model: "chat" });
        await thread.prefill(prompt);
        parts.push((await read(thread, { maxTokens: TOKENS })).text);
        threads.push(thread);
      }
      for (const [place, thread] of threads.entries()) {
        const prompt = prompts[place] as Prompt;
        const part = parts[place] as string;
        const whole = await ask(engine, "chat", prompt, { maxTokens: 2 * TOKENS });
        expect(part + (await read(thread, { maxTokens: TOKENS })).text).toBe(whole.text);

        // Another one takes the only sequence.
        await other.prefill(question("something else"));
        const next = continuation(answerLink(prompt.tip, whole.text), question("more"));
        const result = (await thread.prefill(next)) as PrefillResult;
        const { reusedTokens: atToken, promptTokens } = result;
        expect(result.broke).toEqual({ atToken, item: null, field: null, reason: "evicted" });
        // No more than what all of these prompts begin with.
        expect(atToken).toBeLessThan(promptTokens / 2);
        expect((await read(thread, { maxTokens: TOKENS })).text).toBe(
          (await ask(engine, "chat", next, { maxTokens: TOKENS })).text,
        );
      }
    } finally {
      await small.close();
    }
  });
});

test.each([
  ["unlikely", "open"],
  ["open", "likely"],
] as const)("one-shots with prospect %s do not evict a conversation with prospect %s", async (shot, chat) => {
  const small = start({ sequences: 3 });
  try {
    const thread = await small.openThread({ model: "chat" });
    const prompt = question("topic");
    await thread.prefill(prompt, { prospect: chat });
    const { text } = await read(thread, { maxTokens: TOKENS });
    for (let number = 0; number < 7; number++) {
      const other = await small.openThread({ model: "chat" });
      await other.prefill(question(`line ${number}`), { prospect: shot });
      await read(other, { maxTokens: 1 });
    }
    const next = continuation(answerLink(prompt.tip, text), question("more"));
    const { broke, reusedTokens, promptTokens } = await thread.prefill(next, { prospect: "likely" });
    expect(broke).toBeUndefined();
    expect(reusedTokens).toBeGreaterThan(promptTokens / 2);
  } finally {
    await small.close();
  }
});

test("a fork of a one-shot does not evict a conversation, and answers like its origin", async () => {
  const small = start({ sequences: 2 });
  try {
    const chat = await small.openThread({ model: "chat" });
    const asked = question("topic");
    await chat.prefill(asked, { prospect: "likely" });
    const { text } = await read(chat, { maxTokens: TOKENS });
    const origin = await small.openThread({ model: "chat" });
    await origin.prefill(question("line"));
    await read(origin, { maxTokens: 1 });
    const fork = await origin.fork();
    const said = (await read(fork, { maxTokens: TOKENS })).text;
    expect((await read(origin, { maxTokens: TOKENS })).text).toBe(said);
    const next = continuation(answerLink(asked.tip, text), question("more"));
    const { broke, reusedTokens, promptTokens } = await chat.prefill(next, { prospect: "likely" });
    expect(broke).toBeUndefined();
    expect(reusedTokens).toBeGreaterThan(promptTokens / 2);
  } finally {
    await small.close();
  }
});

test("a conversation reuses the instructions that another one has read, even one that is answering", async () => {
  const shared = start({ sequences: 2 });
  try {
    const instructions = "You are a careful engineer who explains each step. ".repeat(4);
    const prompts = ["one", "two", "three"].map((text) => ({ ...question(text), instructions }));
    const [first, second, third] = prompts as [Prompt, Prompt, Prompt];
    const thread = await shared.openThread({ model: "chat" });
    await thread.prefill(first);
    const reading = read(thread, { maxTokens: TOKENS });
    const other = await shared.openThread({ model: "chat" });
    const taken = await other.prefill(second);
    expect(taken.reusedTokens).toBeGreaterThan(instructions.length);
    expect(taken.broke).toBeUndefined();
    const texts = [(await reading).text, (await read(other, { maxTokens: TOKENS })).text];
    thread.release();
    const last = await shared.openThread({ model: "chat" });
    expect((await last.prefill(third)).reusedTokens).toBeGreaterThan(instructions.length);
    texts.push((await read(last, { maxTokens: TOKENS })).text);

    const alone = start({ sequences: 1 });
    for (const [place, prompt] of prompts.entries())
      expect(texts[place]).toBe((await ask(alone, "chat", prompt, { maxTokens: TOKENS })).text);
    await alone.close();
  } finally {
    await shared.close();
  }
});

test("a conversation reuses nothing of another user's, in a new sequence or in a taken one", async () => {
  const shared = start({ sequences: 2 });
  try {
    const instructions = "You are a careful engineer who explains each step. ".repeat(4);
    const prompt = { ...question("one"), instructions };
    const open = async (user: string) => shared.openThread({ model: "chat", user });
    const first = await open("ann");
    await first.prefill(prompt);
    const beside = await open("bob");
    expect((await beside.prefill(prompt)).reusedTokens).toBe(0);
    first.release();
    const after = await open("cas");
    expect((await after.prefill(prompt)).reusedTokens).toBe(0);
    const own = await open("bob");
    expect((await own.prefill(prompt)).reusedTokens).toBeGreaterThan(instructions.length);
  } finally {
    await shared.close();
  }
});

test("maxOutputTokens ends an answer whose request sets no limit", async () => {
  const short = start({ maxOutputTokens: 7 });
  try {
    const { finish } = await ask(short, "chat", question("one"));
    expect(finish).toMatchObject({ reason: "length", outputTokens: 7 });
    expect((await ask(short, "chat", question("one"), { maxTokens: 9 })).finish.outputTokens).toBe(9);
  } finally {
    await short.close();
  }
});
