import { describe, expect, it, onTestFinished } from "vitest";
import { createMemoryStore, openValkeyStore, type ResponseStore } from "../store/index.ts";
import { RedisServer } from "../store/valkey/redis-server.fixture.ts";
import { SteppedEngine } from "./stepped-engine.fixture.ts";
import { Client, serve, textOf } from "./websocket/socket.fixture.ts";

async function sharedStore(): Promise<ResponseStore> {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.stop());
  return openValkeyStore({ url: redis.url() });
}

describe.each([
  ["in memory", async () => createMemoryStore()],
  ["that servers share", sharedStore],
])("a server whose store (%s) is closed first", (_, open) => {
  it("ends running responses, answers new ones, and closes without an unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const note = (cause: unknown) => void unhandled.push(cause);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));
    const store = await open();
    const engine = new SteppedEngine([[{ kind: "text", bursts: 2 }]]);
    const server = await serve(engine, { store });
    const client = await Client.connect(server);
    client.create({ store: true });
    await client.next("response.created");
    await engine.steps(1);
    await store.close();
    await engine.steps(2);
    expect(textOf(await client.completed())).toBe("xx");

    for (const fields of [{ store: true }, { store: false, flint: { request_id: "one", grace: 1_000 } }]) {
      client.create(fields);
      await engine.steps(3);
      expect(textOf(await client.completed())).toBe("xx");
    }
    for (const stream of [false, true]) {
      const body = JSON.stringify({ input: "go", stream });
      const answer = fetch(`${server.url}/responses`, { method: "POST", body });
      await engine.steps(3);
      expect(await (await answer).text()).toContain('"status":"completed"');
    }
    client.create({ previous_response_id: "resp_unknown" });
    expect((await client.next("error")).error.code).toBe("server_error");
    await server.close();
    expect(unhandled).toEqual([]);
  });
});
