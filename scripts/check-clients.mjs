// npm run check:clients [-- openai | codex]: real clients, unchanged, against `flint serve`.
import { prepare } from "./setup/prepare.mjs";

// Imported when it is their turn: they need packages that may not be installed yet.
const CLIENTS = {
  openai: async () => (await import("./clients/openai.mjs")).checkOpenai(),
  codex: async () => (await import("./clients/codex.mjs")).checkCodex(),
};

const [only] = process.argv.slice(2);
if (only !== undefined && !(only in CLIENTS)) {
  console.error(`There is no client "${only}"; there is: ${Object.keys(CLIENTS).join(", ")}`);
  process.exit(2);
}
await prepare({ install: "full", build: "code" });

let passed = true;
for (const [name, check] of Object.entries(CLIENTS)) {
  if (only !== undefined && only !== name) continue;
  passed = (await check()) && passed;
}
console.log(`verdict: ${passed ? "PASS" : "FAIL"}`);
process.exitCode = passed ? 0 : 1;
