import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLlamaEngine } from "@flint/engine";
import { type RandomLlamaOptions, writeRandomLlama } from "@flint/engine/gguf-writer";
import type { CreateRequest, ResponseObject } from "@flint/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";

const LETTERS = /^[a-zĠ]$/;
const MODEL: RandomLlamaOptions = {
  ...{ name: "letters", layers: 1, width: 32, heads: 2, keyHeads: 2, feedForward: 32, contextLength: 2048 },
  type: "f32",
  vocabulary: { control: ["<|im_end|>", "<|im_start|>"] },
  chatTemplate:
    "{% for message in messages %}{{ '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}{% endfor %}" +
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
  spoken: (spelling) => LETTERS.test(spelling),
};
const INSTRUCTIONS = "You are a careful engineer who explains each step. ".repeat(4);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-one-shots-"));
  await writeRandomLlama(join(folder, "letters.gguf"), MODEL);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A server with an engine of so many sequences: what it answers to a request. */
async function serverOf(sequences: number) {
  const models = [{ id: "letters", path: join(folder, "letters.gguf") }];
  const engine = createLlamaEngine({ models, sequences, contextLength: 2048, calibration: "never" });
  const server = await serve(engine);
  const ask = async (request: Omit<CreateRequest, "model" | "input"> & { input: string }) => {
    const body = JSON.stringify({ model: "letters", max_output_tokens: 4, ...request });
    const answer = await fetch(`${server.url}/responses`, {
      ...{ method: "POST", body, headers: { "content-type": "application/json" } },
    });
    return (await answer.json()) as ResponseObject;
  };
  return { server, ask };
}

describe.each([2, 8])("with %i sequences", (sequences) => {
  it.each([
    ["one-shots that are not stored, before a chat's second turn", 1, { store: false }],
    ["one-shots that are not stored, before a chat's third turn", 2, { store: false }],
    ["one-shots that are stored, before a chat's third turn", 2, {}],
    ["one-shots under a key, before a chat's third turn", 2, { store: false, prompt_cache_key: "k" }],
  ])("%s, leave the chat's cache in place", async (_, turns, request) => {
    const { ask } = await serverOf(sequences);
    let last: ResponseObject | null = null;
    for (let turn = 1; turn <= turns; turn++)
      last = await ask({
        input: `chat ${turn}`,
        instructions: INSTRUCTIONS,
        previous_response_id: last?.id ?? null,
      });
    for (let shot = 0; shot < 9; shot++)
      await ask({ input: `complete ${"abcdefghi"[shot]} this line`, ...request });
    const next = await ask({
      input: "go on",
      instructions: INSTRUCTIONS,
      previous_response_id: last?.id ?? null,
    });
    const before = last?.usage?.total_tokens ?? 0;
    expect(next.usage?.input_tokens_details.cached_tokens).toBeGreaterThanOrEqual(before - 1);
  });
});

it.each([2, 8])(
  "one-shots that continue the same warm-up leave a chat's cache in place, with %i sequences",
  async (sequences) => {
    const { server, ask } = await serverOf(sequences);
    const editor = await Client.connect(server);
    const fields = { model: "letters", instructions: "Edit the code.", max_output_tokens: 4 };
    editor.create({ ...fields, generate: false, input: [] });
    const { response: warm } = await editor.next("response.completed");
    const first = await ask({ input: "chat 1", instructions: INSTRUCTIONS });
    const last = await ask({
      input: "chat 2",
      instructions: INSTRUCTIONS,
      previous_response_id: first.id,
    });
    for (let shot = 0; shot < 9; shot++) {
      editor.create({ ...fields, input: `edit ${"abcdefghi"[shot]}`, previous_response_id: warm.id });
      await editor.outcome();
    }
    const next = await ask({ input: "go on", instructions: INSTRUCTIONS, previous_response_id: last.id });
    const before = last.usage?.total_tokens ?? 0;
    expect(next.usage?.input_tokens_details.cached_tokens).toBeGreaterThanOrEqual(before - 1);
  },
);
