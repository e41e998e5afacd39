import { expect, test } from "vitest";
import type { Arrival } from "../connection/responses-server.fixture.ts";
import { connect, listen, stateOf, until } from "./session.fixture.ts";

const LIMITS = { frameBytes: 5_000 };
const LONG = "x".repeat(10_000);

test("a frame over the limit ends its turn at once, with an error that names the limit", async () => {
  const server = await listen();
  server.resumes = true;
  const session = await connect(server, { limits: LIMITS });
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("so far").text(LONG);
  await expect(turn.result).rejects.toMatchObject({
    code: "limit_exceeded",
    message: expect.stringContaining("limits.frameBytes"),
  });
  // The session goes on.
  const next = session.respond({ input: "two" });
  (await server.next("response.create")).begin().text("fine").complete();
  expect(await next).toMatchObject({ text: "fine" });
  expect(server.untaken).toBe(0);
});

test("a request whose first frame is over the limit is not sent again", async () => {
  const server = await listen();
  const session = await connect(server, { limits: LIMITS });
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).socket?.send(LONG);
  await expect(turn.result).rejects.toMatchObject({ code: "limit_exceeded" });
});

test("a frame over the limit ends only its own turn; a turn that has since received events goes on", async () => {
  const server = await listen();
  server.resumes = true;
  const session = await connect(server, { limits: LIMITS });
  const other = session.respond({ input: "one" });
  const answered = (await server.next("response.create")).begin().text("a");
  await until(other, "text");
  const turn = session.respond({ input: "two" });
  const long = (await server.next("response.create")).begin().text(LONG);
  const resumes = [await server.next("response.resume"), await server.next("response.resume")];
  const isLong = ({ frame }: Arrival) => frame.type === "response.resume" && frame.response_id === long.id;
  // Last, so that the other one is told something before the connection is lost.
  resumes
    .find((one) => !isLong(one))
    ?.resume(answered)
    .text("b");
  resumes.find(isLong)?.resume(long);
  await expect(turn.result).rejects.toMatchObject({ code: "limit_exceeded" });
  (await server.next("response.resume")).resume(answered).complete();
  expect(await other).toMatchObject({ text: "ab" });
});

test("a warm-up whose frame is over the limit is not sent again", async () => {
  const server = await listen();
  const session = await connect(server, { limits: LIMITS, warmUp: true });
  const lost = stateOf(session, "reconnecting");
  (await server.next("response.create")).socket?.send(LONG);
  await lost;
  const turn = session.respond({ input: "one" });
  const arrival = await server.next("response.create");
  expect(arrival.create.generate).toBeUndefined();
  arrival.begin().text("fine").complete();
  expect(await turn).toMatchObject({ text: "fine" });
  expect(server.untaken).toBe(0);
});

test("a request that is too large for the server fails and is not sent again", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).socket?.close(1009);
  await expect(turn.result).rejects.toMatchObject({
    code: "request_failed",
    serverCode: "frame_too_large",
    message: expect.stringContaining("send less at once"),
  });
});
