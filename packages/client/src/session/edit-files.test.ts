import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError } from "@flint/protocol";
import { expect, onTestFinished, test } from "vitest";
import { connect, eventsOf, listen } from "./session.fixture.ts";

const FILES = [
  { path: "a.js", code: "var a = 1;\n" },
  { path: "b.js", code: "var b = 2;\n" },
];
const INSTRUCTION = "use let";

async function folder(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "flint-set-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  return root;
}

test("files are edited in parallel by one instruction, with results in the order of the files", async () => {
  const server = await listen();
  const session = await connect(server);
  const set = session.editFiles({ files: FILES, instruction: INSTRUCTION });
  const first = (await server.next("response.create")).begin();
  const second = (await server.next("response.create")).begin();
  second.text("let b = 2;").complete();
  first.text("let a = 1;").complete();
  const result = await set;
  expect(result.files.map(({ path, code }) => [path, code])).toEqual([
    ["a.js", "let a = 1;\n"],
    ["b.js", "let b = 2;\n"],
  ]);
  expect(result).toMatchObject({ status: "completed", unchanged: false, checks: [] });
  expect(result.diff).toMatch(/^--- a\/a\.js\n[\s\S]*^--- a\/b\.js\n/m);
  const hunks = (await eventsOf(set)).filter(({ event }) => event.type === "hunk");
  expect(hunks.map(({ path }) => path).sort()).toEqual(["a.js", "b.js"]);
});

test("a file's language comes from its name and is never guessed", async () => {
  const server = await listen();
  const session = await connect(server);
  const files = [{ path: "Makefile", code: "A = 1\n" }];
  const set = session.editFiles({ files, instruction: "add a list" });
  (await server.next("response.create")).begin().text("A = 1\nB = a b c").complete();
  const [{ verification } = {}] = (await set).files;
  expect(verification).toMatchObject({ parses: null, reason: "there is no grammar for makefile" });
});

test("a selection beyond one file's end rejects the whole change set at once", async () => {
  const server = await listen();
  const session = await connect(server);
  const files = [...FILES, { path: "c.js", code: "var c = 3;\n", selection: { start: 7, end: 9 } }];
  await expect(session.editFiles({ files, instruction: INSTRUCTION })).rejects.toMatchObject({
    code: "invalid_argument",
  });
});

test("nothing is sent if one of the files cannot be read", async () => {
  const server = await listen();
  const session = await connect(server);
  const root = await folder({ "a.js": "var a = 1;\n" });
  const files = [join(root, "a.js"), join(root, "gone.js")];
  const set = session.editFiles({ files, instruction: INSTRUCTION });
  await expect(set).rejects.toMatchObject({
    code: "file_unreadable",
    message: expect.stringContaining("gone.js"),
  });
  await expect(set.turns[0]).rejects.toMatchObject({ code: "file_unreadable" });
  expect(server.untaken).toBe(0);
});

test("a failed edit of one file stops the others, and the error names the file", async () => {
  const server = await listen();
  const session = await connect(server);
  const set = session.editFiles({ files: FILES, instruction: INSTRUCTION });
  const first = (await server.next("response.create")).begin();
  (await server.next("response.create")).begin().fail("out of luck");
  await server.next("response.interrupt");
  first.incomplete("interrupted");
  await expect(set).rejects.toMatchObject({
    code: "response_failed",
    message: expect.stringMatching(/^b\.js: .*out of luck/),
  });
});

test("an interrupt stops the running edits and keeps the finished ones", async () => {
  const server = await listen();
  const session = await connect(server);
  const set = session.editFiles({ files: FILES, instruction: INSTRUCTION });
  (await server.next("response.create")).begin().text("let a = 1;").complete();
  const second = (await server.next("response.create")).begin();
  await set.turns[0];
  const interrupted = set.interrupt();
  await server.next("response.interrupt");
  second.incomplete("interrupted");
  await interrupted;
  expect(await set).toMatchObject({
    status: "interrupted",
    files: [
      { code: "let a = 1;\n", status: "completed" },
      { code: "var b = 2;\n", status: "interrupted" },
    ],
  });
});

test("the checks run once, with all edited files in place", async () => {
  const server = await listen();
  const session = await connect(server);
  const root = await folder({ "a.js": "var a = 1;\n", "b.js": "var b = 2;\n", "package.json": "{}" });
  const command = 'echo run; test "$(cat a.js b.js | grep -c let)" = 2';
  const set = session.editFiles({
    files: [join(root, "a.js"), join(root, "b.js")],
    instruction: INSTRUCTION,
    checks: [{ name: "both", command }],
  });
  (await server.next("response.create")).begin().text("let a = 1;").complete();
  (await server.next("response.create")).begin().text("let b = 2;").complete();
  expect(await set).toMatchObject({ checks: [{ name: "both", passed: true, output: "run\n" }] });
});

test.each([
  [{ files: [] }, "invalid_argument"],
  [{ files: "a.js" }, "invalid_argument"],
  [{ files: [""] }, "invalid_argument"],
  [{ files: ["a.js", { path: "a.js", code: "" }] }, "invalid_argument"],
  [{ files: ["src/a.js", "./src/.//a.js"] }, "invalid_argument"],
  [{ files: ["src/a.js", "lib/../src/a.js"] }, "invalid_argument"],
  [{ files: ["a.js"], mode: "other" }, "invalid_argument"],
  [{ files: ["a.js"], instruction: " " }, "empty_instruction"],
])("the options %j are refused at once", async (options, code) => {
  const session = await connect(await listen());
  expect(() => session.editFiles({ instruction: INSTRUCTION, ...options } as never)).toThrow(
    expect.objectContaining({ code }),
  );
});

test("one file under two names is refused", async () => {
  const session = await connect(await listen());
  const root = await folder({ "a.js": "var a = 1;\n" });
  await symlink("a.js", join(root, "link.js"));
  const files = [join(root, "a.js"), join(root, "link.js")];
  expect(() => session.editFiles({ files, instruction: INSTRUCTION })).toThrow(
    `${files[0]} and ${files[1]} are the same file`,
  );
});

test("an error of one file passes on the server's retry-after", async () => {
  const server = await listen();
  const session = await connect(server);
  const set = session.editFiles({ files: [{ path: "a.js", code: "let a;" }], instruction: "x" });
  const limited = new ApiError(429, "rate_limit_exceeded", "too many", null, 2);
  (await server.next("response.create")).refuse(limited);
  await expect(set).rejects.toMatchObject({ code: "request_failed", status: 429, retryAfter: 2_000 });
});
