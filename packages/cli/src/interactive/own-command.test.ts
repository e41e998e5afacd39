import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ownCommand } from "./own-command.ts";

/** A folder with `flint` in its folder of that name. */
async function folderWithFlint(inner: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "flint-path-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, inner), { recursive: true });
  const program = join(folder, inner, process.platform === "win32" ? "flint.cmd" : "flint");
  await writeFile(program, "", { mode: 0o755 });
  return join(folder, inner);
}

test("whoever typed flint types it again", () => {
  expect(ownCommand({ PATH: "" })).toBe("flint");
});

test("whoever had npm start it, and has it from there alone, types npx flint", async () => {
  const PATH = [await folderWithFlint("node_modules/.bin"), tmpdir()].join(delimiter);
  for (const npm_command of ["exec", "start", "run-script"]) {
    expect(ownCommand({ npm_command, PATH })).toBe("npx flint");
  }
});

test("whoever has linked it types flint, also where npm started this one", async () => {
  const PATH = [await folderWithFlint("node_modules/.bin"), await folderWithFlint("bin")].join(delimiter);
  expect(ownCommand({ npm_command: "start", PATH })).toBe("flint");
});
