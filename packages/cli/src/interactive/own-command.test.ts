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

test("the command is flint when npm did not start it", () => {
  expect(ownCommand({ PATH: "" })).toBe("flint");
});

test("the command is npx flint when npm started it and no other folder of the PATH has it", async () => {
  const PATH = [await folderWithFlint("node_modules/.bin"), tmpdir()].join(delimiter);
  for (const npm_command of ["exec", "start", "run-script"]) {
    expect(ownCommand({ npm_command, PATH })).toBe("npx flint");
  }
});

test("the command is flint when a folder of the PATH has it, even if npm started it", async () => {
  const PATH = [await folderWithFlint("node_modules/.bin"), await folderWithFlint("bin")].join(delimiter);
  expect(ownCommand({ npm_command: "start", PATH })).toBe("flint");
});
