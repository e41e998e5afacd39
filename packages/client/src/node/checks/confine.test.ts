import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { confine, detectConfinement } from "./confine.ts";
import { findProject } from "./project.ts";
import { openScratch } from "./scratch.ts";

const confinement = await detectConfinement();
/** A comma is what an overlay's options cannot name, so that the project is copied. */
const PLACES = [
  { named: "an overlay, where there is one", folder: "flint-workspace-", confined: confinement },
  { named: "a copy", folder: "flint,workspace-", confined: confinement },
  { named: "a copy that nothing confines", folder: "flint-workspace-", confined: "none" as const },
];

const FILES = {
  "package.json": '{ "workspaces": ["packages/*"] }',
  ".git/config": "secret",
  "base.json": "1",
  "node_modules/helper/index.js": "module.exports = 41;",
  "packages/other/package.json": "{}",
  "packages/other/index.js": "module.exports = 0;",
  "packages/own/package.json": "{}",
  "packages/own/run.sh": "exit 1",
  "packages/own/index.js": "module.exports = 0;",
};

async function workspace(folder: string): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), folder)));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  await symlink("../packages/other", join(root, "node_modules/other"));
  await chmod(join(root, "packages/own/run.sh"), 0o755);
  return root;
}

/** What a line for the shell says, run in the project with these files edited. */
async function said(
  root: string,
  edited: Record<string, string>,
  line: string,
  confined: typeof confinement,
): Promise<string> {
  const project = await findProject(
    Object.entries(edited).map(([name, code]) => ({ file: join(root, name), code })),
  );
  const scratch = await openScratch();
  try {
    const { command, args, cwd, env } = await confine(line, project, confined, scratch.folder);
    return (await promisify(execFile)(command, [...args], { cwd, env })).stdout;
  } finally {
    await scratch.remove();
  }
}

test.each(PLACES)(
  "a check in a package finds the rest of its workspace: $named",
  async ({ folder, confined }) => {
    const root = await workspace(folder);
    const edited = { "packages/own/index.js": 'module.exports = require("helper") + require("other") + 1;' };
    const line = `node -p 'require("./index.js") + require("fs").readFileSync("../../base.json", "utf8")'`;
    expect(await said(root, edited, line, confined)).toBe("421\n");
    expect(await readFile(join(root, "packages/own/index.js"), "utf8")).toBe("module.exports = 0;");
  },
);

test.each(PLACES)(
  "a check sees the edited files of several packages: $named",
  async ({ folder, confined }) => {
    const root = await workspace(folder);
    const edited = {
      "packages/own/index.js": 'module.exports = require("../other") + 1;',
      "packages/other/index.js": "module.exports = 7;",
    };
    expect(await said(root, edited, `node -p 'require("./index.js")'`, confined)).toBe("8\n");
  },
);

test.each(PLACES)("an edited script stays executable: $named", async ({ folder, confined }) => {
  const root = await workspace(folder);
  const edited = { "packages/own/run.sh": "#!/bin/sh\necho ran" };
  expect(await said(root, edited, "./run.sh", confined)).toBe("ran\n");
});

test.each(PLACES)("the .git folder is hidden from a check: $named", async ({ folder, confined }) => {
  const root = await workspace(folder);
  const edited = { "packages/own/index.js": "" };
  expect(await said(root, edited, "ls ../../.git 2>/dev/null | wc -l", confined)).toBe("0\n");
});

test.each(PLACES.slice(0, 2))(
  "a check's writes outside its package do not reach the real files: $named",
  async (at) => {
    const root = await workspace(at.folder);
    const edited = { "packages/own/index.js": "" };
    await said(root, edited, "echo x > ../../node_modules/helper/index.js; true", at.confined);
    expect(await readFile(join(root, "node_modules/helper/index.js"), "utf8")).toBe("module.exports = 41;");
  },
);

describe.runIf(confinement === "bubblewrap")("the home folder is hidden from a check", () => {
  test.each([
    ["in a project that is the home itself", "package.json", "b.js", "/usr/bin:/bin"],
    ["by a file in no project", ".profile", "b.js", "/usr/bin:/bin"],
    ["where only the home is a project", "package.json", "notes/b.js", "/usr/bin:/bin"],
    ["where the PATH names the home", "code/package.json", "code/b.js", "/usr/bin:/bin:HOME/:HOME/code/.."],
  ])("%s", async (_, marker, name, path) => {
    const home = await realpath(await mkdtemp(join(tmpdir(), "flint-home-")));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    for (const [at, text] of Object.entries({ [marker]: "{}", [name]: "", ".ssh/id": "secret" })) {
      await mkdir(dirname(join(home, at)), { recursive: true });
      await writeFile(join(home, at), text);
    }
    vi.stubEnv("HOME", home);
    vi.stubEnv("PATH", path.replaceAll("HOME", home));
    onTestFinished(() => void vi.unstubAllEnvs());
    const line = `cat ${home}/.ssh/id 2>/dev/null; cat ${join(home, name)}`;
    expect(await said(home, { [name]: "edited" }, line, "bubblewrap")).toBe("edited");
  });
});

test.runIf(confinement === "bubblewrap")(
  "a person's home is not seen where it is named by a link",
  async () => {
    const home = await realpath(await mkdtemp(join(tmpdir(), "flint-home-")));
    const link = `${home}-link`;
    await symlink(home, link);
    onTestFinished(() =>
      Promise.all([home, link].map((at) => rm(at, { recursive: true, force: true }))).then(),
    );
    for (const [at, text] of Object.entries({
      "package.json": "{}",
      "notes/b.js": "",
      ".ssh/id": "secret",
    })) {
      await mkdir(dirname(join(home, at)), { recursive: true });
      await writeFile(join(home, at), text);
    }
    vi.stubEnv("HOME", link);
    onTestFinished(() => void vi.unstubAllEnvs());
    const line = `cat ${home}/.ssh/id ${link}/.ssh/id 2>/dev/null; cat ${home}/notes/b.js`;
    expect(await said(link, { "notes/b.js": "edited" }, line, "bubblewrap")).toBe("edited");
  },
);

describe.runIf(confinement === "bubblewrap")("of a folder for everyone, only what is checked is seen", () => {
  test.each([
    ["where the file lies in it", "b.js", "no"],
    ["where it looks like a project", "b.js", "package.json"],
    ["where a file lies in a folder there", "own/b.js", "package.json"],
  ])("%s", async (_, name, marker) => {
    const shared = await realpath(await mkdtemp(join(tmpdir(), "flint-shared-")));
    onTestFinished(() => rm(shared, { recursive: true, force: true }));
    await chmod(shared, 0o1777);
    for (const [at, text] of Object.entries({ [marker]: "{}", [name]: "", "agent/key": "secret" })) {
      await mkdir(dirname(join(shared, at)), { recursive: true });
      await writeFile(join(shared, at), text);
    }
    const line = `cat ${shared}/agent/key 2>/dev/null; cat ${join(shared, name)}`;
    expect(await said(shared, { [name]: "edited" }, line, "bubblewrap")).toBe("edited");
  });
});

test.runIf(confinement === "bubblewrap")(
  "a check may write to node_modules, and the files are gone afterwards",
  async () => {
    const root = await workspace("flint-workspace-");
    const edited = { "package.json": "{}", "packages/own/index.js": "" };
    const line = "mkdir node_modules/.cache && echo x > node_modules/.cache/a && cat node_modules/.cache/a";
    expect(await said(root, edited, line, "bubblewrap")).toBe("x\n");
    expect(await said(root, edited, "ls node_modules", "bubblewrap")).toBe("helper\nother\n");
  },
);

test("files of two projects are refused as one check", async () => {
  const [one, two] = [await workspace("flint-workspace-"), await workspace("flint-workspace-")];
  const edited = [one, two].map((root) => ({ file: join(root, "packages/own/index.js"), code: "" }));
  await expect(findProject(edited)).rejects.toThrow("check files of one project at a time");
});
