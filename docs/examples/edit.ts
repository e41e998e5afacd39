import { initializeSession } from "flint";

const session = await initializeSession();
const turn = session.edit({ path: "examples/orders.js", instruction: "use const and let instead of var" });

for await (const event of turn) {
  if (event.type === "text") process.stdout.write(event.text);
}
const { diff, verification, timings } = await turn;
console.log(diff, verification.parses, timings.tokens_per_second);

await session.close();
