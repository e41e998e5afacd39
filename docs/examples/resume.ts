import { readFile, writeFile } from "node:fs/promises";
import { type InputItem, initializeSession } from "flint";

const session = await initializeSession({ url: "http://127.0.0.1:8787" });
// #region resume
const items: InputItem[] = JSON.parse(await readFile("conversation.json", "utf8").catch(() => "[]"));
items.push({ role: "user", content: "Go on." });
const { text, responseId } = await session.respond({ input: items });
if (responseId !== null) {
  await writeFile("conversation.json", JSON.stringify(session.conversation(responseId)));
}
// #endregion
console.log(text);
await session.close();
