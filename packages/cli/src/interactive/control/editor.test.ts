import { writeFileSync } from "node:fs";
import { chmod, link, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Hunk, type SessionEvent, SessionState } from "@flint/client";
import { expect, test } from "vitest";
import { Desk } from "./desk.fixture.ts";

const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n + 1}\n`).join("");

const deletion = (start: number, end: number): Hunk => ({
  kind: "delete",
  oldStart: start,
  oldLines: Array.from({ length: end - start + 1 }, (_, n) => `line ${start + n}`),
  newStart: start,
  newLines: [],
});

test("after the selected lines are deleted, the next instruction is for the whole file", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  desk.type("delete these");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(40, 50));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ file, pending }) => file?.code === lines(39) && pending === null);
  desk.press("escape");
  desk.type("anything");
  desk.press("enter");
  expect(await desk.asked(2)).toMatchObject({ code: lines(39), instruction: "anything" });
  expect(desk.state.edit?.question.selection).toBeNull();
});

test("lines that were accepted in part are asked about differently at their present place", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  desk.type("fewer of these");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(40, 42), deletion(50, 50));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  desk.press("ctrl-t");
  expect((await desk.asked(2)).instruction).toBe("fewer of these");
  expect(desk.state.edit?.question.selection).toEqual({ start: 40, end: 47 });
});

test("of a link that leads elsewhere it is told which file is written", async () => {
  const [linked, other] = [await Desk.open(lines(3)), await Desk.open(lines(3))];
  const path = join(dirname(linked.path), "link.txt");
  await symlink(other.path, path);
  await linked.editor.open(path);
  expect(linked.state.note).toBe(`${path} is a link: changes are written to ${await realpath(other.path)}`);
  await linked.editor.open(linked.path);
  expect(linked.state.note).toBe("");
});

test("deleted lines are not asked about differently, and the words stay in the line", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  desk.type("delete these");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(40, 50));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  desk.type("gently");
  desk.press("ctrl-t");
  await desk.until(({ note }) => /select the lines again/.test(note));
  expect(desk.questions).toHaveLength(1);
  expect(desk.state.typed).toBe("gently");
});

test("selected lines that changed on disk are shown and not asked about, and the words stay", async () => {
  const desk = await Desk.open(lines(50));
  desk.select(40, 50);
  await writeFile(desk.path, lines(30));
  desk.type("delete these");
  desk.press("enter");
  await desk.until(({ note }) => /changed on disk/.test(note));
  await desk.editor.recover();
  expect(desk.questions).toEqual([]);
  expect(desk.state).toMatchObject({ typed: "delete these", pointed: { line: 30, anchor: null } });
  desk.press("enter");
  expect(await desk.asked(1)).toMatchObject({ code: lines(30), instruction: "delete these" });
  expect(desk.state.typed).toBe("");
});

test("an invalid selection is a note, the words stay, and the session goes on", async () => {
  const desk = await Desk.open(lines(5));
  desk.select(4, 9);
  desk.type("shorter");
  desk.press("enter");
  await desk.until(({ note }) => /selection 4:9 is not within the code/.test(note));
  expect(desk.state.typed).toBe("shorter");
  desk.press("escape", "enter");
  expect((await desk.asked(1)).instruction).toBe("shorter");
});

test.each([
  ["further", "enter", "louder"],
  ["differently", "ctrl-t", "go\nlouder"],
] as const)(
  "nothing is asked %s of a proposal for a file that changed on disk, and the words stay",
  async (_, key, words) => {
    const desk = await Desk.open(lines(5));
    desk.type("go");
    desk.press("enter");
    (await desk.asked(1)).answer(deletion(5, 5));
    await desk.until(({ edit }) => edit?.status === "completed");
    await writeFile(desk.path, lines(3));
    desk.type("louder");
    desk.press(key);
    await desk.until(({ typed, note }) => /changed on disk/.test(note) && typed === words);
    desk.press("enter");
    expect(await desk.asked(2)).toMatchObject({ code: lines(3), instruction: words });
  },
);

test("an instruction for a missing file stays in the line and is sent once the file is back", async () => {
  const desk = await Desk.open(lines(5));
  await rm(desk.path);
  desk.type("a long instruction");
  desk.press("enter");
  await desk.until(({ note }) => note !== "");
  expect(desk.state.typed).toBe("a long instruction");
  await writeFile(desk.path, lines(5));
  desk.press("enter");
  desk.type(" and more");
  await desk.asked(1);
  expect(desk.state.typed).toBe("and more");
});

test("stopping an edit puts all queued instructions back into the line, before what is typed", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  await desk.asked(1);
  for (const words of ["one", "two"]) {
    desk.type(words);
    desk.press("tab");
  }
  desk.type("three");
  desk.press("escape");
  await desk.until(({ typed }) => typed === "one\ntwo\nthree");
  expect(desk.state.edit?.steers.map(({ state }) => state)).toEqual(["failed", "failed"]);
});

test("stopping an edit puts a steer that was accepted and not applied back into the line", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  const question = await desk.asked(1);
  desk.type("louder");
  desk.press("enter");
  await desk.until(() => question.steers.length === 1);
  question.steers[0]?.accept();
  await desk.until(({ edit }) => edit?.steers[0]?.state === "accepted");
  expect(desk.state.typed).toBe("");
  desk.press("escape");
  await desk.until(({ typed }) => typed === "louder");
});

test("queued instructions run one after another, each on the proposal before it", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  const first = await desk.asked(1);
  for (const words of ["one", "two"]) {
    desk.type(words);
    desk.press("tab");
  }
  first.answer(deletion(5, 5));
  const second = await desk.asked(2);
  expect(second).toMatchObject({ instruction: "one", code: lines(4) });
  second.answer(deletion(4, 4));
  expect(await desk.asked(3)).toMatchObject({ instruction: "two", code: lines(3) });
  expect(desk.state.typed).toBe("");
});

test("a steer that does not reach the model is put back into the line", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  const question = await desk.asked(1);
  desk.type("too late");
  desk.press("enter");
  await desk.until(() => question.steers.length === 1);
  question.answer();
  await desk.until(({ running }) => running === null);
  question.steers[0]?.refuse();
  await desk.until(({ typed }) => typed === "too late");
});

test("steers given before the connection is open reach the model once it is", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.type("go");
  desk.press("enter");
  await desk.until(({ running }) => running !== null);
  for (const words of ["louder", "slower"]) {
    desk.type(words);
    desk.press("enter");
  }
  expect(desk.state.typed).toBe("");
  expect(desk.state.edit?.steers.map(({ state }) => state)).toEqual(["sent", "sent"]);
  desk.connect();
  const question = await desk.asked(1);
  await desk.until(() => question.steers.length === 2);
  expect(question.steers.map(({ text }) => text)).toEqual(["louder", "slower"]);
});

test("stopping an edit that waits for the connection puts its steer back into the line", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.type("go");
  desk.press("enter");
  await desk.until(({ running }) => running !== null);
  desk.type("louder");
  desk.press("enter", "escape");
  await desk.until(({ running, typed }) => running === null && typed === "louder");
  expect(desk.state.edit?.status).toBe("failed");
});

test("a further edit that fails leaves the proposal before it to be edited further or accepted", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(1, 1), deletion(5, 5));
  await desk.until(({ edit }) => edit?.status === "completed");
  for (const [number, words] of [
    [2, "louder"],
    [3, "slower"],
  ] as const) {
    desk.type(words);
    desk.press("enter");
    const question = await desk.asked(number);
    expect(question.code).toBe("line 2\nline 3\nline 4\n");
    question.fail("overloaded", "try later");
    await desk.until(({ edit }) => edit?.status === "failed");
  }
  desk.press("ctrl-s");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  expect(await desk.read()).toBe("line 2\nline 3\nline 4\n");
});

test("a change to a read-only file is reported, and can be accepted once the file is writable", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(1, 1));
  await desk.until(({ edit }) => edit?.status === "completed");
  await chmod(desk.path, 0o444);
  desk.press("enter");
  await desk.until(({ note }) => /it is read-only and unchanged; make it writable \(chmod u\+w\)/.test(note));
  expect(await desk.read()).toBe(lines(5));
  expect(desk.state.edit?.indexes("open")).toEqual([0]);
  await chmod(desk.path, 0o640);
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  expect(await desk.read()).toBe(lines(5).slice("line 1\n".length));
});

test.each([
  ["Windows line ends", "line 1\r\nb\r\n"],
  ["a byte order mark and mixed line ends", "\uFEFFline 1\r\nb\nc\r\nd\n"],
  ["no line end at its end", "line 1\nb"],
  ["one line alone that is not ended", "line 1"],
  ["a very long line", `line 1\n${"é".repeat(1_000_000)}\n`],
])("an undo restores a file's bytes and mode: %s", async (_, code) => {
  const desk = await Desk.open(code);
  await chmod(desk.path, 0o750);
  desk.type("go");
  desk.press("enter");
  const added = ["new", "text"];
  (await desk.asked(1)).answer({ ...deletion(1, 1), kind: "replace", newLines: added });
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ pending, undo }) => undo.length === 1 && pending === null);
  expect(await desk.read()).toMatch(/^\uFEFF?new\r?\ntext/);
  desk.press("ctrl-z");
  await desk.until(({ pending, redo }) => redo.length === 1 && pending === null);
  expect((await readFile(desk.path)).equals(Buffer.from(code))).toBe(true);
  expect((await stat(desk.path)).mode & 0o777).toBe(0o750);
});

test("accepting a change to a file with a hard link says that the link keeps the old content", async () => {
  const desk = await Desk.open(lines(5));
  const other = `${desk.path}.link`;
  await link(desk.path, other);
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).answer(deletion(1, 1));
  await desk.until(({ edit }) => edit?.status === "completed");
  desk.press("enter");
  await desk.until(({ note }) => /its hard link keeps the old content/.test(note));
  expect(await readFile(other, "utf8")).toBe(lines(5));
});

test("Enter asks again for an edit that was stopped before the server began it", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).isBegun = false;
  desk.press("escape");
  await desk.until(({ edit }) => edit?.status === "failed");
  desk.press("enter");
  expect((await desk.asked(2)).instruction).toBe("go");
});

/** As an edit of these lines left the session that was cut off while it ran. */
function lost(path: string, selection: { start: number; end: number } | null): SessionState {
  const steered = (steer: string, when: "now" | "after"): SessionEvent => ({
    ...{ type: "steered", edit: "e1", steer, text: steer, when },
  });
  const events: SessionEvent[] = [
    { type: "opened", path, code: lines(5), language: null },
    { type: "asked", edit: "e1", instruction: "go", selection, from: null, beside: null },
    steered("accepted", "now"),
    { type: "steer", steer: "accepted", state: "accepted" },
    steered("sent", "now"),
    steered("later", "after"),
  ];
  const state = new SessionState();
  for (const event of events) state.apply(event, 0);
  state.lose();
  return state;
}

test("an edit that was cut off is asked again with every instruction given during it", async () => {
  const desk = await Desk.open(lines(5), { past: (path) => lost(path, null) });
  desk.press("enter");
  const again = await desk.asked(1);
  expect(again.instruction).toBe("go\naccepted\nsent");
  again.answer(deletion(5, 5));
  expect(await desk.asked(2)).toMatchObject({ instruction: "later", code: lines(4) });
});

test("the instructions of an edit that was cut off return to the line if the file has changed", async () => {
  const desk = await Desk.open(lines(5), {
    past: (path) => {
      writeFileSync(path, lines(3));
      return lost(path, null);
    },
  });
  expect(desk.state).toMatchObject({ typed: "go\naccepted\nsent\nlater", edit: null });
  expect(desk.state.note).toMatch(/changed by another program/);
  desk.press("enter");
  expect(await desk.asked(1)).toMatchObject({ code: lines(3), instruction: "go\naccepted\nsent\nlater" });
});

test("an edit that was cut off is not asked of the whole file when its lines have moved", async () => {
  const desk = await Desk.open(lines(5), { past: (path) => lost(path, { start: 2, end: 3 }) });
  await writeFile(desk.path, `first\n${lines(5)}`);
  desk.press("enter");
  await desk.until(({ note }) => /select the lines again/.test(note));
  expect(desk.questions).toEqual([]);
  expect(desk.state.typed).toBe("go\naccepted\nsent\nlater");
});

test("an edit that is stopped while the connection opens is over at once, and Enter asks it again", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.type("go");
  desk.press("enter");
  await desk.until(({ running }) => running !== null);
  desk.type("then this");
  desk.press("tab");
  desk.press("escape");
  await desk.until(({ running, typed }) => running === null && typed === "then this");
  expect(desk.state.edit?.failure?.message).toMatch(/stopped before it began/);
  desk.press("escape", "enter");
  desk.connect();
  expect((await desk.asked(1)).instruction).toBe("go");
});

test("leaving while the connection opens does not wait for it", async () => {
  const desk = await Desk.open(lines(5), { connected: false });
  desk.editor.turns.warmUp();
  await desk.editor.turns.close();
});

test("the failure for a file too long for the model names the keys that select a part of it", async () => {
  const desk = await Desk.open(lines(5));
  desk.type("go");
  desk.press("enter");
  (await desk.asked(1)).fail("context_length_exceeded", "7 tokens too many; ask for less");
  await desk.until(({ edit }) => edit?.status === "failed");
  expect(desk.state.edit?.failure?.message).toBe(
    "7 tokens too many; select a part of it with ⇧↑↓ in the file, or use a model with a longer context",
  );
});
