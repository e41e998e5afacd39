import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect, listen } from "./session.fixture.ts";

async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-checked-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "a.js");
  await writeFile(path, "let a = 1;\n");
  return path;
}

const CHECK = { name: "two", command: 'grep -q "a = 2" a.js || { echo "a is not 2"; exit 1; }' };

test("an edit is checked by the caller's command, and the result has the proof", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ path: await project(), instruction: "make it two", checks: [CHECK] });
  (await server.next("response.create")).begin().text("let a = 2;").complete();
  expect(await turn).toMatchObject({ code: "let a = 2;\n", checks: [{ name: "two", passed: true }] });
});

test("what does not pass is mended by the model, on the same chain", async () => {
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
  const events: string[] = [];
  for await (const event of turn) events.push(event.type === "restart" ? event.reason : event.type);
  expect(events).toContain("repair");
  expect(await turn).toMatchObject({ code: "let a = 2;\n", checks: [{ passed: true }] });
});

test("when the repairs are used up, the last code comes with the check that it does not pass", async () => {
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

test("an interrupt ends the check that runs", async () => {
  const server = await listen();
  const session = await connect(server);
  const path = await project();
  const slow = { command: "sleep 600" };
  const turn = session.edit({ path, instruction: "make it two", checks: [slow], repairs: 3 });
  (await server.next("response.create")).begin().text("let a = 3;").complete();
  for await (const event of turn) if (event.type === "hunk") break;
  await turn.interrupt();
  expect(await turn).toMatchObject({ checks: [{ passed: false, exitCode: null }] });
});

test.each([
  [{ checks: [{ command: "true" }], code: "a" }, /name the file/],
  [{ checks: [{ command: "" }], path: "a.js" }, /a line for the shell/],
  [{ checks: "true", path: "a.js" }, /a list of/],
  [{ repairs: 99, code: "a" }, /from 0 to 5/],
])("%j is refused", async (options, message) => {
  const session = await connect(await listen());
  await expect(session.edit({ instruction: "x", ...options } as never)).rejects.toMatchObject({
    code: "invalid_argument",
    message: expect.stringMatching(message),
  });
});
