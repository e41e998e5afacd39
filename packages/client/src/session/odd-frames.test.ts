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

test.each(BROKEN)("a broken frame %j fails the turn that it is for, and nothing else", async (frame) => {
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

test("an error in the flat form of event streams is told by its message over a WebSocket, too", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.respond({ input: "one" });
  const { socket } = await server.next("response.create");
  socket?.send(JSON.stringify({ type: "error", code: "server_error", message: "out of order", param: null }));
  await expect(turn).rejects.toMatchObject({ code: "request_failed", message: "out of order" });
});

test("the refusal of an interrupt, which names no lane, is for the turn that was to stop", async () => {
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
