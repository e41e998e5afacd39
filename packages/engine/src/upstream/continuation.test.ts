import { expect, test } from "vitest";
import type { Prompt } from "../contract/index.ts";
import { ask, useEngine } from "./asking.fixture.ts";
import { useTestServer } from "./server.fixture.ts";

const CUT: Prompt = {
  tip: {
    parent: null,
    items: [
      { role: "user", content: "Tell me." },
      { type: "message", role: "assistant", content: "Once", status: "incomplete" },
    ],
  },
  instructions: null,
  tools: [],
};

test.each([
  ["llama-server", "Assistant response prefill is incompatible with enable_thinking."],
  ["vllm", "continue_final_message is set but the final message does not appear in the chat"],
] as const)(
  "%s that refuses to continue a cut answer is asked for the rest of it by a message",
  async (preset, message) => {
    const server = await useTestServer();
    const lastOf = (body: Readonly<Record<string, unknown>>) =>
      (body.messages as { role: string }[]).at(-1)?.role;
    server.behave(({ path, body }, response) => {
      if (path !== "/v1/chat/completions" || lastOf(body) !== "assistant") return false;
      response.writeHead(400, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { code: 400, message } }));
      return true;
    });
    const engine = useEngine({ targets: [{ preset, url: server.url }] });
    const answers = await Promise.all([ask(engine, CUT), ask(engine, CUT)]);
    const later = await ask(engine, CUT);
    for (const { finish } of [...answers, later])
      expect(finish).toMatchObject({ reason: "stop", continuation: "conversation" });
    expect(server.asked.slice(-3).map(({ body }) => lastOf(body))).toEqual(["user", "user", "user"]);
    expect(server.asked.at(-1)?.body).not.toHaveProperty("continue_final_message");
    const thread = await engine.openThread({ model: "story" });
    expect(await thread.prefill(CUT)).toMatchObject({ continuation: "conversation" });
    thread.release();
  },
);
