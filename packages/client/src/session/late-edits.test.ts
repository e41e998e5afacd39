import { expect, onTestFinished, test } from "vitest";
import type { ResponsesServer } from "../connection/responses-server.fixture.ts";
import type { MakeEdit } from "../edit/index.ts";
import { makeEdit } from "../edit/making/index.ts";
import { FlintError } from "../error/index.ts";
import { nodePlatform } from "../node/index.ts";
import { openSession, type Session, type SessionOptions } from "./index.ts";
import { listen } from "./session.fixture.ts";

/** A load of what makes edits, to be settled by the test. */
interface Load {
  arrives(): void;
  fails(): void;
}

/** A session that loads what makes edits when it needs it, as in a browser. */
async function connectLightly(
  server: ResponsesServer,
  options: Partial<SessionOptions> = {},
): Promise<{ session: Session; loads: Load[] }> {
  const loads: Load[] = [];
  const loadEdits = (): Promise<MakeEdit> =>
    new Promise((resolve, reject) => {
      loads.push({
        arrives: () => resolve(makeEdit),
        fails: () => reject(new FlintError("connection_failed", "it could not be loaded: reload the page")),
      });
    });
  const session = await openSession(
    { url: server.url, warmUp: false, ...options },
    { ...nodePlatform, loadEdits },
  );
  onTestFinished(() => session.close());
  return { session, loads };
}

const EDIT = { code: "let a = 1;", instruction: "rename a" };

test("an edit waits for what makes edits, and nothing else does", async () => {
  const server = await listen();
  const { session, loads } = await connectLightly(server);
  const question = session.respond({ input: "hello" });
  (await server.next("response.create")).begin().text("hi").complete();
  expect((await question).text).toBe("hi");
  expect(loads).toHaveLength(0);

  const turn = session.edit({ ...EDIT, prediction: "let b = 1;" });
  expect(turn).toMatchObject({ prediction: "let b = 1;", mode: null });
  expect(turn.preview()).toEqual({ pieces: [], arrivedLines: 0 });
  loads[0]?.arrives();
  const answer = await server.next("response.create");
  expect(turn.mode).toBe("whole");
  answer.begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("a session that warms up loads it before the first edit", async () => {
  const server = await listen();
  const { loads } = await connectLightly(server, { warmUp: true });
  expect(loads).toHaveLength(1);
  loads[0]?.fails();
});

test("an edit that is interrupted before it could be sent stops when it is", async () => {
  const server = await listen();
  const { session, loads } = await connectLightly(server);
  const turn = session.edit(EDIT);
  const stopped = turn.interrupt();
  loads[0]?.arrives();
  const answer = await server.next("response.create");
  await stopped;
  expect(await turn).toMatchObject({ status: "interrupted", unchanged: true });
  answer.begin().incomplete("interrupted");
});

test("one that is aborted, or whose session is closed, by then is not sent", async () => {
  const server = await listen();
  const { session, loads } = await connectLightly(server);
  const aborting = new AbortController();
  const aborted = session.edit({ ...EDIT, signal: aborting.signal });
  aborting.abort();
  loads[0]?.arrives();
  await expect(aborted).rejects.toMatchObject({ code: "aborted" });

  const late = session.edit(EDIT);
  await session.close();
  loads[1]?.arrives();
  await expect(late).rejects.toMatchObject({ code: "session_closed" });
});

test("if it cannot be loaded, the edits fail with the reason, and the next one tries again", async () => {
  const server = await listen();
  const { session, loads } = await connectLightly(server);
  const turn = session.edit(EDIT);
  const set = session.editFiles({ files: [{ path: "a.js", code: "let a = 1;" }], instruction: "rename a" });
  await expect.poll(() => loads.length).toBe(2);
  for (const load of loads) load.fails();
  await expect(turn).rejects.toMatchObject({
    code: "connection_failed",
    message: expect.stringContaining("reload the page"),
  });
  await expect(set).rejects.toMatchObject({ code: "connection_failed" });
  await expect(set.turns[0]).rejects.toMatchObject({ code: "connection_failed" });

  const again = session.edit(EDIT);
  loads[2]?.arrives();
  (await server.next("response.create")).begin().text("let b = 1;").complete();
  expect(await again).toMatchObject({ code: "let b = 1;" });
});
