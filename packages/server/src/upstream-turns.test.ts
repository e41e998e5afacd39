import { createUpstreamEngine, type UpstreamTarget } from "@flint/engine";
import { describe, expect, it } from "vitest";
import { Client, serve, textOf } from "./door/websocket/socket.fixture.ts";

/** A Flint whose tokens come from another server. */
function inFrontOf(target: UpstreamTarget) {
  return serve(createUpstreamEngine({ targets: [target], timeouts: { health: 20 } }));
}

const long = {
  tokens_per_second: 300,
  turns: [
    { when: { contains: "instead" }, steps: [{ text: "the other way" }] },
    { steps: [{ repeat: 4000, text: "word " }] },
  ],
};

describe.each(["chat", "responses"] as const)("before another Flint, by its %s", (api) => {
  it("a steer stops the answer there too, and is answered with what was said before it", async () => {
    const behind = await serve(long, { metrics: true });
    const client = await Client.connect(await inFrontOf({ preset: "flint", url: behind.url, api }));
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.steer", previous_response_id: response.id, input: "do it instead" });
    const cut = (await client.next("response.incomplete")).response;
    expect(cut).toMatchObject({
      incomplete_details: { reason: "steered" },
      output: [{ status: "incomplete" }],
    });
    const answer = await client.completed();
    expect(textOf(answer)).toBe("the other way");
    expect(answer.flint?.timings).toMatchObject({ continuation: "conversation" });
    expect(await running(behind.port)).toBe(0);
  });

  it("an interrupt stops the answer there too", async () => {
    const behind = await serve(long, { metrics: true });
    const client = await Client.connect(await inFrontOf({ preset: "flint", url: behind.url, api }));
    client.create();
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.interrupt", response_id: response.id });
    await client.next("response.incomplete");
    expect(await running(behind.port)).toBe(0);
  });

  it("a failure there is told to the client that asked, by its own code, and nobody else", async () => {
    const turns = [
      {
        when: { contains: "fail" },
        steps: [{ text: "I" }, { error: { code: "engine_crashed" as const, message: "it died" } }],
      },
      { steps: [{ text: "fine" }] },
    ];
    const behind = await serve({ turns });
    const server = await inFrontOf({ preset: "flint", url: behind.url, api });
    const [one, other] = [await Client.connect(server), await Client.connect(server)];
    one.create({ input: "please fail" });
    other.create({ input: "please do not" });
    expect((await one.next("response.failed")).response.error).toMatchObject({
      code: "server_error",
      message: expect.stringContaining("it died"),
    });
    expect(textOf(await other.completed())).toBe("fine");
  });
});

/** Answers that a server is giving, once those that were abandoned have had the time to end. */
async function running(port: number): Promise<number> {
  let last = -1;
  for (let attempt = 0; attempt < 200 && last !== 0; attempt++) {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
    last = Number(/^flint_responses_running (\d+)/m.exec(text)?.[1] ?? -1);
  }
  return last;
}
