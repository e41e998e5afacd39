import { initializeSession } from "flint";

const session = await initializeSession();
// #region steer
const turn = session.optimizeCode("function sum(n) { return n === 0 ? 0 : n + sum(n - 1); }");
for await (const event of turn) {
  if (event.type !== "text") continue;
  // A small model may finish before the steer arrives: then only the steer fails, not the edit.
  await turn.steer("keep the recursion").catch((error) => console.error(error.message));
  break;
}
const { code, status } = await turn;
// #endregion
console.log(status, code);
await session.close();
