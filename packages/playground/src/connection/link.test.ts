import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { browserStorage } from "../storage/index.ts";
import { Access } from "./access.ts";
import { Link, type LinkSettings } from "./link.ts";

/** A server of which only the list of models and the fields of the first request matter. */
class ModelServer {
  /** By key, or the status of the refusal; any other key is refused. */
  lists: Readonly<Record<string, readonly string[] | number>>;
  readonly #server = createServer(async (request, response) => {
    const key = request.headers.authorization?.replace("Bearer ", "") ?? "";
    if (request.url === "/v1/models") {
      this.#list(key, response);
      return;
    }
    let body = "";
    for await (const piece of request) body += piece;
    this.#asked(JSON.parse(body));
    refuse(response, 400);
  });
  #asked: (fields: { model?: string }) => void = () => {};
  /** The fields of the first request for an answer. */
  readonly asked = new Promise<{ model?: string }>((resolve) => {
    this.#asked = resolve;
  });

  constructor(lists: ModelServer["lists"]) {
    this.lists = lists;
  }

  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    onTestFinished(async () => {
      this.#server.closeAllConnections();
      this.#server.close();
      await once(this.#server, "close");
    });
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #list(key: string, response: ServerResponse): void {
    const list = this.lists[key] ?? 401;
    if (typeof list === "number") refuse(response, list);
    else response.end(JSON.stringify({ object: "list", data: list.map((id) => ({ id, object: "model" })) }));
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { type: "invalid_request_error", code: null, message: "no" } }));
}

/** The page's end of it, with a person who gives these keys, one after another. */
async function linked(server: ModelServer, saved: string, transport: "http" | "websocket", keys: string[]) {
  const person = { asked: 0, listed: null as readonly string[] | null };
  const access = new Access(
    async () => {
      const key = keys[person.asked++];
      if (key === undefined) throw new Error("asked for a key once more");
      return { key, keep: false };
    },
    browserStorage("sessionStorage", {}),
  );
  let settings: LinkSettings = { transport, warmUp: false, model: saved };
  const link = new Link(await server.listen(), access, {
    state: () => {},
    models: (ids) => {
      person.listed = ids;
      if (!ids.includes(saved)) settings = { ...settings, model: "" };
    },
  });
  onTestFinished(async () => link.session?.close());
  await link.open(() => settings);
  return { person, link };
}

async function open(server: ModelServer, saved: string, ...keys: string[]) {
  const { person, link } = await linked(server, saved, "http", keys);
  const turn = link.session?.edit({ code: "let a;", instruction: "x" });
  await expect(turn).rejects.toMatchObject({ status: 400 });
  return { person, fields: await server.asked };
}

test("a saved model that the server no longer has is not requested", async () => {
  const { fields } = await open(new ModelServer({ "": ["new"] }), "old");
  expect(fields).not.toHaveProperty("model");
});

test("a saved model that the server has is requested", async () => {
  const { fields } = await open(new ModelServer({ "": ["new", "old"] }), "old");
  expect(fields.model).toBe("old");
});

test("the person is asked for a key until the server accepts one", async () => {
  const { person } = await open(new ModelServer({ right: ["new"] }), "", "wrong", "right");
  expect(person).toEqual({ asked: 2, listed: ["new"] });
});

test.each([400, 431])(
  "another key is asked for when the server refuses requests with status %i",
  async (status) => {
    const { person } = await open(new ModelServer({ wild: status, right: ["new"] }), "", "wild", "right");
    expect(person).toEqual({ asked: 2, listed: ["new"] });
  },
);

test("a key that may not list the models is accepted", async () => {
  const { person } = await open(new ModelServer({ answers: 403 }), "", "answers");
  expect(person).toEqual({ asked: 1, listed: null });
});

/** A browser's WebSocket, in as far as it opens or does not. */
class FakeSocket {
  /** Whether the next ones open. */
  static opens = true;
  static readonly #opened = new Set<FakeSocket>();
  onopen: (() => void) | null = null;
  onclose: ((end: { code: number; reason: string }) => void) | null = null;

  constructor() {
    queueMicrotask(() => {
      FakeSocket.#opened.add(this);
      if (FakeSocket.opens) this.onopen?.();
      else this.close();
    });
  }

  /** The connections are lost, and there are no others. */
  static stop(): void {
    FakeSocket.opens = false;
    for (const socket of FakeSocket.#opened) socket.close();
  }

  close(): void {
    if (FakeSocket.#opened.delete(this)) this.onclose?.({ code: 1006, reason: "" });
  }

  static stub(opens: boolean): void {
    FakeSocket.opens = opens;
    vi.stubGlobal("WebSocket", FakeSocket);
    onTestFinished(() => void vi.unstubAllGlobals());
  }
}

test("a server that requires a key after a reconnect is given one", async () => {
  FakeSocket.stub(true);
  const server = new ModelServer({ "": ["new"] });
  const { person, link } = await linked(server, "", "websocket", ["right"]);
  expect(link.session?.connection).toEqual({ status: "open", transport: "websocket" });
  server.lists = { right: ["newer"] };
  FakeSocket.stop();
  await vi.waitFor(() => expect(person).toEqual({ asked: 1, listed: ["newer"] }), 10_000);
  // Nothing of it is left to come when the sockets are gone.
  await vi.waitFor(() => expect(link.session).not.toBeNull(), 10_000);
});

test("the link falls back to HTTP when WebSockets fail without a reason", async () => {
  FakeSocket.stub(false);
  const { link } = await linked(new ModelServer({ "": ["new"] }), "", "websocket", []);
  expect(link.session?.connection).toEqual({ status: "open", transport: "http" });
});
