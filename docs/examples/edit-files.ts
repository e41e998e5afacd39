import { initializeSession } from "flint";

const session = await initializeSession();
// #region edit-files
const set = session.editFiles({
  files: ["examples/orders.js", "examples/factorial.js"],
  instruction: "use const and let instead of var",
});
for await (const { path, event } of set) {
  if (event.type === "hunk") console.log(`${path}: ${event.hunk.newLines.length} lines`);
}
const { files, diff } = await set;
// #endregion
console.log(files.length, diff);
await session.close();
