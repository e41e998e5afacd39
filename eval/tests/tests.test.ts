import { beforeAll, describe, expect, test, vi } from "vitest";
import { Sandbox } from "../sandbox/index.ts";
import { runNodeTests, runProgramTests, scopeViolations } from "./index.ts";

// Each test starts processes of its own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 60_000 });

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.open();
});

const TEST = `
import assert from "node:assert/strict";
import { test } from "node:test";
import { double } from "./solution.ts";

test("doubles", async () => assert.equal(await double(2), 4));
`;

const verdictOf = async (solution: string, test = TEST) =>
  (await runNodeTests([{ dialect: "ts", solution, test }], sandbox))[0];

describe("tests written for node:test", () => {
  test("pass on a correct solution", async () => {
    expect(await verdictOf("export const double = (n: number): number => 2 * n;")).toEqual({
      passed: true,
      failures: [],
    });
  });

  test.each([
    ["is wrong", "export const double = (n: number) => n;", /doubles: Expected values/],
    ["does not parse", "export const double = (n: number => n;", /does not parse/],
    ["throws while loading", "throw new Error('no');", /no/],
    ["lacks the tested export", "export const treble = 1;", /double/],
    ["exits the process with code 0", "export const double = () => process.exit(0);", /ended early/],
    ["never answers", "export const double = () => new Promise(() => {});", /never happens/],
    [
      "leaves an unhandled rejection",
      "export const double = (n: number) => { void Promise.reject(new Error('lost')); return 2 * n; };",
      /lost/,
    ],
  ])("fail on a solution that %s", async (_, solution, why) => {
    expect(await verdictOf(solution)).toEqual({ passed: false, failures: [expect.stringMatching(why)] });
  });

  const CHEATS = {
    "replaces assert functions": `
      import assert from "node:assert/strict";
      assert.equal = () => {};`,
    "takes the registered tests away": `
      import { takeTests, test } from "../harness.mjs";
      queueMicrotask(() => { takeTests("mine"); test("fine", () => {}); });`,
    "hides failures from JSON.stringify": `
      Object.defineProperty(Array.prototype, "toJSON", { value: () => [] });`,
    "rewrites the verdict as it is written": `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const { writeSync } = fs;
      fs.writeSync = (to, text) => writeSync(to, text.replace(/{.*/, '{"file":"0/test.js","passed":1,"failures":[]}'));
      syncBuiltinESMExports();`,
    "reads the expected results from the tests' source": `
      import { existsSync, readFileSync } from "node:fs";
      const file = new URL("./test.js", import.meta.url);
      const [, right] = /, (\\d+)\\)/.exec(existsSync(file) ? readFileSync(file, "utf8") : readFileSync(0, "utf8")) ?? [, 0];
      export const double = () => Number(right);`,
    "reads the expected results from a stack trace": `
      try {
        Error.prepareStackTrace = (_, sites) => sites.map((site) => decodeURIComponent(site.getFileName()));
      } catch {}
      export const double = () => Number(/, (\\d+)\\)/.exec(decodeURIComponent(String(new Error().stack)))?.[1]);`,
    "empties tests as they are pushed into a list": `
      const { push } = Array.prototype;
      Array.prototype.push = function (one) { return push.call(this, one?.run ? { name: "", run() {} } : one); };`,
  };

  test.each(Object.entries(CHEATS))("fail on a wrong solution that %s", async (_, code) => {
    const isWhole = code.includes("export const double");
    expect(
      await verdictOf(isWhole ? code : `${code}\nexport const double = (n: number) => n;`),
    ).toMatchObject({
      passed: false,
    });
  });

  test("do not pass if no test ran", async () => {
    expect(await verdictOf("export const double = 1;", 'import "./solution.ts";')).toMatchObject({
      passed: false,
      failures: ["no tests ran"],
    });
  });

  test("ignore a verdict that the solution prints", async () => {
    const solution = `export const double = (n: number) => { console.log('{"passed":9}'); return n; };`;
    expect(await verdictOf(solution)).toMatchObject({ passed: false });
  });

  test("give each of several sets its own verdict", async () => {
    const right = "export const double = (n: number) => n + n;";
    const sets = [right, "syntax error", "export const double = () => 5;", right];
    const verdicts = await runNodeTests(
      sets.map((solution) => ({ dialect: "ts" as const, solution, test: TEST })),
      sandbox,
    );
    expect(verdicts.map(({ passed }) => passed)).toEqual([true, false, false, true]);
  });

  test("of a set that fails while its code goes on do not fail the next set", async () => {
    const late = (turns: number): string =>
      turns === 0 ? "throw new Error('late')" : `setImmediate(() => { ${late(turns - 1)}; })`;
    const right = "export const double = (n: number) => n + n;";
    const solutions = [1, 2, 3].flatMap((turns) => [
      `export const double = (n: number) => { ${late(turns)}; return 0; };`,
      right,
    ]);
    const verdicts = await runNodeTests(
      solutions.map((solution) => ({ dialect: "ts" as const, solution, test: TEST })),
      sandbox,
    );
    expect(verdicts.map(({ passed }) => passed)).toEqual(solutions.map((solution) => solution === right));
  });
});

describe("a program that contains its tests", () => {
  test.each([
    ["python", "def f(): return 1\nassert f() == 1", true],
    ["python", "def f(): return 2\nassert f() == 1", false],
    ["python", "import sys\nsys.exit(0)", false],
    ["node", "if (1 !== 1) throw new Error()", true],
    ["node", "process.exit(0)", false],
  ] as const)("%s: %j passes: %j", async (runtime, code, passed) => {
    expect(await runProgramTests(runtime, code, sandbox)).toMatchObject({ passed });
  });
});

test("scopeViolations() compares kept declarations by syntax tree and counts changed lines", () => {
  const before = "function a() { return 1; }\nfunction b() { return 2; }\n";
  const scope = { keep: ["a"], maxChangedLines: 1 };
  const after = (answer: string) => scopeViolations(before, answer, scope, "js");
  expect(after(before)).toEqual([]);
  expect(after("function a() { return 1 }\nfunction b() { return 2; }\n")).toEqual([]);
  expect(after("function a() { return 3; }\nfunction b() { return 2; }\n")).toEqual(["a was changed"]);
  expect(after("function b() { return 2; }\n")).toEqual(["a was removed"]);
  expect(after("function a() { return 1; }\nfunction b() {\n  return 2;\n}\n")).toEqual([
    "3 lines changed, at most 1 allowed",
  ]);
});
