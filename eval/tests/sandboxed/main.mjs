// Runs inside the sandbox. Standard input holds tests and a token. Each file's verdict is a line of stdout that begins
// with the token, so that nothing which the tested code prints, and no early exit, can pass for one.
import assert from "node:assert";
import fs from "node:fs";
import { takeTests } from "./harness.mjs";

// Not the module's bindings: those can be exchanged.
const { readFileSync, writeSync } = fs;
const { token, tests, testMs } = JSON.parse(readFileSync(0, "utf8"));
takeTests(token);

// What decides whether a test passes is shared with the tested code, which must not be able to change it.
for (const shared of [assert, assert.strict, Array.prototype, JSON, Promise, Promise.prototype]) {
  Object.freeze(shared);
}
// Such as `toJSON`. What is there can still be overridden by an object of its own.
Object.preventExtensions(Object.prototype);
// Where an error was thrown tells the URL of the tests, which is all of them.
Object.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });

/** Errors that no test has caught. */
let strays = [];
process.on("uncaughtException", (error) => strays.push(`uncaught: ${describe(error)}`));
process.on("unhandledRejection", (error) => strays.push(`unhandled: ${describe(error)}`));

for (const test of tests) {
  const verdict = await runFile(test);
  writeSync(1, `\n${token}${JSON.stringify({ file: test.file, ...verdict })}\n`);
}
// What a test has left running must not keep the program from ending.
process.exit(0);

async function runFile({ file, code }) {
  const failures = [];
  let passed = 0;
  try {
    await within(() => import(urlOf(file, code)));
  } catch (error) {
    failures.push(`${file}: ${describe(error)}`);
  }
  for (const { name, run } of takeTests(token)) {
    strays = [];
    try {
      await within(run);
      // Rejections are reported after the microtasks that could have handled them.
      await new Promise((resolve) => setImmediate(resolve));
      if (strays.length > 0) throw new Error(strays.join("; "));
      passed++;
    } catch (error) {
      failures.push(`${name}: ${describe(error)}`);
    }
  }
  return { passed, failures };
}

/** Tests that are in no file, where the tested code could read what it is to give; what they import is beside them all the same. */
function urlOf(file, code) {
  const own = new URL(file, import.meta.url);
  const at = (path) => JSON.stringify(new URL(path, own).href);
  const placed = code
    .replace('"../harness.mjs"', at("../harness.mjs"))
    .replace('"./solution.js"', at("./solution.js"))
    .replaceAll("import.meta.url", at(""));
  return `data:text/javascript,${encodeURIComponent(`${placed}\n//# sourceURL=${own.href}`)}`;
}

/** Runs something until it is done, its time is up, or nothing is left that it could wait for. */
async function within(run) {
  let timer;
  let giveUp;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${testMs} ms`)), testMs).unref();
    giveUp = () => reject(new Error("waits for something that never happens"));
    process.on("beforeExit", giveUp);
  });
  try {
    await Promise.race([run(), end]);
  } finally {
    clearTimeout(timer);
    process.off("beforeExit", giveUp);
  }
}

function describe(error) {
  return String(error?.message ?? error).slice(0, 1_000);
}
