import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve } from "./socket.fixture.ts";

const endless: Scenario = {
  tokens_per_second: 200,
  turns: [{ steps: [{ repeat: 100_000, text: "word " }] }],
};
const GRACE = { grace: 10_000 };

/** Cuts the connection without a close frame, as a lost network does. */
async function cut(client: Client): Promise<void> {
  client.socket.terminate();
  await client.untilClosed();
}

describe("a lost connection", () => {
  it.each([
    ["with store:false", { store: false }],
    ["with store:true", { store: true }],
    ["with a grace of 0", { store: false, flint: { grace: 0 } }],
  ])("stops a response %s at once", async (_, fields) => {
    const engine = new WatchedEngine(endless);
    const server = await serve(engine);
    const client = await Client.connect(server);
    client.create(fields);
    await client.next("response.output_text.delta");
    const finished = once(engine, "finish");
    await cut(client);
    const [finish] = await finished;
    expect(finish.reason).toBe("aborted");
  });

  it("has its response cancelled once the grace period is over", async () => {
    const engine = new WatchedEngine(endless);
    const server = await serve(engine);
    const client = await Client.connect(server);
    client.create({ store: true, flint: { grace: 100 } });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    const finished = once(engine, "finish");
    const before = performance.now();
    await cut(client);
    const [finish] = await finished;
    expect(finish.reason).toBe("aborted");
    expect(performance.now() - before).toBeGreaterThanOrEqual(90);

    const second = await Client.connect(server);
    second.send({ type: "response.resume", response_id: response.id });
    const end = await second.next("response.incomplete");
    expect(end.response.status).toBe("cancelled");
    assertStreamConforms(second.frames);
  });

  it("has its oldest kept responses forgotten if they are too large together", async () => {
    const server = await serve(
      { turns: [{ steps: [{ text: "all is well" }] }] },
      { limits: { recordingBytes: 50_000 } },
    );
    const client = await Client.connect(server);
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      client.create({ store: false, input: "x".repeat(20_000), flint: GRACE });
      ids.push((await client.completed()).id);
    }
    await cut(client);
    const other = await Client.connect(server);
    const outcomes: string[] = [];
    for (const response_id of ids) {
      other.send({ type: "response.resume", response_id });
      outcomes.push(await other.outcome());
    }
    expect(outcomes).toEqual(["response_not_found", "all is well", "all is well"]);
  });

  it("has its unstored response's events kept for the grace period, and no longer", async () => {
    const server = await serve({ turns: [{ steps: [{ text: "well" }] }] });
    const client = await Client.connect(server);
    const second = await Client.connect(server);
    client.create({ store: false, flint: { grace: 500 } });
    const { response } = await client.next("response.created");
    await client.completed();
    await cut(client);
    const answers: string[] = [];
    do {
      second.send({ type: "response.resume", response_id: response.id });
      answers.push(await second.outcome());
    } while (answers.at(-1) === "well");
    expect(answers[0]).toBe("well");
    expect(answers.at(-1)).toBe("response_not_found");
  });

  it("gets no more grace than the server allows", async () => {
    const engine = new WatchedEngine(endless);
    const server = await serve(engine, { limits: { grace: 0 } });
    const client = await Client.connect(server);
    client.create({ store: false, flint: GRACE });
    await client.next("response.output_text.delta");
    const finished = once(engine, "finish");
    await cut(client);
    expect((await finished)[0].reason).toBe("aborted");
  });
});
