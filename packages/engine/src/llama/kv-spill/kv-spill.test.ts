import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platform } from "node:process";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { answerLink, ask, continuation, read } from "../../conformance/answer.ts";
import type { Prompt } from "../../contract/index.ts";
import { chat, ModelFolder, user } from "../chat-model.fixture.ts";
import {
  createLlamaEngine,
  type LlamaEngine,
  type LlamaEngineOptions,
  type LlamaModelSource,
} from "../index.ts";
import { SpillFolder } from "./spill-folder.ts";

const TOKENS = 24;

let models: ModelFolder;
let sources: LlamaModelSource[] = [];
let directory = "";
const engines: LlamaEngine[] = [];
beforeAll(async () => {
  models = await ModelFolder.make();
  sources = [await models.write("chat")];
});
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), "flint-spill-")), "kv");
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  await rm(join(directory, ".."), { recursive: true });
});
afterAll(() => models.remove());

function start(options: Partial<LlamaEngineOptions> = {}): LlamaEngine {
  const kvSpill = { directory };
  const engine = createLlamaEngine({
    ...{ models: sources, flashAttention: false, sequences: 1, closeTimeout: 20_000, kvSpill },
    ...options,
  });
  engines.push(engine);
  return engine;
}

const long = (text: string): Prompt => chat(user(`${text}: ${"a story that goes on and on ".repeat(20)}`));

const files = async () => (await readdir(directory)).filter((name) => name.endsWith(".kv"));

test("an evicted conversation is restored from disk and gets the same answer", async () => {
  const engine = start();
  const [one, two] = [await engine.openThread({ model: "chat" }), await engine.openThread({ model: "chat" })];
  const first = await one.prefill(long("one"));
  const { text } = await read(one, { maxTokens: TOKENS });
  await two.prefill(long("two"));
  expect(await files()).toHaveLength(1);

  const next = continuation(answerLink(long("one").tip, text), chat(user("more")));
  const back = await one.prefill(next);
  expect(back.reusedTokens).toBeGreaterThanOrEqual(first.promptTokens + TOKENS - 2);
  expect(back.broke).toBeUndefined();
  const alone = createLlamaEngine({ models: sources, flashAttention: false });
  engines.push(alone);
  expect((await read(one, { maxTokens: TOKENS })).text).toBe(
    (await ask(alone, "chat", next, { maxTokens: TOKENS })).text,
  );
});

test("a conversation continues from disk after a restart, and only the owner may read its files", async () => {
  const engine = start();
  const thread = await engine.openThread({ model: "chat" });
  const first = await thread.prefill(long("one"));
  const { text } = await read(thread, { maxTokens: TOKENS });
  await engine.close();
  const [file] = await files();
  if (platform !== "win32") {
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, file ?? ""))).mode & 0o777).toBe(0o600);
  }

  const again = await start().openThread({ model: "chat" });
  const next = continuation(answerLink(long("one").tip, text), chat(user("more")));
  const back = await again.prefill(next);
  expect(back.reusedTokens).toBeGreaterThanOrEqual(first.promptTokens + TOKENS - 2);
  const answer = await read(again, { maxTokens: TOKENS });
  again.release();
  const alone = createLlamaEngine({ models: sources, flashAttention: false });
  engines.push(alone);
  expect(answer.text).toBe((await ask(alone, "chat", next, { maxTokens: TOKENS })).text);
});

test("a fork prefilled with a saved conversation evaluates it again instead of mixing two states", async () => {
  const engine = start({ sequences: 2 });
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => engine.openThread({ model: "chat" })));
  if (!one || !two || !three) throw new Error("no threads");
  await one.prefill(long("one"));
  await two.prefill(long("two"));
  // It takes the place of the first one, which goes to disk.
  await three.prefill(long("three"));
  expect(await files()).toHaveLength(1);
  const fork = await two.fork();
  const { reusedTokens } = await fork.prefill(long("one"));
  expect(reusedTokens).toBeLessThan(256);
  const alone = createLlamaEngine({ models: sources, flashAttention: false });
  engines.push(alone);
  expect((await read(fork, { maxTokens: TOKENS })).text).toBe(
    (await ask(alone, "chat", long("one"), { maxTokens: TOKENS })).text,
  );
});

test("a damaged file is removed with a warning, and files that are not Flint's are left alone", async () => {
  const engine = start();
  const thread = await engine.openThread({ model: "chat" });
  await thread.prefill(long("one"));
  await engine.close();
  const [file = ""] = await files();
  const path = join(directory, file);
  const bytes = await readFile(path);
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 0xff;
  await writeFile(path, bytes);
  await writeFile(join(directory, "notes.txt"), "mine");
  await writeFile(
    join(
      directory,
      file.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
    ),
    "other",
  );

  const warnings: string[] = [];
  const again = await start({ onWarning: (text) => warnings.push(text) }).openThread({ model: "chat" });
  expect((await again.prefill(long("one"))).reusedTokens).toBe(0);
  expect(warnings.join()).toMatch(/1 files that are not Flint's.*is damaged/s);
  expect((await read(again, { maxTokens: 4 })).finish.outputTokens).toBe(4);
  expect(await readdir(directory)).not.toContain(file);
  expect(await readdir(directory)).toContain("notes.txt");
});

test("a saved state that can be neither read nor removed causes warnings, and answers continue", async () => {
  const engine = start();
  const thread = await engine.openThread({ model: "chat" });
  await thread.prefill(long("one"));
  await engine.close();
  const [file = ""] = await files();
  const path = join(directory, file);
  const warnings: string[] = [];
  const again = await start({ onWarning: (text) => warnings.push(text) }).openThread({ model: "chat" });
  await rm(path);
  await mkdir(join(path, "mine"), { recursive: true });
  expect((await again.prefill(long("one"))).reusedTokens).toBe(0);
  expect((await read(again, { maxTokens: 4 })).finish.outputTokens).toBe(4);
  expect(warnings.join()).toMatch(/cannot be read.*cannot be removed/s);
});

test("after a restart, a saved state is restored only for its own user", async () => {
  const engine = start();
  const thread = await engine.openThread({ model: "chat", user: "ann" });
  const { promptTokens } = await thread.prefill(long("one"));
  const reused = async (by: LlamaEngine, user: { readonly user?: string }) => {
    const own = await by.openThread({ model: "chat", ...user });
    const { reusedTokens } = await own.prefill(long("one"));
    own.release();
    return reusedTokens;
  };
  // There is room for one state: each of these sends the one before it to disk.
  expect(await reused(engine, { user: "bob" })).toBe(0);
  expect(await files()).toHaveLength(1);
  expect(await reused(engine, { user: "carl" })).toBe(0);
  expect(await reused(engine, { user: "ann" })).toBe(promptTokens - 1);
  await engine.close();
  expect(await files()).toHaveLength(3);

  const again = start();
  for (const user of [{ user: "dora" }, {}]) expect(await reused(again, user)).toBe(0);
  for (const user of ["ann", "bob"]) expect(await reused(again, { user })).toBe(promptTokens - 1);
});

test("the oldest states, superseded ones and invalid files are removed from the folder", async () => {
  const warn = vi.fn();
  const options = { directory, bytes: 1000, model: "0123456789abcdef", warn };
  const folder = await SpillFolder.open(options);
  const state = (first: number) => Uint32Array.from({ length: 40 }, (_, index) => first + index);
  const write = (tokens: Uint32Array) => async (path: string) => {
    const header = Buffer.alloc(12);
    header.writeUInt32LE(0x67677371, 0);
    header.writeUInt32LE(3, 4);
    header.writeUInt32LE(tokens.length, 8);
    await writeFile(path, Buffer.concat([header, Buffer.from(tokens.buffer), Buffer.alloc(200)]));
    return true;
  };
  for (const first of [100, 200, 300]) {
    const tokens = state(first);
    expect(await folder.add(tokens, null, write(tokens))).toBe(true);
    // Files of one millisecond are as old as each other.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect([100, 200, 300].map((first) => folder.longest(state(first), null).length)).toEqual([0, 40, 40]);
  // A longer state of the same conversation takes the place of the shorter one.
  const longer = Uint32Array.from([...state(300), 1, 2]);
  await folder.add(longer, null, write(longer));
  expect(await files()).toHaveLength(2);
  expect(folder.longest(longer, null).length).toBe(42);
  expect(await folder.add(state(500), null, () => Promise.resolve(false))).toBe(false);
  expect(await readdir(directory)).toHaveLength(2);

  const [name = ""] = await files();
  await writeFile(join(directory, name), "short");
  const again = await SpillFolder.open(options);
  expect(await files()).toHaveLength(1);
  expect(warn.mock.calls.flat().join()).toMatch(/contains no state/);
  const { file } = again.longest(longer, null);
  const other = again.longest(state(200), null);
  expect([file, other.file].filter(Boolean)).toHaveLength(1);
});

test("an unusable folder causes a warning, and the engine works without it", async () => {
  const warnings: string[] = [];
  await mkdir(join(directory, ".."), { recursive: true });
  await writeFile(directory, "in the way");
  const thread = await start({ onWarning: (text) => warnings.push(text) }).openThread({ model: "chat" });
  expect((await thread.prefill(long("one"))).promptTokens).toBeGreaterThan(0);
  expect(warnings.join()).toMatch(/states cannot be saved in .*kv: EEXIST/);
});
