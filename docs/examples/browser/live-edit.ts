import { initializeSession } from "@flint/client/browser";

const session = await initializeSession({ url: location.origin });
const turn = session.edit({ code: "var a = 1;", language: "js", instruction: "use const instead of var" });

for await (const event of turn) {
  if (event.type === "text") document.body.append(event.text);
}
await session.close();
