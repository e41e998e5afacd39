import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./editor.fixture.ts";
import { SessionRecords } from "./record.ts";

test("a record that cannot be read is left out of the list", async () => {
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

test("the title is the first line that was written", async () => {
  const folder = await temporaryFolder();
  const records = new SessionRecords(folder);
  const sessionId = await records.create("/src");
  for (const text of [" ", "use let\neverywhere"]) {
    await records.append(sessionId, { sessionUpdate: "user_message_chunk", content: { type: "text", text } });
  }
  expect(await records.list("/src")).toMatchObject([{ title: "use let" }]);
});

test("what is told after a line that was cut off is not lost with it", async () => {
  const folder = await temporaryFolder();
  const sessionId = await new SessionRecords(folder).create("/src");
  await appendFile(join(folder, `${sessionId}.jsonl`), '{"sessionUpdate":"user_mess');
  const records = new SessionRecords(folder);
  const said = (text: string) =>
    ({ sessionUpdate: "user_message_chunk", content: { type: "text", text } }) as const;
  await records.append(sessionId, said("one"));
  await records.append(sessionId, said("two"));
  expect((await records.read(sessionId)).updates).toEqual([said("one"), said("two")]);
});
