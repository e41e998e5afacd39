// npm run check:clients [-- CLIENT …]: real clients, unchanged, against `flint serve`. With no CLIENT it runs all of
// them and writes docs/compatibility.md.
import { writeFileSync } from "node:fs";
import { compatibilityPage } from "./docs/compatibility-page.mjs";
import { ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

// Imported when it is their turn: they need packages that may not be installed yet.
const CLIENTS = {
  openai: async () => (await import("./clients/openai/http.mjs")).openaiHttp,
  chat: async () => (await import("./clients/openai/chat.mjs")).openaiChat,
  websocket: async () => (await import("./clients/openai/websocket.mjs")).openaiWebSocket,
  steering: async () => (await import("./clients/openai/steering.mjs")).openaiSteering,
  ai: async () => (await import("./clients/ai-sdk.mjs")).aiSdk,
  codex: async () => (await import("./clients/codex/codex.mjs")).codexCli,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in CLIENTS));
if (unknown.length > 0) {
  console.error(`There is no client "${unknown[0]}"; there are: ${Object.keys(CLIENTS).join(", ")}`);
  process.exit(2);
}
await prepare({ install: "full", build: "code" });
const { runCheck } = await import("./clients/check.mjs");

const stop = new AbortController();
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.on(signal, () => {
    process.exitCode = code;
    // The second one does not wait for what is being closed.
    if (stop.signal.aborted) process.exit();
    stop.abort(new Error("stopped"));
  });
}

const reports = [];
try {
  for (const [name, load] of Object.entries(CLIENTS)) {
    if (names.length === 0 || names.includes(name)) reports.push(await runCheck(await load(), stop.signal));
  }
} catch (error) {
  if (!stop.signal.aborted) throw error;
  process.exit();
}

if (names.length === 0) writeFileSync(`${ROOT}docs/compatibility.md`, compatibilityPage(reports));

const counts = reports.map(({ client, version, outcomes }) => {
  const passed = outcomes.filter(({ failure }) => failure === null).length;
  return { name: `${client} ${version}`, passed, failed: outcomes.length - passed };
});
const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
const width = Math.max(...counts.map(({ name }) => name.length));
const line = ({ name, passed, failed }) => `${name.padEnd(width)}  ${passed} passed, ${failed} failed`;
console.log(
  ["", ...counts.map(line), line({ name: "total", passed: total("passed"), failed: total("failed") })].join(
    "\n",
  ),
);
const passed = total("failed") === 0;
console.log(`verdict: ${passed ? "PASS" : "FAIL"}`);
process.exitCode = passed ? 0 : 1;
