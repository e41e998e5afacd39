import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setInterval } from "node:timers/promises";
import { ApiError, events } from "@flint/protocol";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Arrival } from "../connection/responses-server.fixture.ts";
import type { EditSetOptions } from "../edit/index.ts";
import type { Session } from "./index.ts";
import { connect, listen } from "./session.fixture.ts";

type Shared = Pick<EditSetOptions, "instruction" | "checks" | "signal">;

async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-checked-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "a.js");
  await writeFile(path, "let a = 1;\n");
  return path;
}

const CHECK = { name: "two", command: 'grep -q "a = 2" a.js || { echo "a is not 2"; exit 1; }' };

test("an edit runs the caller's checks, and its result has theirs", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ path: await project(), instruction: "make it two", checks: [CHECK] });
  (await server.next("response.create")).begin().text("let a = 2;").complete();
  expect(await turn).toMatchObject({ code: "let a = 2;\n", checks: [{ name: "two", passed: true }] });
});

test("an edit that fails its check is repaired by the model, continuing the same response", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({
    path: await project(),
    instruction: "make it two",
    checks: [CHECK],
    repairs: 1,
  });
  const answer = (await server.next("response.create")).begin().text("let a = 3;");
  answer.complete();
  const repair = await server.next("response.create");
  expect(repair.create.previous_response_id).toBe(answer.id);
  expect(JSON.stringify(repair.create.input)).toContain("a is not 2");
  repair.begin().text("let a = 2;").complete();
  const told: string[] = [];
  for await (const event of turn) told.push(event.type === "restart" ? event.reason : event.type);
  expect(told).toContain("repair");
  expect(await turn).toMatchObject({ code: "let a = 2;\n", checks: [{ passed: true }] });
});

test("a repaired edit's timings count from its start and include a steer of its first answer", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({
    path: await project(),
    instruction: "make it two",
    checks: [CHECK],
    repairs: 1,
  });
  const create = await server.next("response.create");
  const asked = performance.now();
  const answer = create.begin();
  const steered = turn.steer("at once");
  await server.next("response.steer");
  answer.event(events.steerAccepted("steer_1", answer.id));
  await steered;
  answer.incomplete("steered");
  create.begin(answer.id).text("let a = 3;").complete();
  const repair = await server.next("response.create");
  const mending = performance.now() - asked;
  repair.begin().text("let a = 2;").complete();
  const { timings } = await turn;
  expect(timings.total_ms).toBeGreaterThan(mending);
  expect(timings.first_token_ms).toBeLessThan(mending);
  expect(timings.steer_ms).toHaveLength(1);
});

test("an edit out of repairs resolves with its last code and the failed check", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({
    path: await project(),
    instruction: "make it two",
    checks: [CHECK],
    repairs: 1,
  });
  (await server.next("response.create")).begin().text("let a = 3;").complete();
  (await server.next("response.create")).begin().text("let a = 4;").complete();
  expect(await turn).toMatchObject({ code: "let a = 4;\n", checks: [{ passed: false, exitCode: 1 }] });
});

const TOO_LONG = new ApiError(400, "context_length_exceeded", "7 too many");

test.each<[name: string, mend: (repair: Arrival) => void]>([
  ["declines", (repair) => repair.begin().text("<|unsure|>").complete()],
  ["takes all of it back", (repair) => repair.begin().text("let a = 1;").complete()],
  ["sends no code", (repair) => repair.begin().complete()],
  ["has no room", (repair) => repair.refuse(TOO_LONG)],
])("the code stays, with its failed check, if the model %s when asked for a repair", async (_, mend) => {
  const server = await listen();
  const session = await connect(server);
  const options = { path: await project(), instruction: "make it two", checks: [CHECK], repairs: 2 };
  const turn = session.edit(options);
  (await server.next("response.create")).begin().text("let a = 3;").complete();
  mend(await server.next("response.create"));
  let hunks: string[][] = [];
  let shown = "";
  for await (const event of turn) {
    if (event.type === "restart") {
      hunks = [];
      shown = "";
    } else if (event.type === "hunk") hunks.push([...event.hunk.newLines]);
    else if (event.type === "text") shown += event.text;
  }
  expect([hunks, shown]).toEqual([[["let a = 3;"]], "let a = 3;"]);
  expect(await turn).toMatchObject({
    ...{ code: "let a = 3;\n", status: "completed", declined: null },
    checks: [{ passed: false, exitCode: 1, output: "a is not 2\n" }],
  });
});

/** A check that never ends, and what waits for it to have begun: what it writes lies in a folder of its own. */
async function slowCheck() {
  const copies = await mkdtemp(join(tmpdir(), "flint-copies-"));
  onTestFinished(() => rm(copies, { recursive: true, force: true }));
  vi.stubEnv("TMPDIR", copies);
  onTestFinished(() => void vi.unstubAllEnvs());
  const started = async () => {
    for await (const _ of setInterval(10)) {
      const written = await Promise.all(
        (await readdir(copies)).flatMap((check) =>
          ["upper", "project"].map((part) => filesIn(join(copies, check, part))),
        ),
      );
      if (written.flat().some((name) => basename(name) === "started")) return;
    }
  };
  return { checks: [{ command: "touch started; sleep 600" }], started, copies };
}

/** None where there is no such folder. */
function filesIn(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true }).catch(() => []);
}

test("an interrupt stops the running check and resolves the edit as interrupted", async () => {
  const server = await listen();
  const session = await connect(server);
  const path = await project();
  const { checks, started } = await slowCheck();
  const turn = session.edit({ path, instruction: "make it two", checks, repairs: 3 });
  (await server.next("response.create")).begin().text("let a = 3;").complete();
  await started();
  await turn.interrupt();
  expect(await turn).toMatchObject({ status: "interrupted", checks: [{ passed: null, exitCode: null }] });
});

test("an interrupt stops a change set's running check and resolves the set as interrupted", async () => {
  const server = await listen();
  const session = await connect(server);
  const path = await project();
  const { checks, started } = await slowCheck();
  const set = session.editFiles({ files: [path], instruction: "make it two", checks });
  (await server.next("response.create")).begin().text("let a = 3;").complete();
  await started();
  await set.interrupt();
  expect(await set).toMatchObject({ status: "interrupted", checks: [{ passed: null, exitCode: null }] });
});

test("an abort during a check rejects the edit or change set", async () => {
  const server = await listen();
  const session = await connect(server);
  const path = await project();
  for (const start of [
    (options: Shared) => session.edit({ path, ...options }),
    (options: Shared) => session.editFiles({ files: [path], ...options }),
  ]) {
    const { checks, started } = await slowCheck();
    const controller = new AbortController();
    const turn = start({ instruction: "make it two", checks, signal: controller.signal });
    (await server.next("response.create")).begin().text("let a = 3;").complete();
    await started();
    controller.abort();
    await expect(turn.result).rejects.toMatchObject({ code: "aborted" });
  }
});

test.each([
  [{ checks: [{ command: "true" }], code: "a" }, /path of the file/],
  [{ checks: [{ command: "" }], path: "a.js" }, /a command line for the shell/],
  [{ checks: "true", path: "a.js" }, /a list of/],
  [{ repairs: 99, code: "a" }, /from 0 to 5/],
])("the options %j are refused", async (options, message) => {
  const session = await connect(await listen());
  await expect(session.edit({ instruction: "x", ...options } as never)).rejects.toMatchObject({
    code: "invalid_argument",
    message: expect.stringMatching(message),
  });
});

test("closing a session stops running checks, rejects their edits and change sets, and removes their files", async () => {
  const server = await listen();
  const path = await project();
  for (const start of [
    (session: Session, options: Shared) => session.edit({ path, ...options }),
    (session: Session, options: Shared) => session.editFiles({ files: [path], ...options }),
  ]) {
    const session = await connect(server);
    const { checks, started, copies } = await slowCheck();
    const turn = start(session, { instruction: "make it two", checks });
    (await server.next("response.create")).begin().text("let a = 3;").complete();
    await started();
    await session.close();
    expect(await readdir(copies)).toEqual([]);
    await expect(turn.result).rejects.toMatchObject({ code: "session_closed" });
  }
});
