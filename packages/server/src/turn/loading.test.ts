import {
  createScriptEngine,
  type Engine,
  EngineError,
  type LoadProgress,
  type ThreadOptions,
} from "@flint/engine";
import { expect, test } from "vitest";
import { Client, serve } from "../door/websocket/socket.fixture.ts";
import { defaultLimits } from "../limits.ts";

/** An engine whose model is loaded as the test says. */
class LoadingEngine {
  readonly #script = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "at last" }] }] } });
  #tell: (progress: LoadProgress) => void = () => undefined;
  #settle: (failure: EngineError | null) => void = () => undefined;
  readonly asked: Promise<void>;
  readonly engine: Engine;

  constructor() {
    let asked = () => {};
    this.asked = new Promise((resolve) => {
      asked = resolve;
    });
    this.engine = {
      id: "loading",
      models: () => this.#script.models(),
      countTokens: (model, prompt) => this.#script.countTokens(model, prompt),
      close: () => this.#script.close(),
      openThread: async (options: ThreadOptions) => {
        this.#tell = options.onLoading ?? this.#tell;
        const settled = new Promise<EngineError | null>((resolve) => {
          this.#settle = resolve;
        });
        asked();
        const failure = await settled;
        if (failure !== null) throw failure;
        return this.#script.openThread(options);
      },
    };
  }

  loaded(part: number): void {
    this.#tell({ model: "script", part });
  }

  settle(failure: EngineError | null = null): void {
    this.#settle(failure);
  }
}

const limits = { ...defaultLimits, keepAlive: 20 };

test("keep-alives report the progress of loading a model, and the timings its duration", async () => {
  const loading = new LoadingEngine();
  const client = await Client.connect(await serve(loading.engine, { limits }));
  client.create();
  await loading.asked;
  loading.loaded(0.25);
  const first = await client.next("keepalive", ({ flint }) => flint?.loading !== undefined);
  expect(first.flint).toEqual({ loading: { model: "script", part: 0.25 } });
  loading.loaded(0.75);
  await client.next("keepalive", ({ flint }) => flint?.loading?.part === 0.75);
  loading.settle();
  const { flint } = await client.completed();
  expect(flint?.timings?.load_ms).toBeGreaterThan(0);
  expect(flint?.timings?.load_ms).toBeLessThanOrEqual(flint?.timings?.queue_ms ?? 0);
});

test("a request that waits for a model to load can be interrupted, and the next one goes on", async () => {
  const loading = new LoadingEngine();
  const client = await Client.connect(await serve(loading.engine, { limits }));
  client.create();
  await loading.asked;
  const { response } = await client.next("response.created");
  client.send({ type: "response.interrupt", response_id: response.id });
  const end = await client.next("response.incomplete");
  expect(end.response.incomplete_details).toEqual({ reason: "interrupted" });
  const frames = client.frames.length;
  loading.loaded(0.5);
  loading.settle();
  client.create({ stream_id: "next" });
  loading.settle();
  expect((await client.completed()).status).toBe("completed");
  expect(client.frames.slice(frames).every((frame) => "stream_id" in frame)).toBe(true);
});

test("the timings have no load time for a model that is already in memory", async () => {
  const loading = new LoadingEngine();
  const client = await Client.connect(await serve(loading.engine));
  client.create();
  await loading.asked;
  loading.settle();
  expect((await client.completed()).flint?.timings).not.toHaveProperty("load_ms");
});

test("a model that does not fit fails the response with the engine's message", async () => {
  const loading = new LoadingEngine();
  const client = await Client.connect(await serve(loading.engine));
  client.create();
  await loading.asked;
  const message = "script needs 9 GB of memory and 4 GB are free; what would fit: 2 sequences";
  loading.settle(new EngineError("out_of_memory", message));
  const { response } = await client.next("response.failed");
  expect(response.error).toEqual({ code: "server_error", message });
  expect(response.flint?.timings).toMatchObject({ prompt_tokens: 0, first_token_ms: null });
});
