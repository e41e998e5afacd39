import { ApiError } from "@flint/protocol";
import { expect, test } from "vitest";
import { connect, listen, until } from "./session.fixture.ts";

/** Frames that no server is to send: of known types, without what belongs to them. */
const BROKEN = [
  { type: "response.created" },
  { type: "error" },
  { type: "response.output_item.done", item: { id: "m", type: "message" } },
  { type: "response.completed", response: null },
  { type: "response.steer.accepted" },
];

/** What a server says of a frame that it does not know: it names no lane. */
const REFUSED = {
  type: "error",
  status: 400,
  error: { type: "invalid_request_error", code: "invalid_frame", message: "no such frame", param: null },
};

test.each(BROKEN)("a malformed frame %j fails its own turn only", async (frame) => {
  const server = await listen();
  const session = await connect(server);
  const other = session.respond({ input: "one" });
  const answered = (await server.next("response.create")).begin().text("fine");
  const turn = session.respond({ input: "two" });
  const create = await server.next("response.create");
  create.begin();
  const { stream_id } = create.create;
  create.socket?.send(JSON.stringify({ sequence_number: 1, ...frame, stream_id }));
  await expect(turn).rejects.toMatchObject({ name: "FlintError" });
  answered.complete();
  expect(await other).toMatchObject({ text: "fine" });
  expect(session.connection.status).toBe("open");
});

test("an error frame in the flat form of event streams fails the turn with its message", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.respond({ input: "one" });
  const { socket } = await server.next("response.create");
  socket?.send(JSON.stringify({ type: "error", code: "server_error", message: "out of order", param: null }));
  await expect(turn).rejects.toMatchObject({ code: "request_failed", message: "out of order" });
});

test("a refused interrupt that names no lane is matched to the interrupted turn", async () => {
  const server = await listen();
  const session = await connect(server);
  const other = session.respond({ input: "one" });
  const answered = (await server.next("response.create")).begin().text("fine");
  await until(other, "text");
  const turn = session.respond({ input: "two" });
  const answer = (await server.next("response.create")).begin().text("so far");
  await until(turn, "text");
  const acknowledged = turn.interrupt();
  (await server.next("response.interrupt")).refuse(new ApiError(400, "invalid_frame", "no such frame"));
  // By what came, and not for want of anything.
  expect((await acknowledged).milliseconds).toBeLessThan(2_000);
  expect(await turn).toMatchObject({ status: "interrupted", text: "so far" });
  // The lane is not free before its response has ended.
  const third = session.respond({ input: "three" });
  const create = await server.next("response.create");
  create.begin().text("new").complete();
  answer.complete();
  answered.complete();
  expect(await third).toMatchObject({ text: "new" });
  expect(await other).toMatchObject({ text: "fine" });
});

test.each([
  ["before it began", false],
  ["while it was written", true],
])("on a server without interrupts, other turns complete after one is aborted %s", async (_, isBegun) => {
  const server = await listen();
  const session = await connect(server);
  const other = session.respond({ input: "one" });
  const answered = (await server.next("response.create")).begin().text("fine");
  await until(other, "text");
  const givenUp = new AbortController();
  const turn = session.respond({ input: "two", signal: givenUp.signal });
  const create = await server.next("response.create");
  if (isBegun) {
    create.begin().text("so far");
    await until(turn, "text");
  }
  givenUp.abort();
  await expect(turn).rejects.toMatchObject({ code: "aborted" });
  const { socket } = await server.next("response.interrupt");
  socket?.send(JSON.stringify(REFUSED));
  answered.text(", still").complete();
  expect(await other).toMatchObject({ text: "fine, still" });
});

test.each([
  ["before it began", false],
  ["while it was written", true],
])(
  "on a server without interrupts, the answer to a turn aborted %s is not given to the next turn",
  async (_, isBegun) => {
    const server = await listen();
    const session = await connect(server);
    const givenUp = new AbortController();
    const turn = session.respond({ input: "one", signal: givenUp.signal });
    const create = await server.next("response.create");
    let answer = isBegun ? create.begin().text("old") : null;
    if (isBegun) await until(turn, "text");
    givenUp.abort();
    await expect(turn).rejects.toMatchObject({ code: "aborted" });
    const { socket } = await server.next("response.interrupt");
    socket?.send(JSON.stringify(REFUSED));
    const next = session.respond({ input: "two" });
    const second = await server.next("response.create");
    answer ??= create.begin().text("old");
    answer.complete();
    second.begin().text("new").complete();
    expect(await next).toMatchObject({ text: "new" });
  },
);

test("a lane is free again after its request was aborted and then refused", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { concurrentTurns: 1 } });
  const givenUp = new AbortController();
  const turn = session.respond({ input: "one", signal: givenUp.signal });
  const { create, socket } = await server.next("response.create");
  givenUp.abort();
  await expect(turn).rejects.toMatchObject({ code: "aborted" });
  await server.next("response.interrupt");
  const { request_id = "" } = create.flint ?? {};
  const failed = { type: "response.interrupt.failed", response_id: request_id, sequence_number: 0 };
  socket?.send(JSON.stringify(REFUSED));
  socket?.send(JSON.stringify({ ...failed, error: { code: "response_not_found", message: "none" } }));
  const next = session.respond({ input: "two" });
  (await server.next("response.create")).begin().text("new").complete();
  expect(await next).toMatchObject({ text: "new" });
});
