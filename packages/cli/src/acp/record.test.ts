import { writeFile } from "node:fs/promises";
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
