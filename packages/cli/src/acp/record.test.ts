import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./editor.fixture.ts";
import { SessionRecords } from "./record.ts";

test("the list leaves out records that cannot be read", async () => {
  const folder = await temporaryFolder();
  const records = new SessionRecords(folder);
  const sessionId = await records.create("/src");
  await records.append(sessionId, {
    sessionUpdate: "user_message_chunk",
    content: { type: "text", text: "use let" },
  });
  await writeFile(join(folder, "00000000-0000-4000-8000-000000000000.jsonl"), "");
  await writeFile(join(folder, "00000000-0000-4000-8000-000000000001.jsonl"), '{"version":1,"cw');
  await writeFile(join(folder, "notes.jsonl"), "{}\n");
  expect(await records.list(null)).toMatchObject([{ sessionId, cwd: "/src", title: "use let" }]);
});

test("the title is the first line of the first message that is not blank", async () => {
  const folder = await temporaryFolder();
  const records = new SessionRecords(folder);
  const sessionId = await records.create("/src");
  for (const text of [" ", "use let\neverywhere"]) {
    await records.append(sessionId, { sessionUpdate: "user_message_chunk", content: { type: "text", text } });
  }
  expect(await records.list("/src")).toMatchObject([{ title: "use let" }]);
});

const said = (text: string) =>
  ({ sessionUpdate: "user_message_chunk", content: { type: "text", text } }) as const;

test("a killed process loses only its unfinished line, and later lines are kept", async () => {
  const folder = await temporaryFolder();
  const records = new SessionRecords(folder);
  const sessionId = await records.create("/src");
  await records.append(sessionId, said("use let"));
  await appendFile(join(folder, `${sessionId}.jsonl`), '{"sessionUpdate":"user_mess');
  const later = new SessionRecords(folder);
  await later.append(sessionId, said("use const"));
  await later.append(sessionId, said("use var"));
  expect((await later.read(sessionId)).updates).toEqual([
    said("use let"),
    said("use const"),
    said("use var"),
  ]);
});

test("an edit that a killed process left unfinished is read as failed", async () => {
  const records = new SessionRecords(await temporaryFolder());
  const sessionId = await records.create("/src");
  const call = (toolCallId: string) =>
    ({ sessionUpdate: "tool_call", toolCallId, title: "Edit a.js", status: "in_progress" }) as const;
  const end = { sessionUpdate: "tool_call_update", toolCallId: "one", status: "completed" } as const;
  for (const update of [said("use let"), call("one"), end, call("two")])
    await records.append(sessionId, update);
  expect((await records.read(sessionId)).updates).toMatchObject([
    ...[said("use let"), call("one"), end, call("two")],
    { sessionUpdate: "tool_call_update", toolCallId: "two", status: "failed" },
  ]);
});

test("a folder that cannot be written or read is named with the remedy", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  const records = new SessionRecords(join(file, "sessions"));
  const refusal = {
    data: { code: "record_unwritable" },
    message: expect.stringMatching(/sessions .*FLINT_HOME/),
  };
  await expect(records.create("/src")).rejects.toMatchObject(refusal);
  await expect(records.append("00000000-0000-4000-8000-000000000000", said("use let"))).rejects.toMatchObject(
    refusal,
  );
  const unreadable = {
    data: { code: "record_unreadable" },
    message: expect.stringMatching(/sessions .*FLINT_HOME/),
  };
  await expect(records.list(null)).rejects.toMatchObject(unreadable);
  await expect(records.read("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject(unreadable);
});

test("the list is empty while the folder does not exist", async () => {
  const records = new SessionRecords(join(await temporaryFolder(), "sessions"));
  expect(await records.list(null)).toEqual([]);
});
