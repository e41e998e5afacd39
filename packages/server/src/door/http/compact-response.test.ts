import type { Scenario } from "@flint/engine";
import { assertCompactionConforms, assertStreamConforms } from "@flint/protocol/conformance";
import OpenAI from "openai";
import type { ResponseInput } from "openai/resources/responses/responses";
import { describe, expect, it } from "vitest";
import type { FlintServer } from "../../server.ts";
import { storeFile } from "../../store/disk/store-file.fixture.ts";
import { openDiskStore } from "../../store/index.ts";
import { Client, serve, textOf } from "../websocket/socket.fixture.ts";

const scenario: Scenario = {
  turns: [
    { when: { contains: "Write a summary" }, steps: [{ text: "They like sums." }] },
    { when: { contains: "do I like" }, steps: [{ text: "Sums." }] },
    { steps: [{ text: "Noted." }] },
  ],
};

async function post(server: FlintServer, path: string, body: object) {
  const answer = await fetch(`${server.url}${path}`, { method: "POST", body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

const trigger = { type: "compaction_trigger" };

describe("POST /v1/responses/compact", () => {
  it("returns the user's messages and a compaction, which work as the next input", async () => {
    const server = await serve(scenario);
    const input = [
      { role: "user", content: "I like sums." },
      { role: "assistant", content: "Noted." },
    ];
    const { status, body } = await post(server, "/responses/compact", { model: "script", input });
    expect(status).toBe(200);
    assertCompactionConforms(body);
    expect(body).toMatchObject({
      object: "response.compaction",
      output: [
        { type: "message", role: "user", content: [{ type: "input_text", text: "I like sums." }] },
        { type: "compaction" },
      ],
    });
    expect(JSON.stringify(body)).not.toContain("They like sums");
    expect(body.usage.output_tokens).toBeGreaterThan(0);

    const next = [...body.output, { role: "user", content: "What do I like?" }];
    const answer = await post(server, "/responses", { input: next });
    expect(textOf(answer.body)).toBe("Sums.");
    const counted = await post(server, "/responses/input_tokens", { input: next });
    expect(answer.body.usage.input_tokens).toBe(counted.body.input_tokens);
    const missing = await post(server, "/responses", { input: "a", previous_response_id: body.id });
    expect(missing.body.error.code).toBe("previous_response_not_found");
  });

  it("compacts a stored conversation by its id", async () => {
    const server = await serve(scenario);
    const first = await post(server, "/responses", { input: "I like sums." });
    const { body } = await post(server, "/responses/compact", {
      model: "script",
      previous_response_id: first.body.id,
      input: null,
    });
    expect(body.output.map(({ type }: { type: string }) => type)).toEqual(["message", "compaction"]);
  });

  it("works with the openai package", async () => {
    const server = await serve(scenario);
    const { responses } = new OpenAI({ baseURL: server.url, apiKey: "none" });
    const compacted = await responses.compact({ model: "script", input: "I like sums." });
    const answer = await responses.create({ model: "script", input: compacted.output as ResponseInput });
    expect(answer.output_text).toBe("Noted.");
  });

  it("works for a model that cannot write summaries, and for one with no room left", async () => {
    for (const model of [{ capabilities: { tools: false } }, { contextLength: 30 }]) {
      const server = await serve({ ...scenario, model });
      const { status, body } = await post(server, "/responses/compact", { input: "word ".repeat(20) });
      expect(status).toBe(200);
      expect(body.output.at(-1).type).toBe("compaction");
    }
  });

  it("fails if the engine fails or the input is missing", async () => {
    const server = await serve({
      turns: [{ steps: [{ error: { code: "engine_crashed", message: "it died" } }] }],
    });
    expect((await post(server, "/responses/compact", { input: "a" })).status).toBe(500);
    expect((await post(server, "/responses/compact", {})).body.error.param).toBe("input");
  });
});

describe("a compaction_trigger", () => {
  it("produces a single compaction item, from which the conversation goes on shorter", async () => {
    const server = await serve(scenario);
    const client = await Client.connect(server);
    client.create({ input: `I like sums. ${"word ".repeat(500)}` });
    const first = await client.completed();
    client.create({ input: [trigger], previous_response_id: first.id });
    const compacted = await client.completed();
    expect(compacted.output).toMatchObject([{ type: "compaction", id: expect.stringMatching(/^cmp_/) }]);
    client.create({ input: "What do I like?", previous_response_id: compacted.id });
    expect(textOf(await client.completed())).toBe("Sums.");
    assertStreamConforms(client.frames);

    client.create({ input: [...compacted.output, { role: "user", content: "What do I like?" }] });
    const fresh = await client.completed();
    expect(textOf(fresh)).toBe("Sums.");
    expect(fresh.usage?.input_tokens).toBeLessThan(first.usage?.input_tokens ?? 0);
  });

  it("brings a conversation that fills its context below half of it", async () => {
    const server = await serve({ ...scenario, model: { contextLength: 8_192 } });
    const client = await Client.connect(server);
    client.create({ input: `I like sums. ${"{x};".repeat(2_000)}` });
    const first = await client.completed();
    expect(first.usage?.input_tokens).toBeGreaterThan(8_000);
    client.create({ input: [trigger], previous_response_id: first.id });
    const compacted = await client.completed();
    client.create({ input: "What do I like?", previous_response_id: compacted.id });
    const next = await client.completed();
    expect(next.usage?.input_tokens).toBeLessThan(8_192 / 2);
    expect(textOf(next)).toBe("Sums.");
  });

  it("refuses steers and can be interrupted", async () => {
    const server = await serve({
      tokens_per_second: 100,
      turns: [{ steps: [{ repeat: 1000, text: "word " }] }],
    });
    const client = await Client.connect(server);
    client.create({ input: [{ role: "user", content: "a" }, trigger] });
    const { response } = await client.next("response.in_progress");
    client.send({ type: "response.steer", previous_response_id: response.id, input: "no" });
    expect((await client.next("response.steer.failed")).error.code).toBe("steering_not_supported");
    client.send({ type: "response.interrupt", response_id: response.id });
    expect((await client.next("response.incomplete")).response.output).toEqual([]);
  });
});

describe("a compaction", () => {
  /** Uses a server that is started anew on the store in that file. */
  async function restarted<T>(
    path: string,
    use: (server: FlintServer) => Promise<T>,
    secret?: string,
  ): Promise<T> {
    const store = await openDiskStore({ path });
    const server = await serve(scenario, { store, ...(secret !== undefined && { secret }) });
    const result = await use(server);
    await server.close();
    await store.close();
    return result;
  }

  const compact = async (server: FlintServer) => {
    const { body } = await post(server, "/responses/compact", { input: "I like sums." });
    return [...body.output, { role: "user", content: "What do I like?" }];
  };

  it.each(["gAAAA", "flint1.abc.def"])(
    "that this server did not make (%s) is refused with its place in the input",
    async (content) => {
      const server = await serve(scenario);
      const { status, body } = await post(server, "/responses", {
        input: [{ type: "compaction", encrypted_content: content }],
      });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: "invalid_compaction", param: "input[0].encrypted_content" });
    },
  );

  it("is read by servers with the same secret, and refused by others", async () => {
    const secret = "a secret of several servers";
    const input = await compact(await serve(scenario, { secret }));
    const answer = await post(await serve(scenario, { secret }), "/responses", { input });
    expect(textOf(answer.body)).toBe("Sums.");
    const { body } = await post(await serve(scenario), "/responses", { input });
    expect(body.error).toMatchObject({ code: "invalid_compaction", param: "input[1].encrypted_content" });
  });

  it("is read after a restart on the same store, but not under another secret", async () => {
    const path = storeFile();
    const input = await restarted(path, compact);
    const answer = await restarted(path, (server) => post(server, "/responses", { input }));
    expect(textOf(answer.body)).toBe("Sums.");
    const next = { previous_response_id: answer.body.id, input: "What do I like?" };
    expect(textOf((await restarted(path, (server) => post(server, "/responses", next))).body)).toBe("Sums.");
    const { body } = await restarted(
      path,
      (server) => post(server, "/responses", next),
      "a secret that it was not made with",
    );
    expect(body.error).toMatchObject({ code: "invalid_compaction", param: "previous_response_id" });
  });

  it("still replaces what came before it after a restart, even if only a later response was stored", async () => {
    const path = storeFile();
    const tokens = async (server: FlintServer, id: string) => {
      const asked = { previous_response_id: id, input: "What do I like?" };
      return (await post(server, "/responses/input_tokens", asked)).body.input_tokens;
    };
    const { id, before } = await restarted(path, async (server) => {
      const client = await Client.connect(server);
      const go = async (input: string | object[], previous?: string, store = false) => {
        client.create({ input, store, ...(previous !== undefined && { previous_response_id: previous }) });
        return (await client.completed()).id;
      };
      const first = await go([
        { role: "assistant", content: "word ".repeat(500) },
        { role: "user", content: "I like sums." },
      ]);
      const compacted = await go([trigger], first);
      const id = await go("Go on.", compacted, true);
      return { id, before: await tokens(server, id) };
    });
    expect(before).toBeLessThan(500);
    expect(await restarted(path, (server) => tokens(server, id))).toBe(before);
  });

  it("requires a server secret of a minimum length", async () => {
    await expect(serve(scenario, { secret: "too short" })).rejects.toMatchObject({
      code: "secret_too_short",
    });
  });
});
