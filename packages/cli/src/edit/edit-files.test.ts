import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countLines, parseSelection } from "./selection.ts";
import { readFileSource, readSource, type Source } from "./source.ts";
import { type Change, hardLinkNote, writeSource, writeSources } from "./write.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-edit-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function write(source: Source, code: string): Promise<void> {
  if (source.file === null) throw new Error("the source is not a file");
  await writeSource(source.file, code, source.name);
}

describe("reading a source", () => {
  const read = (name: string) => readSource(name, process.stdin);

  test("returns the code of a file", async () => {
    expect(await read(await file("a.test.ts", "let a;\n"))).toMatchObject({ code: "let a;\n" });
  });

  test("reads stdin for -", async () => {
    const stdin = Object.assign(Readable.from([Buffer.from("let "), Buffer.from("a;")]), { isTTY: false });
    const source = await readSource("-", stdin as unknown as NodeJS.ReadStream);
    expect(source).toMatchObject({ name: "stdin", code: "let a;", file: null });
  });

  test("keeps a byte order mark and line endings as they are", async () => {
    const text = "\uFEFFa\r\nb\n";
    expect((await read(await file("a.js", text))).code).toBe(text);
  });

  test.each([
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 1]), "file_binary"],
    ["Latin-1", Buffer.from("// caf\xe9", "latin1"), "file_binary"],
    ["nothing", "", "file_empty"],
    ["blanks", " \n\t\n", "file_empty"],
    ["lines that end in carriage returns alone", "let a;\rlet b;\r", "file_line_ends"],
  ])("refuses %s", async (_, content, code) => {
    await expect(read(await file("x.js", content))).rejects.toMatchObject({ code, exitCode: 2 });
  });

  test("refuses a missing file, a folder and a device", async () => {
    await expect(read(join(folder, "none.js"))).rejects.toMatchObject({ code: "file_missing", exitCode: 2 });
    await expect(read(folder)).rejects.toMatchObject({ code: "file_is_folder", exitCode: 2 });
    await expect(read("/dev/null")).rejects.toMatchObject({ code: "file_special", exitCode: 2 });
  });

  test.skipIf(process.platform === "win32")(
    "refuses pipes and sockets without waiting for them",
    async () => {
      const refused = { code: "file_special", message: expect.stringContaining('pipe it in with "-"') };
      const pipe = join(folder, "pipe.js");
      execFileSync("/bin/sh", ["-c", 'mkfifo "$0"', pipe]);
      await expect(read(pipe)).rejects.toMatchObject(refused);
      // Where nothing can be piped in: of several files, in the terminal, in an editor.
      await expect(readFileSource(pipe)).rejects.toMatchObject({
        code: "file_special",
        message: `${pipe} is not a regular file; name one that is`,
      });
      const socket = join(folder, "socket.js");
      const server = createServer().listen(socket);
      await once(server, "listening");
      await expect(read(socket)).rejects.toMatchObject(refused);
      server.close();
    },
  );

  test("reports a name that is too long as a missing file", async () => {
    await expect(read(join(folder, "a".repeat(300)))).rejects.toMatchObject({ code: "file_missing" });
  });

  test("refuses a broken symbolic link and names its target", async () => {
    const path = join(folder, "link.js");
    await symlink("gone.js", path);
    await expect(read(path)).rejects.toMatchObject({
      code: "file_missing",
      message: `${path} is a symbolic link to ${join(folder, "gone.js")}, which does not exist; create that file, or correct the link`,
    });
  });

  test("refuses a circular symbolic link", async () => {
    await symlink(join(folder, "b"), join(folder, "a"));
    await symlink(join(folder, "a"), join(folder, "b"));
    await expect(read(join(folder, "a"))).rejects.toMatchObject({ code: "file_missing" });
  });
});

describe("writing a file", () => {
  const read = (name: string) => readSource(name, process.stdin);

  test("replaces the content and keeps the mode", async () => {
    const path = await file("run.js", "old\n");
    await chmod(path, 0o755);
    await write(await read(path), "new\n");
    expect(await readFile(path, "utf8")).toBe("new\n");
    expect((await stat(path)).mode & 0o777).toBe(0o755);
    expect(await readdir(folder)).toEqual(["run.js"]);
  });

  test.skipIf(process.getuid?.() !== 0)("keeps the owner, group and mode when root writes", async () => {
    const path = await file("a.js", "old");
    await chmod(path, 0o640);
    await chown(path, 4_321, 1_234);
    await write(await read(path), "new");
    const { uid, gid, mode } = await stat(path);
    expect([uid, gid, mode & 0o777]).toEqual([4_321, 1_234, 0o640]);
  });

  test("works for a name of the maximum length", async () => {
    const path = await file(`${"a".repeat(252)}.js`, "old");
    await write(await read(path), "new");
    expect(await readFile(path, "utf8")).toBe("new");
  });

  test("leaves nothing beside the file when a signal ends the program meanwhile", async () => {
    const path = await file("a.js", "old");
    const source = await read(path);
    const before = new Set(process.listeners("exit"));
    // At this moment all is written but the name.
    const seen: string[][] = [];
    const endsTheProgram = () => {
      seen.push(readdirSync(folder));
      for (const listener of process.listeners("exit"))
        if (!before.has(listener)) listener.call(process, 143);
      seen.push(readdirSync(folder));
      return false;
    };
    const bytes = Object.assign(Buffer.from("old"), { equals: endsTheProgram });
    const change = { file: { path: source.file?.path ?? "", bytes, links: 1 }, content: "new", name: "a.js" };
    await expect(writeSources([change])).rejects.toMatchObject({ code: "file_changed" });
    const own = expect.stringMatching(/^\.flint-/);
    expect(seen).toEqual([[own, own, "a.js"], ["a.js"]]);
    expect(process.listeners("exit")).toEqual([...before]);
  });

  test.each([
    ["EACCES", "file_unwritable", "check the permissions of the file and its folder"],
    ["EROFS", "file_unwritable", "its file system is read-only"],
    ["ENOSPC", "disk_full", "the disk is full"],
  ])("reports %s with the remedy", async (system, code, message) => {
    const source = await readFileSource(await file("a.js", "old"));
    const equals = () => {
      throw Object.assign(new Error(system), { code: system });
    };
    const bytes = Object.assign(Buffer.from("old"), { equals });
    const change = { file: { ...source.file, bytes }, content: "new", name: "a.js" };
    await expect(writeSources([change])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(await readdir(folder)).toEqual(["a.js"]);
  });

  test("follows a symbolic link and keeps it", async () => {
    await mkdir(join(folder, "real"));
    const path = await file("real/a.js", "old");
    const symbolic = join(folder, "link.js");
    await symlink(path, symbolic);
    await write(await read(symbolic), "new");
    expect((await lstat(symbolic)).isSymbolicLink()).toBe(true);
    expect(await readFile(path, "utf8")).toBe("new");
  });

  test("reports that a hard link keeps the old content", async () => {
    const path = await file("a.js", "old");
    const other = join(folder, "b.js");
    await link(path, other);
    const { file: source } = await readFileSource(path);
    await writeSource(source, "new", "a.js");
    expect(await readFile(other, "utf8")).toBe("old");
    expect(hardLinkNote(source, "a.js")).toBe("a.js was written; its hard link keeps the old content");
    expect(hardLinkNote((await readFileSource(path)).file, "a.js")).toBeNull();
  });

  test("never overwrites a file that changed since it was read", async () => {
    const path = await file("a.js", "old");
    const source = await read(path);
    await writeFile(path, "theirs");
    await expect(write(source, "mine")).rejects.toMatchObject({ code: "file_changed" });
    expect(await readFile(path, "utf8")).toBe("theirs");
    expect(await readdir(folder)).toEqual(["a.js"]);
  });

  test("leaves a file that became read-only, even as root", async () => {
    const path = await file("a.js", "old");
    const source = await read(path);
    await chmod(path, 0o444);
    await expect(write(source, "mine")).rejects.toMatchObject({
      code: "file_unwritable",
      message: expect.stringContaining("it is read-only and unchanged; make it writable (chmod u+w)"),
    });
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["a.js"]);
    await chmod(path, 0o644);
    await write(source, "mine");
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  test.skipIf(process.platform === "win32").each([
    ["a folder", (path: string) => mkdir(path)],
    ["a pipe", async (path: string) => void execFileSync("/bin/sh", ["-c", 'mkfifo "$0"', path])],
    [
      "a link to the same text",
      async (path: string) => {
        await writeFile(`${path}.real`, "old");
        await symlink(`${path}.real`, path);
      },
    ],
  ])("leaves what has taken the file's place: %s", async (_, replace) => {
    const path = await file("a.js", "old");
    const source = await read(path);
    await rm(path);
    await replace(path);
    const { ino } = await lstat(path);
    const names = await readdir(folder);
    await expect(write(source, "mine")).rejects.toMatchObject({ code: "file_changed" });
    expect((await lstat(path)).ino).toBe(ino);
    expect(await readdir(folder)).toEqual(names);
  });

  test("reports an unexpected error with the file, which is unchanged", async () => {
    const source = await readFileSource(await file("a.js", "old"));
    const equals = () => {
      throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO", syscall: "read" });
    };
    const bytes = Object.assign(Buffer.from("old"), { equals });
    const change = { file: { ...source.file, bytes }, content: "new", name: "a.js" };
    await expect(writeSources([change])).rejects.toMatchObject({
      code: "file_unwritable",
      message: "cannot write a.js, which is unchanged: EIO: i/o error, read",
    });
  });

  test("lets one of several concurrent writers win and refuses the others", async () => {
    const path = await file("a.js", "old");
    const sources = await Promise.all(Array.from({ length: 8 }, () => read(path)));
    const outcomes = await Promise.allSettled(sources.map((source, n) => write(source, `new ${n}`)));
    const failures = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(failures.map(({ reason }) => reason.code)).toEqual(Array(7).fill("file_changed"));
    const written = outcomes.findIndex(({ status }) => status === "fulfilled");
    expect(await readFile(path, "utf8")).toBe(`new ${written}`);
    expect(await readdir(folder)).toEqual(["a.js"]);
  });

  test("does not bring back a deleted file", async () => {
    const path = await file("a.js", "old");
    const source = await read(path);
    await rm(path);
    await expect(write(source, "mine")).rejects.toMatchObject({ code: "file_changed" });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("writing several files", () => {
  async function changed(...names: string[]): Promise<Change[]> {
    const sources = await Promise.all(names.map(async (name) => readFileSource(await file(name, "old"))));
    return sources.map(({ file, name }) => ({ file, name, content: "new" }));
  }
  const contents = (changes: readonly Change[]) =>
    Promise.all(changes.map(({ file }) => readFile(file.path, "utf8")));

  test("replaces them all", async () => {
    const changes = await changed("a.js", "b.js");
    await writeSources(changes);
    expect(await contents(changes)).toEqual(["new", "new"]);
  });

  test("changes none when one has changed since it was read", async () => {
    const changes = await changed("a.js", "b.js");
    await writeFile(join(folder, "b.js"), "theirs");
    await expect(writeSources(changes)).rejects.toMatchObject({ code: "file_changed" });
    expect(await contents(changes)).toEqual(["old", "theirs"]);
    expect(await readdir(folder)).toEqual(["a.js", "b.js"]);
  });

  test("restores the others when one cannot be replaced", async () => {
    const [first, second] = await changed("a.js", "b.js");
    if (first === undefined || second === undefined) throw new Error("there are two");
    await link(first.file.path, join(folder, "linked.js"));
    // As another program would, right after the file was seen to be as it was read.
    const turnedIntoFolder = () => {
      rmSync(second.file.path);
      mkdirSync(second.file.path);
      return true;
    };
    const bytes = Object.assign(Buffer.from("old"), { equals: turnedIntoFolder });
    const late = { ...second, file: { ...second.file, bytes } };
    await expect(writeSources([first, late])).rejects.toMatchObject({
      code: "file_changed",
      message: expect.stringContaining("is no longer a file"),
    });
    expect(await readFile(first.file.path, "utf8")).toBe("old");
    expect((await stat(first.file.path)).nlink).toBe(2);
    expect(await readFile(join(folder, "linked.js"), "utf8")).toBe("old");
    await rm(join(folder, "linked.js"));
    expect(await readdir(folder)).toEqual(["a.js", "b.js"]);
  });
});

describe("parsing a selection", () => {
  test("reads first:last and a single line", () => {
    expect(parseSelection("2:5", 9)).toEqual({ start: 2, end: 5 });
    expect(parseSelection("3", 3)).toEqual({ start: 3, end: 3 });
  });

  test.each(["", "a:b", "5:2", "0:3", "1:10", "-1:2", "1:2:3", "1.5:2"])("refuses %j", (text) => {
    expect(() => parseSelection(text, 9)).toThrow(
      expect.objectContaining({ code: "bad_selection", exitCode: 2 }),
    );
  });

  test("counts no line after the last newline", () => {
    expect([countLines("a\nb\n"), countLines("a\nb"), countLines("a")]).toEqual([2, 2, 1]);
  });
});
