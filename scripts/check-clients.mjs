// npm run check:clients [-- CLIENT …]: runs real, unmodified clients against `flint serve`. Without CLIENT, runs all
// of them and writes docs/compatibility.md.
import { writeFileSync } from "node:fs";
import { compatibilityPage } from "./docs/compatibility-page.mjs";
import { ROOT } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

await prepare({ install: "full", build: "code" });
// Imported only now: they need packages that may just have been installed.
const { runCheck } = await import("./clients/check.mjs");
const { clients } = await import("./clients/clients.mjs");

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in clients));
if (unknown !== undefined) {
  console.error(`There is no client "${unknown}"; there are: ${Object.keys(clients).join(", ")}`);
  process.exit(2);
}

const stop = new AbortController();
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.on(signal, () => {
    process.exitCode = code;
    // A second signal exits without waiting for cleanup.
    if (stop.signal.aborted) process.exit();
    stop.abort(new Error("stopped"));
  });
}

const reports = [];
try {
  for (const [name, check] of Object.entries(clients)) {
    if (names.length === 0 || names.includes(name)) reports.push(await runCheck(check, stop.signal));
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
