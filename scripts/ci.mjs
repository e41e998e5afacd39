// Runs `npm test` and `npm run check`, and prints the sum of their results as the last line: N passed, N failed.
import { readFileSync, rmSync } from "node:fs";
import { runInForeground } from "./setup/foreground.mjs";
import { CACHE } from "./setup/paths.mjs";

rmSync(`${CACHE}results`, { recursive: true, force: true });
const counts = [
  count(await runInForeground("npm", ["test"]), "test", (report) => ({
    passed: report.numPassedTests,
    // A test file that fails to load reports no tests.
    failed:
      report.numFailedTests +
      report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
        .length,
  })),
  count(await runInForeground("npm", ["run", "check"]), "check", (report) => ({
    passed: report.filter(({ passed }) => passed).length,
    failed: report.filter(({ passed }) => !passed).length,
  })),
];

const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
process.exitCode = sum("failed") === 0 ? 0 : 1;
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);

/** Counts results. A command that failed without a failure in its report, or has no report, counts as one failure. */
function count(exitCode, name, read) {
  let result = { passed: 0, failed: 0 };
  try {
    result = read(JSON.parse(readFileSync(`${CACHE}results/${name}.json`, "utf8")));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    if (exitCode === 0) result.failed = 1;
  }
  if (exitCode !== 0 && result.failed === 0) result.failed = 1;
  return result;
}
