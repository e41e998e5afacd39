import { ApiError } from "@flint/protocol";
import { expect, test } from "vitest";
import { EDIT_INSTRUCTIONS } from "../edit/index.ts";
import { connect, listen, until } from "./session.fixture.ts";

test("the edit instructions are sent as soon as the connection is open, and edits continue from them", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true, model: "m" });
  const warming = await server.next("response.create");
  expect(warming.create).toEqual({
    type: "response.create",
    model: "m",
    instructions: EDIT_INSTRUCTIONS,
    input: [],
    store: false,
    generate: false,
  });
  const warm = warming.begin();
  warm.complete();
  const probe = session.respond({ input: "are you there?" });
  (await server.next("response.create")).begin().text("yes").complete();
  await probe;

  const turn = session.optimizeCode("let a = 1;");
  const edit = await server.next("response.create");
  expect(edit.create).toMatchObject({ previous_response_id: warm.id, instructions: EDIT_INSTRUCTIONS });
  edit.begin().text("let b = 1;").complete();
  await turn;

  const other = session.optimizeCode("let a = 1;", { model: "other" });
  const elsewhere = await server.next("response.create");
  expect(elsewhere.create).not.toHaveProperty("previous_response_id");
  elsewhere.begin().text("let b = 1;").complete();
  await other;
});

test("an edit does not wait for the warm-up", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true });
  await server.next("response.create");
  const turn = session.optimizeCode("let a = 1;");
  const edit = await server.next("response.create");
  expect(edit.create).not.toHaveProperty("previous_response_id");
  edit.begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("a failed warm-up does not fail an edit", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true });
  (await server.next("response.create")).refuse(new ApiError(400, "invalid_input", "empty input"));
  const turn = session.optimizeCode("let a = 1;");
  const edit = await server.next("response.create");
  expect(edit.create).not.toHaveProperty("previous_response_id");
  edit.begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("a server that has lost the warm-up is warmed up again, and the edit is sent without it", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true });
  (await server.next("response.create")).begin().complete();
  const probe = session.respond({ input: "are you there?" });
  (await server.next("response.create")).begin().text("yes").complete();
  await probe;
  const turn = session.optimizeCode("let a = 1;");
  (await server.next("response.create")).refuse(new ApiError(400, "previous_response_not_found", "gone"));
  const creates = [await server.next("response.create"), await server.next("response.create")];
  const edit = creates.find(({ create }) => create.generate !== false);
  expect(creates.some(({ create }) => create.generate === false)).toBe(true);
  expect(edit?.create).not.toHaveProperty("previous_response_id");
  edit?.begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("each new connection is warmed up", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true });
  (await server.next("response.create")).begin().complete();
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1");
  await until(turn, "text");
  server.drop();
  await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
  expect((await server.next("response.create")).create).toMatchObject({ generate: false });
});

test("a warm-up that ends incomplete frees its lane for turns", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true, limits: { concurrentTurns: 1 } });
  (await server.next("response.create")).begin().incomplete("max_output_tokens");
  const turn = session.optimizeCode("let a = 1;");
  const edit = await server.next("response.create");
  expect(edit.create).not.toHaveProperty("previous_response_id");
  edit.begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
  // As one that failed: it is done with, and may be made again.
  expect(server.untaken).toBe(0);
});
