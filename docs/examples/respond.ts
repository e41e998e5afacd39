import { initializeSession } from "flint";

const session = await initializeSession({ url: "http://127.0.0.1:8787" });
const first = await session.respond({ input: "Name a sorting algorithm.", instructions: "Be brief." });
const second = await session.respond({
  input: "And its worst case?",
  previousResponseId: first.responseId,
});
console.log(first.text, second.text, second.usage?.output_tokens);
await session.close();
