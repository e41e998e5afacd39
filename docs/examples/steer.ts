import { initializeSession } from "flint";

const session = await initializeSession();
// #region steer
const turn = session.optimizeCode("function total(xs) { var t = 0; for (var x of xs) t += x; return t; }");
for await (const event of turn) {
  if (event.type === "hunk") {
    // Seen enough to want something else: the answer begins anew, with this in mind.
    await turn.steer("keep the loop");
    break;
  }
}
const { code, status } = await turn;
// #endregion
console.log(status, code);
await session.close();
