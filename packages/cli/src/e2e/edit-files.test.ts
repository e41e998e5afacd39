import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Workspace } from "./flint.fixture.ts";
import { CODE, SCENARIO } from "./scenario.fixture.ts";

const MODERN = "use const and let instead of var";
const EDITED = "const answer = 42;\n";
/** The scripted model answers this one with code that does not parse. */
const UNLUCKY = `${CODE}// break\n`;

let workspace: Workspace;
let url: string;
beforeAll(async () => {
  workspace = await Workspace.open();
  const scenario = await workspace.file("scenario.json", JSON.stringify(SCENARIO));
  ({ url } = await workspace.serve(["--engine", "script", "--scenario", scenario]));
});
afterAll(() => workspace.dispose());

function edit(...words: string[]) {
  return workspace.run(["edit", ...words, "--url", url]);
}

function read(...paths: string[]): Promise<string[]> {
  return Promise.all(paths.map((path) => readFile(path, "utf8")));
}

test("several files are one change set: one diff, written together", async () => {
  const paths = [await workspace.file("one.js", CODE), await workspace.file("two.js", CODE)];
  const shown = await edit(...paths, MODERN);
  expect(shown.stdout.match(/^\+const answer = 42;$/gm)).toHaveLength(2);
  expect(await read(...paths)).toEqual([CODE, CODE]);
  const { code, stderr } = await edit(...paths, MODERN, "--apply");
  expect(code).toBe(0);
  for (const path of paths) expect(stderr).toContain(`${path}: written\n`);
  expect(await read(...paths)).toEqual([EDITED, EDITED]);
  expect((await readdir(workspace.folder)).filter((name) => name.includes(".flint-"))).toEqual([]);
});

test("no file is written when one answer does not parse", async () => {
  const paths = [await workspace.file("sound.js", CODE), await workspace.file("unlucky.js", UNLUCKY)];
  const { code, stderr } = await edit(...paths, MODERN, "--apply");
  expect(code).toBe(1);
  expect(stderr).toMatch(/unlucky\.js: the answer does not parse .*; every file is unchanged/);
  expect(await read(...paths)).toEqual([CODE, UNLUCKY]);
});

test("files in an unknown language are written unchecked", async () => {
  const paths = [await workspace.file("known.js", CODE), await workspace.file(".env", "A=1 # break\n")];
  expect((await edit(...paths, MODERN, "--apply")).code).toBe(0);
  expect(await read(...paths)).toEqual([EDITED, "const answer = ((;\n"]);
});

test("checks run on all files together", async () => {
  const paths = [await workspace.file("left.js", CODE), await workspace.file("right.js", CODE)];
  const together = 'test "$(cat left.js right.js | grep -c const)" = 2';
  expect((await edit(...paths, MODERN, "--check", together)).code).toBe(0);
  const { code, stderr } = await edit(...paths, MODERN, "--check", "grep -q var left.js", "--apply");
  expect(code).toBe(1);
  expect(stderr).toContain('the answer does not pass "grep -q var left.js"; every file is unchanged');
  expect(await read(...paths)).toEqual([CODE, CODE]);
});

test("--json prints one object for all files", async () => {
  const paths = [await workspace.file("x.js", CODE), await workspace.file("y.js", EDITED)];
  const { stdout } = await edit(...paths, MODERN, "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    files: [
      { file: paths[0], code: EDITED, unchanged: false, applied: false },
      { file: paths[1], code: EDITED, unchanged: true },
    ],
    status: "completed",
    unchanged: false,
    applied: false,
  });
});

test("arguments that make no sense for several files are refused", async () => {
  const one = await workspace.file("a.js", CODE);
  const two = await workspace.file("b.js", CODE);
  const refusals: [string[], RegExp][] = [
    [[one, `${workspace.folder}/./a.js`, MODERN], /are the same file; name it once/],
    [[one, "-", MODERN], /either files or "-" for stdin, not both/],
    [[one, two, MODERN, "--selection", "1:1"], /--selection works with one file only/],
    [[one, two, MODERN, "--repairs", "2"], /--repairs works with one file only/],
    [[one, `${one}.gone`, MODERN], /no such file/],
    [[one, two, " "], /the instruction is empty/],
  ];
  for (const [words, message] of refusals) {
    const { code, stderr } = await edit(...words);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  }
});

test("an instruction without quotes is refused with the advice to quote it", async () => {
  const { code, stderr } = await edit(await workspace.file("quoted.js", CODE), "use", "const");
  expect(code).toBe(2);
  expect(stderr).toBe("flint: no such file: use; check the path, and put the instruction in quotes\n");
});
