// Runs inside the sandbox. Standard input contains the tests and a token. Each file's verdict is a line of stdout that
// starts with the token: the tested code does not know it, so it cannot fake a verdict by printing or by exiting early.
import assert from "node:assert";
import fs from "node:fs";
import { takeTests } from "./harness.mjs";

// Captured now, as the tested code can replace the methods of `fs`.
const { readFileSync, writeSync } = fs;
const { token, tests, testMs } = JSON.parse(readFileSync(0, "utf8"));
takeTests(token);

// The tested code shares these with the tests and must not be able to change the verdict through them.
for (const shared of [assert, assert.strict, Array.prototype, JSON, Promise, Promise.prototype]) {
  Object.freeze(shared);
}
// Prevents added properties such as `toJSON`. Existing ones can still be overridden on other objects.
Object.preventExtensions(Object.prototype);
// A stack trace contains the URL of the tests, which is their whole source.
Object.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });

/** Turns of the event loop after each test, for errors that it caused and nobody waits for. */
const TURNS = 10;

/** Errors that no test caught. */
let uncaughtErrors = [];
process.on("uncaughtException", (error) => uncaughtErrors.push(`uncaught: ${describe(error)}`));
process.on("unhandledRejection", (error) => uncaughtErrors.push(`unhandled: ${describe(error)}`));

for (const test of tests) {
  const verdict = await runFile(test);
  writeSync(1, `\n${token}${JSON.stringify({ file: test.file, ...verdict })}\n`);
}
// Anything a test left running must not keep the process alive.
process.exit(0);

async function runFile({ file, code }) {
  const failures = [];
  let passed = 0;
  try {
    await withTimeout(() => import(urlOf(file, code)));
  } catch (error) {
    failures.push(`${file}: ${describe(error)}`);
  }
  for (const { name, run } of takeTests(token)) {
    uncaughtErrors = [];
    let failure = null;
    try {
      await withTimeout(run);
    } catch (error) {
      failure = describe(error);
    }
    // Rejections are reported after the microtasks that could have handled them; and what a failed test leaves behind
    // must not be the next test's failure.
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (failure === null && uncaughtErrors.length > 0) failure = uncaughtErrors.join("; ");
    if (failure === null) passed++;
    else failures.push(`${name}: ${failure}`);
  }
  return { passed, failures };
}

/**
 * Returns the tests as a data URL: from a file, the tested code could read the expected results. Imports are rewritten
 * to resolve as if the tests were in `file`.
 */
function urlOf(file, code) {
  const own = new URL(file, import.meta.url);
  const at = (path) => JSON.stringify(new URL(path, own).href);
  const withUrls = code
    .replace('"../harness.mjs"', at("../harness.mjs"))
    .replace('"./solution.js"', at("./solution.js"))
    .replaceAll("import.meta.url", at(""));
  return `data:text/javascript,${encodeURIComponent(`${withUrls}\n//# sourceURL=${own.href}`)}`;
}

/** Awaits `run()`. Rejects after `testMs`, or once nothing is left that it could wait for. */
async function withTimeout(run) {
  let timer;
  let rejectIdle;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${testMs} ms`)), testMs).unref();
    rejectIdle = () => reject(new Error("waits for something that never happens"));
    process.on("beforeExit", rejectIdle);
  });
  try {
    await Promise.race([run(), end]);
  } finally {
    clearTimeout(timer);
    process.off("beforeExit", rejectIdle);
  }
}

function describe(error) {
  return String(error?.message ?? error).slice(0, 1_000);
}
